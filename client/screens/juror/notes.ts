/** The juror's private notebook. It never leaves the phone: nothing here knows the room. */

// A browser may refuse storage: the notes then live as long as the page.
const pages = new Map<string, string>();
const key = (forum: string, seat: string, team: string): string => `carnet/${forum}/${seat}/${team}`;

export function readNote(forum: string, seat: string, team: string): string {
  const page = key(forum, seat, team);
  try {
    return localStorage.getItem(page) ?? pages.get(page) ?? '';
  } catch {
    return pages.get(page) ?? '';
  }
}

export function writeNote(forum: string, seat: string, team: string, text: string): void {
  const page = key(forum, seat, team);
  pages.set(page, text);
  try {
    if (text === '') localStorage.removeItem(page);
    else localStorage.setItem(page, text);
  } catch {
    // The page itself still holds it.
  }
}
