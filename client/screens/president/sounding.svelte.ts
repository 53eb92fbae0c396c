import { sensitivitySteps } from '../../../shared/tally/sensitivity.ts';
import type { JuryMatrix, JurySensitivity } from './reading.ts';
import { inSlices } from './slices.ts';

/** The readings of a matrix, or how far they are. */
export type Sounding = { readonly sensitivity: JurySensitivity } | { readonly share: number };

/** Every team's place by every method with every seat left out in turn, computed here while the page stays free. */
export function sounding(input: () => { readonly matrix: JuryMatrix; readonly places: number }): { readonly value: Sounding } {
  // Each message brings the whole view anew: only other marks, or another number of places, are worth another count.
  const key = $derived(JSON.stringify(input()));
  let found = $state.raw<{ readonly key: string; readonly value: Sounding } | null>(null);
  $effect(() => {
    const wanted = key;
    const { matrix, places } = JSON.parse(wanted) as ReturnType<typeof input>;
    return inSlices(sensitivitySteps(matrix, places), {
      done: (sensitivity) => {
        found = { key: wanted, value: { sensitivity } };
      },
      share: (share) => {
        found = { key: wanted, value: { share } };
      },
    });
  });
  return {
    get value() {
      return found?.key === key ? found.value : { share: 0 };
    },
  };
}
