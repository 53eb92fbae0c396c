import { createHash } from 'node:crypto';
import { seeded } from '../rehearsal/marks.ts';

/** Everything random of a torture: a stream for each name, so that one device's draws do not depend on when another makes its own. */
export interface Chance {
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  one<Kind>(among: readonly Kind[]): Kind;
  shuffled<Kind>(all: readonly Kind[]): readonly Kind[];
}

export function chanceOf(seed: string, name: string): Chance {
  const next = seeded(createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE(0));
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    happens: (probability) => next() < probability,
    one: (among) => {
      if (among.length === 0) throw new Error('nothing to choose from');
      return among[whole(0, among.length - 1)] as (typeof among)[number];
    },
    shuffled: (all) => {
      const left = [...all];
      return all.map(() => left.splice(whole(0, left.length - 1), 1)[0] as (typeof all)[number]);
    },
  };
}
