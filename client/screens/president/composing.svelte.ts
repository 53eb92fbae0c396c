import type { TeamId } from '../../../shared/ids.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Answer, Room } from '../../room.ts';

type List = readonly TeamId[];

interface Around {
  readonly room: Room;
  readonly deliberation: DeliberationView;
  /** Passing order: a list says nothing of ranks. */
  readonly order: List;
}

/** The list under the president's hand: shown as asked at once, and as recorded as soon as the server has spoken. */
export class Composing {
  readonly #around: () => Around;
  #asked = $state.raw<{ readonly teams: List; readonly over: List; readonly answered: boolean } | null>(null);

  constructor(around: () => Around) {
    this.#around = around;
  }

  get list(): List {
    const recorded = this.#around().deliberation.list;
    const asked = this.#asked;
    return asked && (!asked.answered || asked.over === recorded) ? asked.teams : recorded;
  }
  get full(): boolean {
    return this.list.length >= this.#around().deliberation.places;
  }
  has(team: TeamId): boolean {
    return this.list.includes(team);
  }

  /** Put a team in, or take it out. The last touch wins: an answer to an earlier one changes nothing on the screen. */
  async toggle(team: TeamId): Promise<Answer> {
    const { room, deliberation, order } = this.#around();
    const wanted = this.has(team) ? this.list.filter((one) => one !== team) : [...this.list, team];
    const asked = { teams: order.filter((one) => wanted.includes(one)), over: deliberation.list, answered: false };
    this.#asked = asked;
    const answer = await room.send({ type: 'ComposeList', teams: [...asked.teams] });
    if (this.#asked === asked) this.#asked = answer.ok ? { ...asked, answered: true } : null;
    return answer;
  }
}
