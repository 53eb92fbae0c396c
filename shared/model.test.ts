import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTeam } from './running-order.ts';
import type { State } from './state.ts';
import type { Act, Sizes } from './testing/acts.ts';
import { small } from './testing/forums.ts';
import { type Afternoon, type By, given, juror, mc, president, type Told, table } from './testing/given.ts';
import { Model } from './testing/model.ts';
import { after, SECOND } from './time.ts';
import { regieView } from './views/regie.ts';

const sizesOf = (once: boolean): Sizes => ({
  teams: ['a', 'b', 'c'],
  seats: ['s1', 's2', 's3'],
  weights: { why: 2, how: 1 },
  top: 5,
  laureates: 2,
  once,
});

const OPENING: Readonly<Record<string, Told['type']>> = {
  brief: 'OpenBrief',
  introduction: 'OpenIntroduction',
  passages: 'OpenPassages',
  deliberation: 'OpenDeliberation',
  restitution: 'OpenRestitution',
  closed: 'CloseSession',
};
const reason = 'Because';

/** An act of the model as a command, and whose it is. */
function commandOf(act: Act): readonly [Told, By] {
  switch (act.does) {
    case 'open':
      return [{ type: OPENING[act.phase] ?? 'CloseSession' }, mc];
    case 'call':
      return [{ type: 'CallTeam', team: act.team }, mc];
    case 'postpone':
      return [{ type: 'PostponeTeam', team: act.team, reason }, mc];
    case 'strike':
      return [{ type: 'WithdrawTeam', team: act.team, reason }, mc];
    case 'reveal':
      return [{ type: 'RevealLaureate', team: act.team }, mc];
    case 'cast':
      return [{ type: 'CastBallot', team: act.team, marks: act.marks }, juror(act.seat)];
    case 'admit':
      return [{ type: 'AdmitLateBallot', seat: act.seat, team: act.team, reason }, president];
    case 'compose':
      return [{ type: 'ComposeList', teams: act.teams }, president];
    case 'close':
      return [{ type: 'CloseList', teams: act.teams }, president];
    case 'reopen':
      return [{ type: 'ReopenList', reason }, president];
    case 'pause':
      return [{ type: 'PauseClock', reason: null }, mc];
    default:
      return [{ type: PLAIN[act.does] }, mc];
  }
}
const PLAIN = {
  pitch: 'StartPitch',
  questions: 'StartQuestions',
  end: 'EndQuestions',
  lock: 'LockBallots',
  resume: 'ResumeClock',
  show: 'ShowLaureates',
  thank: 'ThankTeams',
} as const;

interface Real {
  now: Afternoon;
}

/** An act tried on both; `null` is whatever leads on. */
class Trying implements fc.Command<Model, Real> {
  readonly #act: Act | null;
  constructor(act: Act | null) {
    this.#act = act;
  }
  check = () => true;
  run(model: Model, real: Real): void {
    const act = this.#act ?? model.leadsOn();
    if (act === null) return;
    const [command, by] = commandOf(act);
    const late = after(real.now.now, 5 * SECOND);
    const told = act.stale ? { ...command, step: real.now.state.step + 1 } : command;
    const sender = act.stranger ? table('a') : by;
    const takes = model.takes(act);
    // A command that carries no step is of another shape with one.
    const answer = real.now.ask('step' in told && !STEPPING(command) ? command : told, sender, late);
    expect({ act, taken: 'events' in answer }).toEqual({ act, taken: takes });
    if (!('events' in answer)) return;
    real.now = real.now.happened(answer.events, sender, late);
    model.does(act);
    expect({ after: act, ...seenOf(real.now.state) }).toEqual({ after: act, ...toldBy(model) });
  }
  toString = () => JSON.stringify(this.#act);
}
const STEPPING = ({ type }: Told): boolean => !['CastBallot', 'AdmitLateBallot', 'ComposeList', 'CloseList', 'ReopenList'].includes(type);

/** By seat and team, what each holds; an empty ballot is none. */
const held = (of: Readonly<Record<string, Readonly<Record<string, { readonly marks: object }>>>>) =>
  Object.fromEntries(
    Object.entries(of)
      .flatMap(([seat, own]) => Object.entries(own).map(([team, { marks }]) => [`${seat} ${team}`, marks] as const))
      .filter(([, marks]) => Object.keys(marks).length > 0),
  );

/** The session, in the words of the model. */
function seenOf(state: State) {
  const { course, deliberation } = state;
  const { clock } = course;
  return {
    phase: course.phase,
    order: course.order,
    current: course.current,
    stage: course.current && course.stage,
    next: nextTeam(course),
    clock: clock && (clock.runningSince === null ? 'paused' : 'running'),
    over: course.allLocked !== null,
    ballots: held(state.ballots),
    aside: held(state.late),
    complete: regieView(state).handedIn.map(({ team, complete }) => [team, complete]),
    list: deliberation?.list ?? [],
    closed: deliberation?.closedAt != null,
    said: course.announcement.slice(0, course.revealed),
    finale: course.finale,
  };
}

function toldBy(model: Model): ReturnType<typeof seenOf> {
  const nonempty = (of: Model['ballots']) => Object.fromEntries([...of].filter(([, marks]) => Object.keys(marks).length > 0));
  const begun = model.order.filter((team) => model.stages.has(team) && model.stages.get(team) !== 'called');
  return {
    phase: model.phase,
    order: model.order,
    current: model.current,
    stage: model.stage,
    next: model.next,
    clock: model.clock,
    over: model.over,
    ballots: nonempty(model.ballots),
    aside: nonempty(model.aside),
    complete: model.phase === 'passages' ? begun.map((team) => [team, model.whole(team).length]) : [],
    list: model.list,
    closed: model.closed,
    said: model.list.slice(0, model.said),
    finale: model.finale,
  } as unknown as ReturnType<typeof seenOf>;
}

const aTeam = fc.constantFrom('a', 'b', 'c', 'd');
const aSeat = fc.constantFrom('s1', 's2', 's3');
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constant('open'),
    phase: fc.constantFrom('brief', 'introduction', 'passages', 'deliberation', 'restitution', 'closed'),
  }),
  fc.record({ does: fc.constantFrom('call', 'postpone', 'strike', 'reveal'), team: aTeam }),
  fc.record({ does: fc.constantFrom('pitch', 'questions', 'end', 'lock', 'pause', 'resume', 'show', 'thank', 'reopen') }),
  fc.record({ does: fc.constant('admit'), seat: aSeat, team: aTeam }),
  fc.record({ does: fc.constantFrom('compose', 'close'), teams: fc.array(aTeam, { maxLength: 3 }) }),
) as fc.Arbitrary<Act>;
const aMark = fc.oneof({ arbitrary: fc.integer({ min: 3, max: 5 }), weight: 19 }, { arbitrary: fc.constantFrom(0, 6, null), weight: 1 });
const aBallot = fc.record({
  does: fc.constant('cast' as const),
  seat: aSeat,
  team: fc.constantFrom('a', 'b', 'c'),
  marks: fc.record({ why: aMark, how: aMark }, { requiredKeys: [] }),
});
const fault = fc.constantFrom({}, {}, {}, {}, {}, {}, { stale: true }, { stranger: true });
const aTry = fc
  .oneof({ arbitrary: fc.constant(null), weight: 5 }, { arbitrary: aBallot, weight: 8 }, { arbitrary: anyAct, weight: 4 })
  .chain((act) => fault.map((wrong) => new Trying(act && { ...act, ...wrong })));

