import { createHash } from 'node:crypto';
import type { CriterionId, TeamId } from '../../shared/ids.ts';
import { type Company, everyone } from './company.ts';
import type { Expectations } from './expectations.ts';
import type { Parts } from './parts.ts';

/** Said aloud, one for each département; further ones count on from there. */
const NUMBERS = [7, 31, 12, 5, 88];

/** The organiser draws the passing order in front of the room, and everyone can redo the sum. */
export async function drawTheOrder(company: Company, expect: Expectations, say: (line: string) => void): Promise<void> {
  const { organiser, mc } = company;
  const drawn = (mc.views.live?.order ?? []).map(({ team }) => team as TeamId);
  expect.must('OpenDraw', await organiser.command({ type: 'OpenDraw', step: organiser.step }));
  await organiser.until(({ live }) => live?.scene.show === 'draw');
  const numbers = (mc.views.forum?.departments ?? []).map(({ code }, index) => ({ code, number: NUMBERS[index] ?? index + 100 }));
  for (const { code, number } of numbers)
    expect.must('SayNumber', await organiser.command({ type: 'SayNumber', department: code, number }));
  const step = organiser.step;
  expect.must('DrawOrder', await organiser.command({ type: 'DrawOrder', step, witnesses: 'Deux agents du secrétariat' }));
  const seed = numbers.map(({ number }) => number).join('-');
  const print = (team: TeamId) => createHash('sha256').update(`${seed}:${team}`).digest('hex');
  const wanted = [...drawn].sort((a, b) => (print(a) < print(b) ? -1 : 1)).join(' ');
  await Promise.all(everyone(company).map((caller) => caller.until(({ live }) => (live?.step ?? 0) > step)));
  const wrong = everyone(company).filter(({ views }) => views.live?.order.map(({ team }) => team).join(' ') !== wanted).length;
  expect.that(`every screen has the order that ${seed} gives`, wrong === 0, `${wrong} have another`);
  say(`The order is drawn from ${seed}`);
  expect.must('CloseDraw', await organiser.command({ type: 'CloseDraw', step: organiser.step }));
  await organiser.until(({ live }) => live?.scene.show !== 'draw');
  // The régie's own part comes after the room's: it must have seen the last step before it gives the next.
  await mc.until(({ regie }) => (regie?.step ?? -1) >= organiser.step);
}

/** During the brief: trial ballots, everyone signs in, the one without a phone is signed in, and one stands back. */
export async function brief(company: Company, expect: Expectations, parts: Parts, first: TeamId | null): Promise<void> {
  const { jurors, president, organiser } = company;
  for (const [seat, juror] of jurors) {
    const grid = juror.views.grid;
    const marks = Object.fromEntries((grid?.criteria ?? []).map(({ id }) => [id, grid?.scale.max])) as Record<CriterionId, number>;
    expect.must('a trial ballot', await juror.command({ type: 'CastTrialBallot', marks }));
    const arrival =
      seat === parts.paper ? organiser.command({ type: 'RecordArrival', seat: parts.paper }) : juror.command({ type: 'CheckIn' });
    expect.must('a check-in', await arrival);
  }
  await president.until(({ presidency }) => presidency?.quorum.present === jurors.size);
  expect.that('every seat is present', president.views.presidency?.quorum.met === true, `${president.views.presidency?.quorum.present}`);

  const juror = parts.recused === null ? undefined : jurors.get(parts.recused);
  if (!juror) return;
  const team = juror.views.grid?.rules.recusal === 'session' ? null : first;
  expect.must('DeclareRecusal', await juror.command({ type: 'DeclareRecusal', team }));
  await juror.until(({ seat }) => seat != null && (seat.recused || seat.recusedFrom.length > 0));
}
