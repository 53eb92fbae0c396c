import type { Caller } from '../../server/testing/caller.ts';
import type { CriterionId, TeamId } from '../../shared/ids.ts';
import type { Command } from '../../shared/session.ts';
import type { Company } from './company.ts';
import { type Expectations, reason } from './expectations.ts';
import { markNear, seeded } from './marks.ts';

export interface Pace {
  /** Wait for so many seconds of the room's time. */
  wait(seconds: number): Promise<void>;
}

/** What the company did, for the expectations: every mark given, by seat and team. */
export interface Played {
  readonly given: Map<string, Map<TeamId, Record<CriterionId, number>>>;
  /** Passing order as it turned out. */
  readonly passed: TeamId[];
  /** Null where one team passes alone. */
  readonly late: TeamId | null;
  readonly away: string;
}

/** In which passages things go wrong; earlier where there are fewer teams. */
const incidents = (teams: number) => ({ paused: Math.min(4, teams), late: Math.min(6, teams - 1), away: Math.min(8, teams) });

/** Plays the whole afternoon: follows the régie's cue from the brief to the last thanks, with a pause, a late team and a lost phone. */
export async function playAfternoon(company: Company, pace: Pace, expect: Expectations, say: (line: string) => void): Promise<Played> {
  const { mc } = company;
  const grid = [...company.jurors.values()][0]?.views.grid;
  const forum = mc.views.forum;
  if (!grid || !forum) throw new Error('the server gave no grid');
  const chance = seeded(forum.teams.length * 7 + grid.seats);
  const order = (mc.views.live?.order ?? []).map((stop) => stop.team as TeamId);
  const when = incidents(order.length);
  const late = order[when.late - 1] ?? null;
  const away = [...company.jurors.keys()][0] ?? '';
  const played: Played = { given: new Map(), passed: [], late, away };
  const nameOf = (team: string | null) => forum.teams.find(({ id }) => id === team)?.shortName ?? '';

  await cue(mc, expect, 'OpenBrief');
  await Promise.all(
    [...company.jurors.values()].map(async (juror) => {
      const marks = Object.fromEntries(grid.criteria.map(({ id }) => [id, grid.scale.max])) as Record<CriterionId, number>;
      expect.accepted('a trial ballot', await juror.command({ type: 'CastTrialBallot', marks }));
    }),
  );
  await pace.wait(600);
  await cue(mc, expect, 'OpenIntroduction');
  await pace.wait(600);
  await cue(mc, expect, 'OpenPassages');

  for (let passage = 1; ; ) {
    const next = mc.views.regie?.cue;
    if (next?.command !== 'CallTeam' || next.team === null) break;
    if (next.team === late && !played.passed.includes(late) && passage === when.late) {
      say(`${nameOf(late)} is late and passes last`);
      await step(mc, expect, { type: 'PostponeTeam', step: mc.step, team: late, reason: 'Bloqués dans les bouchons' });
      passage += 1;
      continue;
    }
    say(`Passage ${played.passed.length + 1}: ${nameOf(next.team)}`);
    await passTeam(next.team);
    played.passed.push(next.team);
    passage += 1;
  }

  async function passTeam(team: TeamId): Promise<void> {
    const number = played.passed.length + 1;
    await cue(mc, expect, 'CallTeam');
    await pace.wait(25);
    await cue(mc, expect, 'StartPitch');
    await Promise.all([...company.jurors.values()].map((juror) => juror.until((views) => views.live?.scene.show === 'pitch')));
    await pace.wait(60);
    if (number === when.paused) await pauseOnce();
    const level = grid ? grid.scale.min + chance() * (grid.scale.max - grid.scale.min) : 0;
    const lost = number === when.away ? company.jurors.get(away) : undefined;
    if (lost) {
      say(`${away} loses the network`);
      lost.socket.io.engine.close();
      lost.socket.disconnect();
    }
    const ballots = [...company.jurors.entries()].map(([seat, juror]) => ({ seat, juror, marks: marksFor(seat, team, level) }));
    await Promise.all(ballots.filter(({ juror }) => juror !== lost).map(({ juror, marks }) => castOneByOne(juror, team, marks)));
    await pace.wait(121);
    await cue(mc, expect, 'StartQuestions');
    await pace.wait(150);
    if (lost) {
      const welcomes = lost.welcomes;
      lost.socket.connect();
      await lost.until(() => lost.welcomes > welcomes);
      say(`${away} is back`);
      for (const { juror, marks } of ballots) if (juror === lost) await castOneByOne(juror, team, marks);
    }
    await pace.wait(145);
    await cue(mc, expect, 'EndQuestions');
    if (mc.views.regie?.cue.command === 'LockBallots' && mc.views.regie.cue.team !== null) await cue(mc, expect, 'LockBallots');
  }

  function marksFor(seat: string, team: TeamId, level: number): Record<CriterionId, number> {
    const marks = Object.fromEntries(
      (grid?.criteria ?? []).map(({ id }) => [id, markNear(level, grid?.scale ?? { min: 1, max: 5 }, chance)]),
    ) as Record<CriterionId, number>;
    const own = played.given.get(seat) ?? new Map<TeamId, Record<CriterionId, number>>();
    own.set(team, marks);
    played.given.set(seat, own);
    return marks;
  }

  /** As a thumb does: one mark, one command. */
  async function castOneByOne(juror: Caller, team: TeamId, marks: Record<CriterionId, number>): Promise<void> {
    for (const [criterion, mark] of Object.entries(marks))
      expect.accepted(
        'a mark',
        await juror.command({ type: 'CastBallot', team, marks: { [criterion]: mark } as Record<CriterionId, number> }),
      );
  }

  async function pauseOnce(): Promise<void> {
    say('A microphone fails: pause');
    await step(mc, expect, { type: 'PauseClock', step: mc.step, reason: 'Micro' });
    await mc.until((views) => clockOf(views)?.pausedAt != null);
    const before = clockOf(mc.views)?.elapsed ?? -1;
    await pace.wait(40);
    await step(mc, expect, { type: 'ResumeClock', step: mc.step });
    await mc.until((views) => clockOf(views)?.pausedAt === null);
    expect.that(
      'the pause kept the remaining time',
      clockOf(mc.views)?.elapsed === before,
      `${before} then ${clockOf(mc.views)?.elapsed} ms elapsed`,
    );
  }

  return played;
}

/** The MC presses the main button, and everyone's screen must then have moved on. */
export async function cue(mc: Caller, expect: Expectations, wanted: Command['type']): Promise<void> {
  const next = mc.views.regie?.cue;
  if (next?.command !== wanted) throw new Error(`the régie's main button says ${next?.command ?? 'nothing'}, not ${wanted}`);
  const team = wanted === 'CallTeam' || wanted === 'RevealLaureate' ? { team: next.team } : {};
  await step(mc, expect, { type: wanted, step: mc.step, ...team } as Command);
}

/** A command of the MC, accepted and seen by its own screen. */
async function step(mc: Caller, expect: Expectations, command: Command): Promise<void> {
  const before = mc.step;
  const outcome = await mc.command(command);
  expect.accepted(command.type, outcome);
  if (!outcome.ok) throw new Error(`${command.type} was refused: ${reason(outcome)}`);
  if (command.type !== 'PauseClock' && command.type !== 'ResumeClock') await mc.until(() => mc.step > before);
}

function clockOf(views: Caller['views']) {
  const scene = views.live?.scene;
  return scene?.show === 'pitch' || scene?.show === 'questions' ? scene.clock : null;
}
