/** Text not yet handed to the outbox, kept so that closing the page loses nothing. Private browsing may refuse it: then it lives as long as the page. */

export function readRough(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keepRough(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The page itself still holds the text.
  }
}
