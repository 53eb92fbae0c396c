import type { SeatId, TeamId } from '../../shared/ids.ts';
import type { Matrix } from '../../shared/tally/matrix.ts';
import { setup, team } from './literal.ts';

/*
 * ENTIRELY FICTITIOUS BALLOTS, for the gallery and the tests. They say nothing of the real projects, nor of the vote of 2019.
 * A row for each seat, j01 to j15; a word for each team, e01 to e15; a figure for each criterion, `----` where no ballot counts.
 */
const ROWS = [
  '4553 4334 4555 3433 4435 5344 5433 5335 3344 5434 4443 4333 4432 2252 4334',
  '4434 4544 4345 3234 4355 3553 4534 2434 3254 3424 3334 2334 4224 4222 5413',
  '3323 3332 2423 2122 2323 4221 3342 2433 1322 2122 2223 2122 2112 1232 1221',
  '5344 4445 3544 5233 5534 5555 4343 5543 3533 3233 4333 3222 4434 4342 5343',
  '5445 5444 5545 4334 5545 5344 4555 3423 2424 3433 3443 2333 2333 3334 3322',
  '4545 5333 2443 3243 3334 3333 3345 3332 4322 2433 3143 2232 2342 2322 2443',
  '4435 4445 4334 4432 4344 3434 5354 5443 2424 ---- 3324 2323 4333 3132 3543',
  '4535 4554 3434 4243 4444 5454 4545 5453 3155 4433 3444 3424 3343 3423 4334',
  '4454 4343 4434 2434 4344 4544 4544 3443 3232 2324 4434 3333 3325 1242 2344',
  '5444 4343 2253 3343 3345 5344 4544 3432 4324 3232 3224 3234 2233 2222 3432',
  '4243 ---- 3344 3353 1514 3334 4425 3323 4233 2134 ---- 3243 ---- 3323 3533',
  '5445 3343 3444 4334 4353 5334 4444 2444 2424 1423 2433 3423 3434 3331 3334',
  '4433 4444 4434 3323 4234 3334 4434 5342 3233 2423 3324 2334 3323 2233 3324',
  '4435 3453 3335 4334 4332 5453 3454 4344 3444 2232 3232 4134 3332 3242 3343',
  '5323 2543 3343 3333 3134 4334 3334 4424 2313 2323 3323 2232 3313 2132 4133',
].map((row) => row.split(' '));

const order = setup.order ?? [];
const jurors: readonly SeatId[] = setup.seats.map(({ id }) => id);
const marksOf = (word = '----') => (word === '----' ? null : [...word].map(Number));

/** Fifteen teams, fifteen seats, four ballots missing: two teams at 3,14 for the eighth place. */
export const matrix: Matrix<TeamId, SeatId> = {
  teams: order,
  jurors,
  criteria: setup.criteria.map(({ id, weight }) => ({ id, weight })),
  ballots: order.map((id) => ROWS.map((row) => marksOf(row[Number(id.slice(1)) - 1]))),
};

/** Two halves of the jury that marked no team in common: nothing joins their marks. */
export const apart: typeof matrix = {
  ...matrix,
  ballots: matrix.ballots.map((row, t) => row.map((ballot, j) => (t < 8 === j < 8 ? ballot : null))),
};

/** Three teams for eight places. */
export const three: typeof matrix = { ...matrix, teams: order.slice(0, 3), ballots: matrix.ballots.slice(0, 3) };

const markOf = (t: number, j: number, c: number) =>
  Math.min(5, Math.max(1, Math.round(2 + ((t * 37) % 101) / 50 + (((t + 3) * (j + 7) * (c + 5)) % 7) / 3 - 1)));

/** As many teams as a forum may have, marked by the same fifteen seats: a level for each team, a step up or down for each mark. */
export const many: typeof matrix = {
  ...matrix,
  teams: Array.from({ length: 200 }, (_, t) => team(`m${String(t + 1).padStart(3, '0')}`)),
  ballots: Array.from({ length: 200 }, (_, t) => jurors.map((_, j) => [0, 1, 2, 3].map((c) => markOf(t, j, c)))),
};
