import { readFileSync } from 'node:fs';
import { readSetup } from '../shared/read-setup.ts';
import type { Setup } from '../shared/setup.ts';
import { Fault } from './fault.ts';

/** A set-up file. Throws a `Fault` that names the file and the field. */
export function readForum(file: string): Setup {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Fault(`--forum: "${file}" cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Fault(`--forum: "${file}" is not JSON: ${(error as Error).message}.`);
  }
  const result = readSetup(content);
  if ('fault' in result) throw new Fault(`--forum: "${file}" is not a set-up: ${result.fault}.`);
  return result.setup;
}
