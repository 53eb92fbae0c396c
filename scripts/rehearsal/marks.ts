/** Numbers between 0 and 1 that are the same for the same seed (mulberry32): a rehearsal can be played again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A mark on the scale, near a team's own level, as jurors mark: most in the middle, a few far off. */
export function markNear(level: number, scale: { readonly min: number; readonly max: number }, chance: () => number): number {
  const spread = (chance() + chance() + chance() - 1.5) * 2;
  return Math.min(scale.max, Math.max(scale.min, Math.round(level + spread)));
}
