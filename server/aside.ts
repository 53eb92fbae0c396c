import { existsSync } from 'node:fs';

/** A free name beside a file, for what is kept when something takes its place. It ends in a number, so that nobody opens it as a forum. */
export function asideOf(file: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${file}.aside-${number}`;
    if (!existsSync(name)) return name;
  }
}
