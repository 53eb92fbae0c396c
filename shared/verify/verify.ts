import { covered, hashOf, START } from '../chain.ts';
import type { Entry } from '../events.ts';
import { isErased, isSealed } from '../seal.ts';
import { LAST_INSTANT } from '../time.ts';
import { wrongAgain } from './again.ts';
import { isEventKind } from './asked.ts';
import { type Checked, checkedOf } from './checked.ts';
import { differenceOf } from './compare.ts';
import { exported } from './export.ts';
import type { Fault } from './faults.ts';
import { type NotAnExport, readExport } from './read.ts';
import { type Told, tell } from './times.ts';

export type Verdict =
  | { readonly result: 'right'; readonly checked: Checked }
  | { readonly result: 'wrong'; readonly fault: Fault; readonly entries: number }
  | { readonly result: 'not-an-export'; readonly why: NotAnExport };

export interface Progress {
  readonly done: number;
  readonly entries: number;
}

/** How many entries are recounted between two signs of progress. */
const STRIDE = 100;

/**
 * Recounts a session from the text of its export alone, entry by entry: each must follow the one before it, and be what the rules decide
 * on what came before. Then everything else that the file says must be what its entries give. `witness` is a hash that the room saw, or
 * its first 16 digits or more: that of the last lock, or the last one. Never throws. Yields now and then, so that a page can breathe.
 */
export function* verifying(text: string, witness?: string): Generator<Progress, Verdict> {
  const found = readExport(text);
  if (typeof found === 'string') return { result: 'not-an-export', why: found };
  const wrong = (fault: Fault): Verdict => ({ result: 'wrong', fault, entries: found.entries.length });
  const entries: Entry[] = [];
  const erased = found.entries.some(tellsErasure);
  let told: Told | null = null;
  for (const value of found.entries) {
    const place = entries.length + 1;
    const entry = entryOf(value);
    if (!entry) return wrong({ code: 'not-an-entry', entry: place, event: null });
    const fault = linkFault(entry, entries.at(-1)) ?? sealFault(entry, erased) ?? wrongAgain(told?.state ?? null, entry, erased);
    if (fault) return wrong({ ...fault, entry: place, event: entry.event.type });
    told = tell(told, entry);
    entries.push(entry);
    if (place % STRIDE === 0) yield { done: place, entries: found.entries.length };
  }
  if (told?.state.course.phase !== 'closed')
    return wrong({ code: 'not-closed', entry: entries.length, event: entries.at(-1)?.event.type ?? null });
  const difference = differenceOf(found, exported(entries, told));
  if (difference) return wrong({ code: 'differs', entry: null, event: null, ...difference });
  const checked = checkedOf(entries, told, witness);
  return checked ? { result: 'right', checked } : wrong({ code: 'another-journal', entry: null, event: null });
}

/** The same in one go. */
export function verify(text: string, witness?: string): Verdict {
  const steps = verifying(text, witness);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const FIELDS = ['at by event hash seq', 'at by event hash salt seq'];

/** Five fields of the right kinds, a salt where one belongs, and an event of a known kind; what the event holds is for the rules to judge. */
function entryOf(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null || !FIELDS.includes(Object.keys(value).sort().join(' '))) return null;
  const { seq, at, by, event, hash, salt } = value as Record<string, unknown>;
  const counted = Number.isSafeInteger(seq) && Number.isSafeInteger(at) && Number(at) >= 0 && Number(at) <= LAST_INSTANT;
  if (!counted || typeof by !== 'string' || typeof hash !== 'string' || typeof event !== 'object' || event === null) return null;
  if (!('type' in event) || !isEventKind(event.type)) return null;
  return salt === undefined || (typeof salt === 'string' && isSealed(event.type)) ? (value as Entry) : null;
}

const tellsErasure = (value: unknown): boolean => (value as { event?: { type?: unknown } } | null)?.event?.type === 'BallotsErased';

/** What is erased is erased by an act that the journal holds; then all of it is. */
function sealFault({ event, salt }: Entry, erased: boolean): Pick<Fault, 'code'> | null {
  if (isErased(event)) return erased ? null : { code: 'erased-in-silence' };
  return erased && salt !== undefined ? { code: 'not-erased' } : null;
}

function linkFault(entry: Entry, last: Entry | undefined): Pick<Fault, 'code'> | null {
  const { seq, at, by, hash } = entry;
  const tip = last ?? START;
  if (seq !== tip.seq + 1) return { code: 'out-of-sequence' };
  if (hashOf(tip.hash, { seq, at, by, event: covered(entry) }) !== hash) return { code: 'broken-chain' };
  return last && at < last.at ? { code: 'back-in-time' } : null;
}
