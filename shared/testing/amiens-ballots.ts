import type { Choices } from './play.ts';

/*
 * ENTIRELY FICTITIOUS BALLOTS, drawn at random (seed 166) to try the counting on. They say nothing of the real projects, nor of
 * the vote of 2019. The expected figures were computed apart from this program, as sums of weight x mark.
 */

/** A row for each seat, j01 to j15; a word for each team, e01 to e15; a figure for each criterion of the set-up, 1 to 5. */
const ROWS = [
  '4553 4334 4555 3433 4435 5344 5433 5335 3344 5434 4443 4333 4432 2252 4334',
  '4434 4544 4345 3234 4355 3553 4534 2434 3254 3424 3334 2334 4224 4222 5413',
  '3323 3332 2423 2122 2323 4221 3342 2433 1322 2122 2223 2122 2112 1232 1221',
  '5344 4445 3544 5233 5534 5555 4343 5543 3533 3233 4333 3222 4434 4342 5343',
  '5445 5444 5545 4334 5545 5344 4555 3423 2424 3433 3443 2333 2333 3334 3322',
  '4545 5333 2443 3243 3334 3333 3345 3332 4322 2433 3143 2232 2342 2322 2443',
  '4435 4445 4334 4432 4344 3434 5354 5443 2424 3324 3324 2323 4333 3132 3543',
  '4535 4554 3434 4243 4444 5454 4545 5453 3155 4433 3444 3424 3343 3423 4334',
  '4454 4343 4434 2434 4344 4544 4544 3443 3232 2324 4434 3333 3325 1242 2344',
  '5444 4343 2253 3343 3345 5344 4544 3432 4324 3232 3224 3234 2233 2222 3432',
  '4243 4453 3344 3353 1514 3334 4425 3323 4233 2134 4333 3243 2323 3323 3533',
  '5445 3343 3444 4334 4353 5334 4444 2444 2424 1423 2433 3423 3434 3331 3334',
  '4433 4444 4434 3323 4234 3334 4434 5342 3233 2423 3324 2334 3323 2233 3324',
  '4435 3453 3335 4334 4332 5453 3454 4344 3444 2232 3232 4134 3332 3242 3343',
  '5323 2543 3343 3333 3134 4334 3334 4424 2313 2323 3323 2232 3313 2132 4133',
];
const CRITERIA = ['drame', 'solution', 'mise-en-oeuvre', 'impact'];

/** Ballots missing in the incomplete case: a recusal, and a juror who left after the twelfth passage. */
const MISSING = ['j07 e10', 'j11 e02', 'j11 e11', 'j11 e13'];

const indexOf = (id: string) => Number(id.slice(1)) - 1;

export function amiensMarks(seat: string, team: string): Record<string, number> {
  const word = ROWS[indexOf(seat)]?.split(' ')[indexOf(team)] ?? '';
  return Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, Number(word[index])]));
}

export const amiensIncompleteMarks: Choices['marks'] = (seat, team) =>
  MISSING.includes(`${seat} ${team}`) ? null : amiensMarks(seat, team);

export const EXPECTED = {
  sums: {
    e01: 5915,
    e02: 5695,
    e03: 5445,
    e04: 4710,
    e05: 5345,
    e06: 5685,
    e07: 5865,
    e08: 5230,
    e09: 4480,
    e10: 4185,
    e11: 4635,
    e12: 4095,
    e13: 4315,
    e14: 3820,
    e15: 4710,
  },
  ranking: ['e01', 'e07', 'e02', 'e06', 'e03', 'e05', 'e08', 'e04', 'e15', 'e11', 'e09', 'e13', 'e10', 'e12', 'e14'],
  tie: ['e04', 'e15'],
};

/** Weighted sum and number of ballots of each team. */
export const EXPECTED_INCOMPLETE = {
  sums: {
    e01: [5915, 15],
    e02: [5290, 14],
    e03: [5445, 15],
    e04: [4710, 15],
    e05: [5345, 15],
    e06: [5685, 15],
    e07: [5865, 15],
    e08: [5230, 15],
    e09: [4480, 15],
    e10: [3890, 14],
    e11: [4305, 14],
    e12: [4095, 15],
    e13: [4070, 14],
    e14: [3820, 15],
    e15: [4710, 15],
  },
  ranking: ['e01', 'e07', 'e06', 'e02', 'e03', 'e05', 'e08', 'e04', 'e15', 'e11', 'e09', 'e13', 'e10', 'e12', 'e14'],
};
