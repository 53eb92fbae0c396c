import type { Caller } from '../../server/testing/caller.ts';
import type { Command } from '../../shared/commands.ts';
import type { CriterionId, SeatId, TeamId } from '../../shared/ids.ts';
import type { Company } from './company.ts';
import type { Expectations } from './expectations.ts';
import { askToSpeak, leaveAndReturn, writeFeedback } from './incidents.ts';
import { markNear, seeded } from './marks.ts';
import { brief, drawTheOrder } from './opening.ts';
import { type Parts, standsBack } from './parts.ts';
import type { Played } from './played.ts';

export interface Pace {
  /** Wait for so many seconds of the room's time. */
  wait(seconds: number): Promise<void>;
}

/** In which passages something happens; earlier where there are fewer teams. */
const incidents = (teams: number) => ({
  speaking: 1,
  held: 1,
  paper: Math.min(2, teams),
  leaving: Math.min(3, teams),
  paused: Math.min(4, teams),
  late: Math.min(6, teams - 1),
  away: Math.min(8, teams),
});

/**
 * Plays the draw and every passage by the régie's cue, with a pause, a late team, a lost phone, a ballot on paper, one held back, one juror
 * who stands back and one who goes out.
 */
export async function playAfternoon(
  company: Company,
  pace: Pace,
  expect: Expectations,
  say: (line: string) => void,
  parts: Parts,
): Promise<Played> {
  const { mc, organiser } = company;
  const grid = [...company.jurors.values()][0]?.views.grid;
  const forum = mc.views.forum;
  if (!grid || !forum) throw new Error('the server gave no grid');
  const chance = seeded(forum.teams.length * 7 + grid.seats);
  await drawTheOrder(company, expect, say);
  const order = (mc.views.live?.order ?? []).map((stop) => stop.team as TeamId);
  const when = incidents(order.length);
  const late = order[when.late - 1] ?? null;
  const { away } = parts;
  const played: Played = { given: new Map(), sent: 0, held: null, passed: [], late };
  const nameOf = (team: string | null) => forum.teams.find(({ id }) => id === team)?.shortName ?? '';

  await cue(mc, expect, 'OpenBrief');
  await brief(company, expect, parts, order[0] ?? null);
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
    const ballots = [...company.jurors.entries()]
      .filter(([, juror]) => !standsBack(juror, team))
      .map(([seat, juror]) => ({ seat: seat as SeatId, juror, marks: marksNear(level) }));
    await Promise.all(ballots.filter(({ juror }) => juror !== lost).map((ballot) => handIn(number, team, ballot)));
    if (number === when.speaking) await askToSpeak(company, expect, ballots);
    await pace.wait(121);
    await cue(mc, expect, 'StartQuestions');
    await pace.wait(150);
    if (lost) {
      const welcomes = lost.welcomes;
      lost.socket.connect();
      await lost.until(() => lost.welcomes > welcomes);
      say(`${away} is back`);
      for (const ballot of ballots) if (ballot.juror === lost) await handIn(number, team, ballot);
    }
    await pace.wait(145);
    await cue(mc, expect, 'EndQuestions');
    await writeFeedback(
      ballots.slice(0, 2).map(({ juror }) => juror),
      expect,
      team,
    );
    if (number === when.leaving) await leaveAndReturn(company, expect, parts, team);
    if (mc.views.regie?.cue.command === 'LockBallots' && mc.views.regie.cue.team !== null) await cue(mc, expect, 'LockBallots');
  }

  function marksNear(level: number): Record<CriterionId, number> {
    const { criteria = [], scale = { min: 1, max: 5 } } = grid ?? {};
    return Object.fromEntries(criteria.map(({ id }) => [id, markNear(level, scale, chance)])) as Record<CriterionId, number>;
  }

  /** On the phone, or on paper and keyed by the organiser; one ballot is held back. */
  async function handIn(
    number: number,
    team: TeamId,
    { seat, juror, marks }: { seat: SeatId; juror: Caller; marks: Record<CriterionId, number> },
  ): Promise<void> {
    if (number === when.held && seat === parts.late) {
      played.held = { seat, team, marks };
      return;
    }
    played.given.set(seat, (played.given.get(seat) ?? new Map<TeamId, Record<CriterionId, number>>()).set(team, marks));
    if (number === when.paper && seat === parts.paper)
      expect.accepted('a paper ballot', await organiser.command({ type: 'KeyPaperBallot', seat, team, marks }));
    else await castOneByOne(juror, team, marks);
  }

  /** As a thumb does: one mark, one command. */
  async function castOneByOne(juror: Caller, team: TeamId, marks: Record<CriterionId, number>): Promise<void> {
    for (const [criterion, mark] of Object.entries(marks)) {
      played.sent += 1;
      expect.accepted(
        'a mark',
        await juror.command({ type: 'CastBallot', team, marks: { [criterion]: mark } as Record<CriterionId, number> }),
      );
    }
  }

  async function pauseOnce(): Promise<void> {
    say('A microphone fails: pause');
    await step(mc, expect, { type: 'PauseClock', step: mc.step, reason: 'Micro' });
    await mc.until((views) => clockOf(views)?.pausedAt != null);
    const before = clockOf(mc.views)?.elapsed ?? -1;
    expect.accepted('EnterRemark', await organiser.command({ type: 'EnterRemark', kind: 'incident', team: null, text: 'Micro en panne.' }));
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
  expect.must(command.type, await mc.command(command));
  if (command.type !== 'PauseClock' && command.type !== 'ResumeClock') await mc.until(() => mc.step > before);
}

function clockOf(views: Caller['views']) {
  const scene = views.live?.scene;
  return scene?.show === 'pitch' || scene?.show === 'questions' ? scene.clock : null;
}
