/** What a link says: the forum and the screen in its path, who one is in its fragment, which no server sees. */
export interface Address {
  readonly forum: string;
  readonly screen: string;
  readonly token: string | null;
}

export function readAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Address {
  const [forum = '', screen = 'public'] = pathname.split('/').filter((part) => part !== '');
  return { forum, screen, token: hash.length > 1 ? hash.slice(1) : null };
}