const session = (once: boolean) => ({
  model: new Model(sizesOf(once)),
  real: { now: given(small(once ? { lock: { mode: 'once', afterSeconds: null } } : {})) },
});

/** Runs that once parted the two, shrunk: here the last lock falls with nobody on the estrade. A new one is printed with its acts: put them here. */
const PINNED: readonly (readonly (Act | null)[])[] = [
  [
    { does: 'postpone', team: 'a' },
    null,
    null,
    null,
    { does: 'strike', team: 'b' },
    ...Array(6).fill(null),
    { does: 'strike', team: 'a' },
    null,
  ],
];

describe('[K16] the session and a second telling of its rules, written without its code, take and refuse the same acts and come to the same', () => {
  test.each([false, true])('locked all at once: %s', (once) => {
    const property = fc.property(fc.commands([aTry], { maxCommands: 140, size: 'max' }), (tries) => {
      fc.modelRun(() => session(once), tries);
    });
    for (const acts of PINNED) {
      const { model, real } = session(once);
      for (const act of acts) new Trying(act).run(model, real);
    }
    fc.assert(property, { numRuns: 150 });
  });

  test.each([false, true])('what leads on leads to the end, and every kind of act is taken on the way: %s', (once) => {
    const { model, real } = session(once);
    const taken = new Set<string>();
    const tried = (act: Act | null) => {
      const before = real.now;
      new Trying(act).run(model, real);
      if (real.now !== before) taken.add(real.now.entries.at(-1)?.event.type ?? '');
    };
    tried({ does: 'postpone', team: 'a' });
    while (model.phase !== 'restitution' || model.said < 1) {
      for (const [team, mark] of Object.entries({ a: 5, b: 3, c: 1 }))
        tried({ does: 'cast', seat: 's2', team, marks: { why: mark, how: mark } });
      tried({ does: 'pause' });
      tried({ does: 'resume' });
      tried({ does: 'cast', seat: 's3', team: 'a', marks: { why: 2 } });
      tried({ does: 'compose', teams: ['b'] });
      if (model.phase === 'restitution') tried({ does: 'reopen' });
      tried(null);
      if (model.over) tried({ does: 'cast', seat: 's1', team: 'b', marks: { how: 4 } });
      tried({ does: 'admit', seat: 's1', team: 'b' });
    }
    while (real.now.state.course.phase !== 'closed') tried(null);
    expect([...taken].sort()).toEqual(
      `BallotCast BallotsLocked BriefOpened ClockPaused ClockResumed DeliberationOpened IntroductionOpened LateBallotAdmitted LateBallotReceived
       LaureateRevealed LaureatesShown ListClosed ListComposed ListReopened PassagesOpened PitchStarted QuestionsEnded QuestionsStarted
       RestitutionOpened SessionClosed TeamCalled TeamPostponed TeamsThanked`.split(/\s+/),
    );
  });
});
