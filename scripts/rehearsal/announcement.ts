import type { TeamId } from '../../shared/ids.ts';
import { cue, type Pace, type Played } from './afternoon.ts';
import { type Company, everyone, outsideTheJury } from './company.ts';
import type { Expectations } from './expectations.ts';

/** From the lock to the last thanks; returns the list as it was announced. */
export async function lockAndAnnounce(
  company: Company,
  pace: Pace,
  expect: Expectations,
  say: (line: string) => void,
  played: Played,
): Promise<readonly TeamId[]> {
  const { mc, president } = company;
  await pace.wait(30);
  await cue(mc, expect, 'LockBallots');
  say('Ballots are locked');
  await checkLock(company, expect, played);

  await cue(mc, expect, 'OpenDeliberation');
  await president.until((views) => views.jury?.deliberation != null);
  await Promise.all(outsideTheJury(company).map((caller) => caller.until((views) => views.live?.scene.show === 'deliberation')));
  const heard = outsideTheJury(company).map(({ frames }) => frames.length);
  await pace.wait(900);
  const list = await composeList(company, expect);
  say(`The list is closed: ${list.length} teams`);
  await mc.until((views) => views.regie?.cue.command === 'OpenRestitution');
  const leaked = outsideTheJury(company).filter(({ frames }, index) => frames.length !== heard[index]).length;
  expect.that('nothing left the jury during the deliberation', leaked === 0, `${leaked} screens heard something`);

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
  await pace.wait(30);
  await cue(mc, expect, 'ThankTeams');
  await pace.wait(30);
  await cue(mc, expect, 'CloseSession');
  await Promise.all(everyone(company).map((caller) => caller.until((views) => views.live?.phase === 'closed')));
  return list;
}

export const nameOf = ({ mc }: Company, team: string | undefined): string =>
  mc.views.forum?.teams.find(({ id }) => id === team)?.shortName ?? '';

/** Every mark given is on its seat's screen, and none is missing. */
async function checkLock({ jurors, mc }: Company, expect: Expectations, played: Played): Promise<void> {
  let same = 0;
  for (const [seat, juror] of jurors) {
    await juror.until(({ seat: own }) => own != null && own.ballots.length > 0 && own.ballots.every(({ locked }) => locked));
    const ballots = juror.views.seat?.ballots ?? [];
    const given = played.given.get(seat);
    if (ballots.length === given?.size && ballots.every(({ team, marks }) => sameMarks(marks, given.get(team)))) same += 1;
  }
  expect.that('every ballot recorded is the ballot given', same === jurors.size, `${same} of ${jurors.size} seats`);
  const missing = (mc.views.regie?.handedIn ?? []).reduce((count, line) => count + line.missing.length, 0);
  expect.that('no ballot is missing at the lock', missing === 0, `${missing} missing`);
}

const sameMarks = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>> = {}): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([criterion, mark]) => b[criterion] === mark);

/** The president takes the starting list and fills the places that a tie left open, in passing order. */
async function composeList({ president }: Company, expect: Expectations): Promise<readonly TeamId[]> {
  const deliberation = president.views.jury?.deliberation;
  if (!deliberation) throw new Error('the president sees no deliberation');
  const { list, open, places } = deliberation;
  const waiting = deliberation.rows.map(({ team }) => team).filter((team) => !list.includes(team));
  const added = [...open.filter((team) => !list.includes(team)), ...waiting].slice(0, places - list.length);
  const teams = [...list, ...added];
  expect.accepted('ComposeList', await president.command({ type: 'ComposeList', teams }));
  expect.accepted('CloseList', await president.command({ type: 'CloseList', teams }));
  await president.until((views) => views.jury?.deliberation?.closedAt != null);
  return president.views.jury?.deliberation?.list ?? [];
}
