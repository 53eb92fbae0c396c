import { readAddress } from '../../address.ts';
import type { Views } from '../../shared.ts';

/** Every link of a forum, as the server gives them to its organiser alone. */
export interface LinkList {
  /** Where this machine can be reached from the room. */
  readonly addresses: readonly string[];
  readonly links: readonly { readonly audience: string; readonly role: string; readonly url: string; readonly card?: string | null }[];
  readonly public: string;
}

/** This page's own token: what its address holds after the `#`. */
export const ownToken = (): string => readAddress(location).token ?? '';

async function ask(
  forum: Views['forum'],
  path: string,
  token: string,
  signal: AbortSignal | null = null,
  sent: { readonly method?: string; readonly body?: string } = {},
): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const response = await fetch(`/api/${forum.id}/${path}`, { ...sent, headers, signal });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

export async function fetchLinks(forum: Views['forum'], token: string, signal: AbortSignal): Promise<LinkList> {
  return (await ask(forum, 'links', token, signal)).json() as Promise<LinkList>;
}

/**
 * Save one of the organiser's files, `minutes.pdf` or `marks/e05.pdf`, named after the forum. It is asked for with the token in a header,
 * so a plain link would not do.
 */
export async function saveFile(forum: Views['forum'], token: string, path: string): Promise<void> {
  const file = await (await ask(forum, path, token)).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${forum.id}-${path.replace('/', '-')}`;
  link.click();
  // Some browsers begin to save after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The names of those who sit, by seat: for the minutes alone, and in no view. */
export async function fetchPeople(forum: Views['forum'], token: string): Promise<Readonly<Record<string, string>>> {
  const { people } = (await (await ask(forum, 'people', token)).json()) as { people: Record<string, string> };
  return people;
}

/** Name who sits there; an empty name is forgotten. */
export async function savePerson(forum: Views['forum'], token: string, seat: string, name: string): Promise<void> {
  await ask(forum, `people/${seat}`, token, null, { method: 'PUT', body: JSON.stringify({ name }) });
}

/** A link's address as reached by another of the machine's addresses. */
export function withOrigin(url: string, origin: string): string {
  const { pathname, hash } = new URL(url);
  return `${origin}${pathname}${hash}`;
}
