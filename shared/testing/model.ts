import { type Act, OF_THE_MC, PHASES, type Phase, type Sizes, type Stage } from './acts.ts';
import { type Cut, cutOf, type Marks } from './model-cut.ts';

/**
 * A second, smaller telling of the session, written from RULES.md alone and sharing nothing with the code: what may be done, and what then is.
 * It knows the phases, the passages, ballots and late ballots, the ranking by the mean, the list and the announcement; nothing of draws,
 * recusals, motions, ladders, reopened ballots or taking back.
 */

export class Model {
  readonly #sizes: Sizes;
  phase: Phase = 'set-up';
  order: readonly string[];
  current: string | null = null;
  clock: 'running' | 'paused' | null = null;
  /** [L5] The last lock has fallen. */
  over = false;
  list: readonly string[] = [];
  closed = false;
  said = 0;
  finale: 'none' | 'laureates' | 'thanks' = 'none';
  readonly stages = new Map<string, Stage>();
  readonly struck = new Set<string>();
  readonly ballots = new Map<string, Marks>();
  readonly aside = new Map<string, Marks>();
  readonly #postponed = new Set<string>();
  #reopened = false;

  constructor(sizes: Sizes) {
    this.#sizes = sizes;
    this.order = sizes.teams;
  }

  /** [P2] The first of the order that has neither passed nor been struck. */
  get next(): string | null {
    return this.order.find((team) => !this.stages.has(team) && !this.struck.has(team)) ?? null;
  }
  get stage(): Stage | null {
    return this.current === null ? null : (this.stages.get(this.current) ?? null);
  }
  /** [P3] Nobody on the estrade, and nobody who waits for a lock of its own. */
  get #free(): boolean {
    return this.stage === null || this.stage === 'locked' || (this.#sizes.once && this.stage === 'marking');
  }
  /** [D5] */
  get places(): number {
    return Math.min(this.#sizes.laureates, this.order.filter((team) => !this.struck.has(team)).length);
  }
  /** [D1] Ahead of the cut, and whether a tie lies across it. */
  cut(): Cut {
    const left = this.order.filter((team) => !this.struck.has(team));
    return cutOf(left, (team) => this.whole(team), this.#sizes.weights, this.places);
  }
  /** [B8] A team's whole ballots. */
  whole(team: string): readonly Marks[] {
    const own = this.#sizes.seats.map((seat) => this.ballots.get(`${seat} ${team}`) ?? {});
    return own.filter((one) => Object.keys(one).length === Object.keys(this.#sizes.weights).length);
  }
  #inOrder(teams: readonly string[]): readonly string[] {
    return this.order.filter((team) => teams.includes(team));
  }

  /** Whether the rules take it. */
  takes(act: Act): boolean {
    if (act.stranger || (act.stale && OF_THE_MC.has(act.does))) return false;
    const { phase, stage } = this;
    const passing = phase === 'passages';
    switch (act.does) {
      case 'open':
        return this.#opens(act.phase);
      case 'call':
        return passing && this.#free && !this.over && this.next === act.team;
      case 'pitch':
        return passing && stage === 'called';
      case 'questions':
        return passing && stage === 'pitch';
      case 'end':
        return passing && stage === 'questions';
      case 'lock':
        return passing && !this.over && ((stage === 'marking' && !this.#sizes.once) || (this.#free && this.next === null));
      case 'pause':
        return passing && this.clock === 'running';
      case 'resume':
        return passing && this.clock === 'paused';
      case 'postpone':
        return this.#waits(act.team) && !this.#postponed.has(act.team);
      case 'strike':
        return this.#waits(act.team);
      case 'cast':
        return this.#casts(act.team, Object.values(act.marks));
      case 'admit':
        return this.#beforeTheList && this.aside.has(`${act.seat} ${act.team}`);
      case 'compose':
        return phase === 'deliberation' && !this.closed && this.#areTeams(act.teams) && act.teams.length <= this.places;
      case 'close':
        return phase === 'deliberation' && !this.closed && this.#areTeams(act.teams) && this.#canClose(act.teams);
      case 'reopen':
        return (phase === 'deliberation' || phase === 'restitution') && this.closed && !this.#reopened && this.said === 0;
      case 'reveal':
        return phase === 'restitution' && this.list[this.said] === act.team;
      case 'show':
        return phase === 'restitution' && this.said === this.list.length && this.finale === 'none';
      case 'thank':
        return phase === 'restitution' && this.finale === 'laureates';
    }
  }

  /** [F1] Each from the one before; [F3], [F4], [F5] say what more. */
  #opens(phase: Phase): boolean {
    if (phase === 'set-up' || PHASES.indexOf(phase) !== PHASES.indexOf(this.phase) + 1) return false;
    if (phase === 'deliberation') return this.next === null && this.#free && this.over;
    if (phase === 'restitution') return this.closed;
    return phase !== 'closed' || this.finale === 'thanks';
  }
  /** [O3] [O4] [O7] */
  #waits(team: string): boolean {
    const early = PHASES.indexOf(this.phase) <= PHASES.indexOf('passages');
    const stage = this.stages.get(team);
    return early && this.order.includes(team) && !this.struck.has(team) && (stage === undefined || stage === 'called');
  }
  get #beforeTheList(): boolean {
    return (this.phase === 'passages' || this.phase === 'deliberation') && !this.closed;
  }
  #pitched(team: string): boolean {
    return this.stages.has(team) && this.stages.get(team) !== 'called';
  }
  /** [B2] [B5] [B6] [L3] [N1] */
  #casts(team: string, marks: readonly (number | null)[]): boolean {
    if (marks.some((mark) => mark !== null && (mark < 1 || mark > this.#sizes.top))) return false;
    return this.order.includes(team) && !this.struck.has(team) && this.#pitched(team) && this.#beforeTheList;
  }
  /** [D2] */
  #areTeams(teams: readonly string[]): boolean {
    return new Set(teams).size === teams.length && teams.every((team) => this.order.includes(team) && !this.struck.has(team));
  }
  /** [D3] [D8] [D10] */
  #canClose(teams: readonly string[]): boolean {
    const { inside, tied } = this.cut();
    return teams.length === this.places && !tied && inside.every((team) => teams.includes(team));
  }

  /** What then is. Only of what the rules take. */
  does(act: Act): void {
    switch (act.does) {
      case 'open':
        this.phase = act.phase;
        if (act.phase !== 'deliberation') return;
        this.current = null;
        this.list = this.cut().inside;
        return;
      case 'call':
        this.current = act.team;
        this.stages.set(act.team, 'called');
        return;
      case 'pitch':
      case 'questions':
        this.#moveTo(act.does, 'running');
        return;
      case 'end':
        this.#moveTo('marking', null);
        return;
      case 'lock':
        this.#locks();
        return;
      case 'pause':
      case 'resume':
        this.clock = act.does === 'pause' ? 'paused' : 'running';
        return;
      case 'postpone':
        this.#leaves(act.team);
        this.#postponed.add(act.team);
        this.order = [...this.order.filter((team) => team !== act.team), act.team];
        return;
      case 'strike':
        this.#leaves(act.team);
        this.struck.add(act.team);
        return;
      case 'cast':
        this.#marks(act);
        return;
      case 'admit': {
        const key = `${act.seat} ${act.team}`;
        this.ballots.set(key, this.aside.get(key) ?? {});
        this.aside.delete(key);
        return;
      }
      case 'compose':
        this.list = this.#inOrder(act.teams);
        return;
      case 'close':
        this.list = this.#inOrder(act.teams);
        this.closed = true;
        return;
      case 'reopen':
        this.closed = false;
        this.#reopened = true;
        this.phase = 'deliberation';
        this.finale = 'none';
        return;
      case 'reveal':
        this.said += 1;
        return;
      case 'show':
      case 'thank':
        this.finale = act.does === 'show' ? 'laureates' : 'thanks';
        return;
    }
  }

  #moveTo(stage: Stage, clock: Model['clock']): void {
    if (this.current !== null) this.stages.set(this.current, stage);
    this.clock = clock;
  }
  #locks(): void {
    const own = this.stage === 'marking' && !this.#sizes.once;
    if (own) this.#moveTo('locked', null);
    // [L2] [L6] The last lock is everybody's.
    if (own && this.next !== null) return;
    for (const team of this.stages.keys()) this.stages.set(team, 'locked');
    this.over = true;
  }
  #leaves(team: string): void {
    if (this.current !== team) return;
    this.current = null;
    this.stages.delete(team);
  }
  /** [B4] [N2] */
  #marks({ seat, team, marks }: Extract<Act, { does: 'cast' }>): void {
    const key = `${seat} ${team}`;
    const late = this.stages.get(team) === 'locked' || this.over || this.phase !== 'passages';
    const before = (late ? this.aside.get(key) : undefined) ?? this.ballots.get(key) ?? {};
    if (Object.entries(marks).every(([criterion, mark]) => (before[criterion] ?? null) === mark)) return;
    const held = Object.entries({ ...before, ...marks }).filter(([, mark]) => mark !== null);
    (late ? this.aside : this.ballots).set(key, Object.fromEntries(held) as Marks);
  }

  /** What leads on; null when nothing does but a vote, and at the end. */
  leadsOn(): Act | null {
    const tries: readonly Act[] = [
      ...PHASES.map((phase) => ({ does: 'open', phase }) as const),
      ...(['pitch', 'questions', 'end', 'lock', 'show', 'thank'] as const).map((does) => ({ does })),
      ...this.order.flatMap((team) => [{ does: 'call', team } as const, { does: 'reveal', team } as const]),
    ];
    const { inside } = this.cut();
    const free = this.order.filter((team) => !this.struck.has(team) && !inside.includes(team));
    const teams = [...inside, ...free].slice(0, this.places);
    return [...tries, { does: 'close', teams } as const].find((act) => this.takes(act)) ?? null;
  }
}
