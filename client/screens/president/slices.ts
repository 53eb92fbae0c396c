/** How long a slice may keep the page, in milliseconds: less than two frames. */
const SLICE = 24;

/** Lets the page breathe: calls back when the browser has nothing better to do, or soon in one that cannot tell. */
function breathe(go: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => go(), { timeout: 200 });
  else setTimeout(go, 0);
}

/** Runs a long computation step by step, some at a time, with the page free between. Returns a way to stop it. */
export function inSlices<T>(
  steps: Generator<number, T>,
  { done, share, pause = breathe }: { done: (value: T) => void; share: (done: number) => void; pause?: (go: () => void) => void },
): () => void {
  let stopped = false;
  const go = () => {
    const until = performance.now() + SLICE;
    while (!stopped) {
      const step = steps.next();
      if (step.done) {
        done(step.value);
        return;
      }
      if (performance.now() >= until) {
        share(step.value);
        pause(go);
        return;
      }
    }
  };
  pause(go);
  return () => {
    stopped = true;
  };
}
