import type { Links } from './company.ts';
import type { Decided } from './deliberation.ts';
import type { Expectations } from './expectations.ts';

/** What the organiser takes away says what was announced. */
export async function checkTakenAway(links: Links, expect: Expectations, { list }: Decided): Promise<void> {
  const get = getter(links);
  const { results } = (await (await get('results.json')).json()) as { results: readonly { team: string; laureate: boolean }[] };
  const laureates = results.filter(({ laureate }) => laureate).map(({ team }) => team);
  expect.that(
    'the exported results name the same laureates',
    [...laureates].sort().join() === [...list].sort().join(),
    laureates.join(' '),
  );
  const csv = new Uint8Array(await (await get('results.csv')).arrayBuffer());
  const opens = csv[0] === 0xef && csv[1] === 0xbb && csv[2] === 0xbf && new TextDecoder().decode(csv).includes(';');
  expect.that('results.csv opens in a French Excel', opens, 'byte-order mark and semicolons');
}

/** Asks the server for a file, as the organiser does. */
function getter(links: Links): (file: string) => Promise<Response> {
  const { origin, pathname, hash } = new URL(links.organiser ?? '');
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  return (file) => fetch(`${origin}/api/${pathname.split('/')[1]}/${file}`, { headers });
}
