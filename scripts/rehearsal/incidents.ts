import type { Caller } from '../../server/testing/caller.ts';
import type { CriterionId, SeatId, TeamId } from '../../shared/ids.ts';
import type { Company } from './company.ts';
import type { Expectations } from './expectations.ts';
import type { Parts } from './parts.ts';
import type { Played } from './played.ts';

interface Asker {
  readonly seat: SeatId;
  readonly juror: Caller;
}

/** Two jurors ask to speak; the president gives one the floor and clears the rest. The régie has a count, never a name. */
export async function askToSpeak({ president, mc }: Company, expect: Expectations, jurors: readonly Asker[]): Promise<void> {
  const askers = jurors.slice(0, 2);
  for (const { juror } of askers) expect.must('RaiseHand', await juror.command({ type: 'RaiseHand' }));
  await mc.until(({ regie }) => regie?.hands === askers.length);
  await president.until(({ presidency }) => presidency?.hands.queue.length === askers.length);
  const queue = president.views.presidency?.hands.queue.map(({ seat }) => seat) ?? [];
  expect.that(
    'hands stand in the order in which they were raised',
    queue.join() === askers.map(({ seat }) => seat).join(),
    queue.join(' '),
  );
  const [first] = askers;
  if (!first) return;
  expect.must('GiveFloor', await president.command({ type: 'GiveFloor', seat: first.seat }));
  await first.juror.until((views) => views.seat?.hand.speaking === true);
  expect.must('ClearHands', await president.command({ type: 'ClearHands' }));
  await mc.until(({ regie }) => regie?.hands === 0);
}

/** Some words to the team from everyone who may speak of it. */
export async function writeFeedback(writers: readonly Caller[], expect: Expectations, team: TeamId): Promise<void> {
  for (const juror of writers)
    expect.must('feedback', await juror.command({ type: 'WriteFeedback', team, text: 'Très clair. Dites plus tôt qui en profite.' }));
}

/** A juror goes out: what comes from the seat is refused until it is back. */
export async function leaveAndReturn({ jurors, organiser }: Company, expect: Expectations, parts: Parts, team: TeamId): Promise<void> {
  const juror = jurors.get(parts.leaving);
  if (!juror) return;
  expect.must('RecordDeparture', await organiser.command({ type: 'RecordDeparture', seat: parts.leaving }));
  await juror.until(({ seat }) => seat?.left === true);
  const refused = await juror.command({ type: 'CastBallot', team, marks: {} });
  expect.that('a departed juror’s seat is refused', !refused.ok && refused.code === 'seat-left', refused.ok ? 'accepted' : refused.code);
  expect.must('RecordArrival', await organiser.command({ type: 'RecordArrival', seat: parts.leaving }));
  await juror.until(({ seat }) => seat?.left === false);
}

/** After the lock: the ballot that was held back comes, and the president admits it with a reason. Where the règlement refuses it, it is refused. */
export async function sendLate({ jurors, president, mc }: Company, expect: Expectations, { held, given }: Played): Promise<void> {
  const juror = held && jurors.get(held.seat);
  if (!held || !juror) return;
  const { seat, team, marks } = held;
  const endedAt = mc.views.regie?.actual.find((one) => one.team === team)?.endedAt ?? 1;
  const outcome = await juror.command({ type: 'CastBallot', team, marks, madeAt: endedAt - 1 });
  if (!outcome.ok) {
    expect.that('a late ballot is refused as locked', outcome.code === 'ballots-locked', outcome.code);
    return;
  }
  await president.until(({ presidency }) => (presidency?.late.length ?? 0) > 0);
  const late = president.views.presidency?.late ?? [];
  expect.that(
    'the late ballot waits for the president, with the hour at which it was made',
    late.length === 1 && late[0]?.seat === seat && late[0].madeAt === endedAt - 1,
    JSON.stringify(late),
  );
  const reason = 'Hors réseau pendant le passage, notes faites avant la clôture';
  expect.must('AdmitLateBallot', await president.command({ type: 'AdmitLateBallot', seat, team, reason }));
  await president.until(({ presidency }) => presidency?.late.length === 0);
  given.get(seat)?.set(team, marks);
}

/** The president opens one ballot again, its juror mends a mark, and it is closed. */
export async function mendOne(
  { jurors, president }: Company,
  expect: Expectations,
  { given, passed }: Played,
  parts: Parts,
): Promise<void> {
  const [seat, team] = [parts.mended, passed.at(-1)];
  const [juror, grid, before] = [jurors.get(seat), president.views.grid, team && given.get(seat)?.get(team)];
  const criterion = grid?.criteria[0]?.id as CriterionId | undefined;
  if (!juror || !grid || !team || !before || criterion === undefined) return;
  expect.must('ReopenBallot', await president.command({ type: 'ReopenBallot', seat, team, reason: 'Erreur de saisie signalée' }));
  await juror.until((views) => views.seat?.ballots.some((one) => one.team === team && one.reopened) === true);
  const mark = before[criterion] === grid.scale.max ? grid.scale.min : grid.scale.max;
  const marks = { [criterion]: mark } as Record<CriterionId, number>;
  expect.must('a mended mark', await juror.command({ type: 'CastBallot', team, marks }));
  expect.must('CloseBallot', await president.command({ type: 'CloseBallot', seat, team }));
  await juror.until((views) => views.seat?.ballots.every(({ reopened }) => !reopened) === true);
  given.get(seat)?.set(team, { ...before, ...marks });
}
