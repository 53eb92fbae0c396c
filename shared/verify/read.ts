import { FORMAT } from './export.ts';

/** Characters of a file that is looked at: far more than the longest session, few enough for a phone to hold. */
export const LONGEST = 128 * 1024 * 1024;

/** How deep an export's values lie at most, and some more. */
const DEEPEST = 32;

/** Why a file is no export. */
export type NotAnExport = 'too-long' | 'not-json' | 'another-format' | 'too-deep' | 'forbidden-key';

/** An export as found in a file, nothing of which is yet believed, save that it holds a list of entries. */
export interface Found extends Readonly<Record<string, unknown>> {
  readonly entries: readonly unknown[];
}

/** The export in a text, or why there is none. Never throws, whatever the text. */
export function readExport(text: string): Found | NotAnExport {
  if (text.length > LONGEST) return 'too-long';
  const value = parsed(text);
  if (value === undefined) return 'not-json';
  const fault = faultOf(value);
  if (fault) return fault;
  return isExport(value) ? value : 'another-format';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Walked level by level: a file nested a million deep must not exhaust the stack that looks at it. */
function faultOf(value: unknown): NotAnExport | null {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return 'too-deep';
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      // As a key of a plain object it would be taken for the object's own nature.
      if (Object.hasOwn(one, '__proto__')) return 'forbidden-key';
      for (const held of Object.values(one)) below.push(held);
    }
    level = below;
  }
  return null;
}

/** A list of entries under the format's name; or, whatever name it goes by now, entries as a journal has them. */
function isExport(value: unknown): value is Found {
  if (!isRecord(value) || !Array.isArray(value.entries)) return false;
  return (
    value.format === FORMAT || value.entries.some((entry) => isRecord(entry) && typeof entry.hash === 'string' && isRecord(entry.event))
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
