import { verify } from '../../shared/verify/verify.ts';
import { faultOf } from '../verify/words.ts';
import type { Company, Links } from './company.ts';
import type { Decided } from './deliberation.ts';
import type { Expectations } from './expectations.ts';
import type { Played } from './played.ts';

/** What the organiser takes away says what was played; the export is recounted, and witnessed by the hash that a viewer saw. Returns its text. */
export async function checkTakenAway(
  company: Company,
  links: Links,
  expect: Expectations,
  played: Played,
  decided: Decided,
): Promise<string> {
  const get = getter(links);
  const { results } = (await (await get('results.json')).json()) as { results: readonly { team: string; laureate: boolean }[] };
  const laureates = results.filter(({ laureate }) => laureate).map(({ team }) => team);
  const same = [...laureates].sort().join() === [...decided.list].sort().join();
  expect.that('the exported results name the same laureates', same, laureates.join(' '));
  for (const table of ['results.csv', 'ballots.csv', 'times.csv']) {
    const csv = new Uint8Array(await (await get(table)).arrayBuffer());
    const opens = csv[0] === 0xef && csv[1] === 0xbb && csv[2] === 0xbf && new TextDecoder().decode(csv).includes(';');
    expect.that(`${table} opens in a French Excel`, opens, 'byte-order mark and semicolons');
  }
  const text = await (await get('export.json')).text();
  checkExport(text, company, expect, played, decided);
  return text;
}

function checkExport(text: string, { viewers }: Company, expect: Expectations, { given }: Played, { motions, substituted }: Decided): void {
  const seen = viewers[0]?.frames.flatMap(({ channel, view }) =>
    channel === 'live' ? [view as { scene: { show: string; hash?: string } }] : [],
  );
  const witness = seen?.find(({ scene }) => scene.show === 'locked')?.scene.hash;
  const verdict = verify(text, witness);
  const fault = verdict.result === 'wrong' ? faultOf(verdict.fault, verdict.entries) : verdict.result;
  expect.that('the export is recounted, and holds', verdict.result === 'right', fault);
  if (verdict.result !== 'right') return;
  const { checked } = verdict;
  const ballots = [...given.values()].reduce((count, own) => count + own.size, 0);
  expect.that('the hash that the room saw is in the export', checked.witness === 'lock', String(checked.witness));
  expect.that('the export holds the draw', checked.draw !== null, 'no draw');
  expect.that('the export holds every ballot', checked.ballots.recorded === ballots, `${checked.ballots.recorded} of ${ballots}`);
  expect.that('each ballot has its receipt', checked.ballots.receipts === ballots, `${checked.ballots.receipts} of ${ballots}`);
  expect.that('one ballot was opened again', checked.ballots.reopened === 1, String(checked.ballots.reopened));
  expect.that(
    'every motion is in the export, one of them secret',
    checked.motions.open + checked.motions.secret === motions && checked.motions.secret === 1,
    `${checked.motions.open} open, ${checked.motions.secret} secret`,
  );
  const departed = substituted === null ? 0 : 1;
  expect.that(
    'the substitution stands in the export as a departure from the ranking',
    checked.departures === departed,
    String(checked.departures),
  );
}

/** Asks the server for a file, as the organiser does. */
function getter(links: Links): (file: string) => Promise<Response> {
  const { origin, pathname, hash } = new URL(links.organiser ?? '');
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  return (file) => fetch(`${origin}/api/${pathname.split('/')[1]}/${file}`, { headers });
}
