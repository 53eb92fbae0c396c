import type { TeamId } from '../../../shared/ids.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Answer, Room } from '../../room.ts';

type List = readonly TeamId[];
export type Side = 'in' | 'discuss' | 'out';

interface Around {
  readonly room: Room;
  readonly deliberation: DeliberationView;
  /** Passing order: a list says nothing of ranks. */
  readonly order: List;
}

interface Composition {
  readonly list: List;
  readonly discuss: List;
}

/** The list under the president's hand: shown as asked at once, and as recorded as soon as the server has spoken. */
export class Composing {
  readonly #around: () => Around;
  #asked = $state.raw<(Composition & { readonly over: List; readonly answered: boolean }) | null>(null);

  constructor(around: () => Around) {
    this.#around = around;
  }

  get #shown(): Composition {
    const recorded = this.#around().deliberation;
    const asked = this.#asked;
    return asked && (!asked.answered || asked.over === recorded.list) ? asked : recorded;
  }
  get list(): List {
    return this.#shown.list;
  }
  get discuss(): List {
    return this.#shown.discuss;
  }
  get full(): boolean {
    return this.list.length >= this.#around().deliberation.places;
  }
  sideOf(team: TeamId): Side {
    if (this.list.includes(team)) return 'in';
    return this.discuss.includes(team) ? 'discuss' : 'out';
  }

  /** Put a team in, out, or among those to speak of again. The last touch wins: an answer to an earlier one changes nothing on the screen. */
  async move(team: TeamId, to: Side): Promise<Answer> {
    const { room, deliberation, order } = this.#around();
    const withSide = (teams: List, side: Side) => order.filter((one) => (one === team ? to === side : teams.includes(one)));
    const asked = { list: withSide(this.list, 'in'), discuss: withSide(this.discuss, 'discuss'), over: deliberation.list, answered: false };
    this.#asked = asked;
    const answer = await room.send({ type: 'ComposeList', teams: [...asked.list], discuss: [...asked.discuss] });
    if (this.#asked === asked) this.#asked = answer.ok ? { ...asked, answered: true } : null;
    return answer;
  }
}
