import type { Matrix } from '../../shared/tally/matrix.ts';
import { sensitivity, sensitivitySteps } from '../../shared/tally/sensitivity.ts';
import type { Race } from './rounds.ts';

const WEIGHTS = [30, 25, 25, 20];

/** The full sensitivity, five methods with the whole jury and without each juror, beside a bare double loop over the same marks. */
export function tallyRaces(): readonly Race[] {
  return [
    race('sensitivity 15 x 15 x 4', juryOf(15, 15, 0), 5),
    race('sensitivity 15 x 15 x 4, 3 % missing', juryOf(15, 15, 0.03), 5),
    race('sensitivity 200 x 60 x 4', juryOf(200, 60, 0), 300),
    race('sensitivity 200 x 60 x 4, 3 % missing', juryOf(200, 60, 0.03), 300),
    step('one step of the last, between two turns of the loop', juryOf(200, 60, 0.03), 5),
  ];
}

function race(name: string, jury: Matrix, goal: number): Race {
  const places = Math.floor(jury.teams.length / 2);
  const isLarge = jury.teams.length > 100;
  return {
    name,
    ours: () => void sensitivity(jury, places),
    floor: () => void bareLoops(jury),
    times: isLarge ? { ours: 1, floor: 1 } : { ours: 1, floor: 20 },
    rounds: isLarge ? { full: 40, quick: 2 } : { full: 400, quick: 5 },
    goal: `median up to ${goal} ms`,
    met: ({ p50 }) => p50 <= goal,
  };
}

/** How long a server or a phone is held up before it can turn to something else. */
function step(name: string, jury: Matrix, goal: number): Race {
  let steps = sensitivitySteps(jury, 100);
  return {
    name,
    ours: () => {
      if (steps.next().done) steps = sensitivitySteps(jury, 100);
    },
    floor: () => void bareLoops(jury, 0),
    times: { ours: 1, floor: 20 },
    rounds: { full: 700, quick: 5 },
    goal: `median up to ${goal} ms`,
    met: ({ p50 }) => p50 <= goal,
  };
}

/** Adds up the weighted marks of every team, once for the whole jury and once without each juror, and does nothing with the sums. */
function bareLoops({ teams, jurors, criteria, ballots }: Matrix, without = jurors.length): number {
  let total = 0;
  for (let left = -1; left < without; left += 1)
    for (let t = 0; t < teams.length; t += 1)
      for (let j = 0; j < jurors.length; j += 1) {
        const ballot = ballots[t]?.[j];
        if (j === left || !ballot) continue;
        for (let c = 0; c < criteria.length; c += 1) total += (criteria[c]?.weight ?? 0) * (ballot[c] ?? 0);
      }
  return total;
}

/** Marks from 1 to 5 by a fixed series (Lehmer's, modulus 2^31 - 1), some ballots missing. */
function juryOf(teams: number, jurors: number, missing: number): Matrix {
  let last = 166;
  const next = () => {
    last = (last * 48_271) % 2_147_483_647;
    return last / 2_147_483_647;
  };
  const ids = (letter: string, count: number) => Array.from({ length: count }, (_, k) => `${letter}${k + 1}`);
  return {
    teams: ids('e', teams),
    jurors: ids('j', jurors),
    criteria: WEIGHTS.map((weight, c) => ({ id: `c${c + 1}`, weight })),
    ballots: ids('e', teams).map(() =>
      ids('j', jurors).map(() => (next() < missing ? null : WEIGHTS.map(() => 1 + Math.floor(next() * 5)))),
    ),
  };
}
