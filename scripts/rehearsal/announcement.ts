import type { Caller } from '../../server/testing/caller.ts';
import type { SeatId, TeamId } from '../../shared/ids.ts';
import { cue, type Pace } from './afternoon.ts';
import { type Company, everyone, outsideTheJury } from './company.ts';
import { type Decided, deliberate } from './deliberation.ts';
import type { Expectations } from './expectations.ts';
import { mendOne, sendLate } from './incidents.ts';
import type { Parts } from './parts.ts';
import type { Played } from './played.ts';

/** From the lock to the last thanks; returns what the jury decided, the list as it was announced. */
export async function lockAndAnnounce(
  company: Company,
  pace: Pace,
  expect: Expectations,
  say: (line: string) => void,
  played: Played,
  parts: Parts,
): Promise<Decided> {
  const { mc, president } = company;
  await pace.wait(30);
  await cue(mc, expect, 'LockBallots');
  say('Ballots are locked');
  checkMissing(company, expect, played);
  await sendLate(company, expect, played);
  await mendOne(company, expect, played, parts);
  await checkLock(company, expect, played);

  await cue(mc, expect, 'OpenDeliberation');
  await president.until((views) => views.jury?.deliberation != null);
  await Promise.all(outsideTheJury(company).map((caller) => caller.until((views) => views.live?.scene.show === 'deliberation')));
  const heard = outsideTheJury(company).map(({ frames }) => bytesOf(frames));
  await pace.wait(900);
  const decided = await deliberate(company, expect, parts, say);
  const { list } = decided;
  say(`The list is closed: ${list.length} teams`);
  await mc.until((views) => views.regie?.cue.command === 'OpenRestitution');
  const leaked = outsideTheJury(company).reduce((sum, { frames }, index) => sum + bytesOf(frames) - (heard[index] ?? 0), 0);
  expect.that('not a byte left the jury during the deliberation', leaked === 0, `${leaked} bytes`);

  await cue(mc, expect, 'OpenRestitution');
  for (let place = 1; place <= list.length; place += 1) {
    await pace.wait(20);
    await cue(mc, expect, 'RevealLaureate');
    await Promise.all(
      everyone(company).map((caller) => caller.until(({ live }) => live?.scene.show === 'reveal' && live.scene.revealed.length === place)),
    );
    say(`Laureate ${place}: ${nameOf(company, list[place - 1])}`);
  }
  await cue(mc, expect, 'ShowLaureates');
  await commit(company, expect, list[0]);
  await pace.wait(30);
  await cue(mc, expect, 'ThankTeams');
  await pace.wait(30);
  await cue(mc, expect, 'CloseSession');
  await Promise.all(everyone(company).map((caller) => caller.until((views) => views.live?.phase === 'closed')));
  return decided;
}

export const nameOf = ({ mc }: Company, team: string | undefined): string =>
  mc.views.forum?.teams.find(({ id }) => id === team)?.shortName ?? '';

const bytesOf = (frames: Caller['frames']): number => Buffer.byteLength(JSON.stringify(frames));

/** The lock says whose ballot is missing: the one that was held back, and nobody who stands back. */
function checkMissing({ mc }: Company, expect: Expectations, { held }: Played): void {
  const missing = (mc.views.regie?.handedIn ?? []).reduce((count, line) => count + line.missing.length, 0);
  expect.that('only the ballot held back is missing at the lock', missing === (held ? 1 : 0), `${missing} missing`);
}

/** What the first laureate leaves with, seen by the whole room. */
async function commit(company: Company, expect: Expectations, team: TeamId | undefined): Promise<void> {
  if (team === undefined) return;
  const promised = { sponsor: 'Direction générale', time: 'Deux jours par mois', coach: 'Coach du forum', firstDate: null };
  expect.must('RecordCommitment', await company.organiser.command({ type: 'RecordCommitment', team, ...promised }));
  await company.projector.until(({ live }) => live?.scene.show === 'laureates' && live.scene.commitments.some((one) => one.team === team));
}

/** Every mark given is on its seat's screen, and none is missing. */
async function checkLock({ jurors }: Company, expect: Expectations, played: Played): Promise<void> {
  let same = 0;
  for (const [seat, juror] of jurors) {
    await juror.until(({ seat: own }) => own != null && own.ballots.length > 0 && own.ballots.every(({ locked }) => locked));
    const ballots = (juror.views.seat?.ballots ?? []).filter(({ receipt }) => receipt !== null);
    const given: ReadonlyMap<TeamId, Record<string, number>> = played.given.get(seat as SeatId) ?? new Map();
    if (ballots.length === given.size && ballots.every(({ team, marks }) => sameMarks(marks, given.get(team)))) same += 1;
  }
  expect.that('every ballot recorded is the ballot given', same === jurors.size, `${same} of ${jurors.size} seats`);
}

const sameMarks = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>> = {}): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([criterion, mark]) => b[criterion] === mark);
