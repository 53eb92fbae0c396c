import { seeded } from '../rehearsal/marks.ts';

/** Chance from a seed: the same seed and the same number give the same draws, on any machine. */
export class Chance {
  readonly share: () => number;

  constructor(seed: number, number: number) {
    this.share = seeded(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(number + 1, 0xc2b2ae35));
  }

  /** A whole number from 0 up to and without `below`. */
  below(below: number): number {
    return Math.floor(this.share() * below);
  }

  is(probability: number): boolean {
    return this.share() < probability;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
}
