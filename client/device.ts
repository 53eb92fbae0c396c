import { deviceShelf } from './outbox.svelte.ts';

/** 32 hexadecimal digits by chance: 128 bits. On plain http a page has no other source than this one. */
export const randomName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const KEY = 'estrade/device';

/** This device's own name, made once and kept; where nothing can be kept, one for as long as the page lives. */
export function deviceName(): string {
  const kept = deviceShelf.all().find(([key]) => key === KEY)?.[1];
  if (kept && /^[A-Za-z0-9_-]{8,64}$/.test(kept)) return kept;
  const made = randomName();
  deviceShelf.put(KEY, made);
  return made;
}
