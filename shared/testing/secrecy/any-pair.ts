import fc from 'fast-check';
import type { Setup } from '../../setup.ts';
import { small } from '../forums.ts';
import type { Slot } from './pairs.ts';

/** A small forum under any rules that bear on a secret. */
export const anyRules: fc.Arbitrary<Setup> = fc
  .record({
    mode: fc.constantFrom('per-team' as const, 'once' as const),
    lateBallots: fc.constantFrom('aside' as const, 'aside' as const, 'refused' as const),
    recusal: fc.constantFrom('session' as const, 'team' as const),
    departure: fc.constantFrom('kept' as const, 'struck' as const),
    announcement: fc.constantFrom('running-order' as const, 'department' as const),
    castingVote: fc.boolean(),
    ties: fc.constantFrom<Setup['rules']['ties']>([{ by: 'draw' }], [{ by: 'vote' }, { by: 'draw' }]),
    laureates: fc.constantFrom(1, 2),
  })
  .map(({ mode, ...rules }) => small({ ...rules, lock: { mode, afterSeconds: null } }));

/** As much is tried as is pressed on; the story ends by itself with the thanks. */
export const anyPlot: fc.Arbitrary<readonly Slot[]> = fc.array(
  fc.tuple(
    fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: fc.noBias(fc.nat()) }),
    fc.integer({ min: 0, max: 200 }),
    fc.noBias(fc.nat()),
  ),
  { minLength: 20, maxLength: 60, size: 'max' },
);
