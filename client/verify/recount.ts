import { LONGEST } from '../../shared/verify/read.ts';
import { type Verdict, verifying } from '../../shared/verify/verify.ts';

/** How long the page may stand still, in milliseconds. */
const SLICE = 24;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Recounts a file in slices, so that the page stays alive on a phone. Rejects when the file cannot be read; told how much is done, 0 to 1. */
export async function recount(file: Blob, ondone: (share: number) => void): Promise<Verdict> {
  if (file.size > LONGEST) return { result: 'not-an-export', why: 'too-long' };
  const steps = verifying(await file.text());
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      ondone(step.value.done / step.value.entries);
    } while (performance.now() < until);
    await breathe();
  }
}
