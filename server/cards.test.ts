import { afterEach, expect, test } from 'vitest';
import { startOf } from '../shared/state.ts';
import { instant } from '../shared/time.ts';
import { CODES, readCard } from './cards.ts';
import { sampleSetup } from './forums.ts';
import { Invitations } from './invitations.ts';
import { House } from './testing/house.ts';
import { chanceOfGuessing, LIMITS } from './tries.ts';

let house: House | null = null;
afterEach(() => house?.remove());

const state = startOf(sampleSetup(), instant(0));
const secret = Buffer.alloc(32, 7);

const type = async (card: string, headers: Record<string, string> = {}, forum = 'small') => {
  const answer = await fetch(`${house?.served.url}/api/${forum}/card`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ card }),
  });
  return { status: answer.status, said: (await answer.json()) as { code?: string; url?: string }, wait: answer.headers.get('retry-after') };
};
const cards = () =>
  (house?.served.forum.invitations.all ?? []).flatMap(({ key, token, card }) =>
    card ? [{ key, token, text: `${card.card} ${card.code}` }] : [],
  );
/** The same card with one character of its code mistyped. */
const slipped = (text: string) => `${text.slice(0, -1)}${text.endsWith('7') ? '8' : '7'}`;

test('[T15] everyone but the organiser has a card of its own, the same after a restart, another once its link is issued anew', () => {
  const { all } = new Invitations(secret, state);
  const again = new Invitations(secret, { ...state, generations: { 'juror/j03': 1 } });
  expect(all.filter(({ card }) => card === null).map(({ key }) => key)).toEqual(['organiser']);
  const names = all.flatMap(({ card }) => (card ? [card.card] : []));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['R', 'P', 'J1', 'J15', 'T1', 'T15', 'C1', 'C2', 'E', 'S']));
  for (const { key, card } of all) {
    if (!card) continue;
    expect(card.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(again.keyOfCard(card)).toBe(key === 'juror/j03' ? null : key);
  }
});

test('[T15] what a card says is answered with its link, until that link is revoked', async () => {
  house = await new House().open();
  for (const { key, token, text } of cards()) {
    const { status, said } = await type(text);
    expect([key, status, new URL(said.url ?? '').hash]).toEqual([key, 200, `#${token}`]);
    expect(said.url).toContain(`${house.served.url}/small/`);
  }
  const old = cards().find(({ key }) => key === 'juror/j01')?.text ?? '';
  const organiser = await house.join(house.links.organiser);
  await organiser.command({ type: 'ReissueLink', audience: 'juror/j01' });
  expect((await type(old)).status).toBe(404);
});

test('[T16] a card is read however it is typed', () => {
  const wanted = { card: 'J10', code: 'K0M1Q1' };
  for (const text of ['J10 K0M1Q1', 'j10k0m1q1', ' J10 · K0M-1Q1 ', 'jio komlqi', 'J-10-KOMILI'.replace('MILI', 'M1Q1')])
    expect(readCard(text)).toEqual(wanted);
  for (const text of ['', 'J10', 'K0M1Q1', 'X1 K0M1Q1', 'J10 K0M1QU', 'J1000 K0M1Q1', 'J10 K0M1Q1!', 'O K0M1Q1'])
    expect(readCard(text)).toBeNull();
});

test('[T16] a wrong code, a card and a forum that are not there have one and the same answer; another site’s page has none', async () => {
  house = await new House().open();
  const [{ text } = { text: '' }] = cards();
  const answers = [await type(slipped(text)), await type('J99 K7M4QX'), await type(text, {}, 'elsewhere')];
  for (const answer of answers) expect(answer).toEqual({ status: 404, said: { ok: false, code: 'unknown-card' }, wait: null });
  expect(await type('J12')).toMatchObject({ status: 400, said: { code: 'malformed' } });
  expect(await type(text, { origin: 'http://elsewhere.example' })).toMatchObject({ status: 403, said: { code: 'foreign-page' } });
});

test('[T17] in an afternoon of six hours, from any number of addresses, any card is guessed with less than one chance in a million', () => {
  expect(CODES).toBe(2 ** 30);
  expect(chanceOfGuessing(6 * 3_600)).toBe((2 * LIMITS.overall.points) / 2 ** 30);
  expect(chanceOfGuessing(6 * 3_600)).toBeLessThan(1e-6);
});

test('[T17] sixty people behind one address, each with one slip, all come in; wrong codes then meet the limits, and right ones of others do not', async () => {
  const sample = sampleSetup();
  house = await new House({
    ...sample,
    seats: Array.from({ length: 60 }, (_, n) => ({
      ...sample.seats[1],
      ...(n === 0 ? { president: true } : { president: false }),
      id: `j${n}`,
      number: n + 1,
    })) as never,
  }).open({ trustProxy: true });
  const people = cards().filter(({ key }) => key.startsWith('juror/'));
  expect(people).toHaveLength(60);
  const wrong = await Promise.all(people.map(({ text }) => type(slipped(text), { 'x-forwarded-for': '10.0.0.1' }, sample.id)));
  expect(wrong.every(({ status }) => status === 404)).toBe(true);
  const right = await Promise.all(people.map(({ text }) => type(text, { 'x-forwarded-for': '10.0.0.1' }, sample.id)));
  expect(right.every(({ status }) => status === 200)).toBe(true);

  const [victim, other] = people.map(({ text }) => text) as [string, string];
  // One card, from as many addresses as one likes.
  const guesses = Array.from({ length: LIMITS.card.points + 5 }, (_, n) =>
    type(slipped(victim), { 'x-forwarded-for': `10.1.0.${n}` }, sample.id),
  );
  const refused = (await Promise.all(guesses)).filter(({ status }) => status === 429);
  expect(refused).toHaveLength(6);
  for (const { said, wait } of refused) {
    expect(said.code).toBe('too-many-tries');
    expect(Number(wait)).toBeGreaterThan(0);
  }
  expect((await type(victim, { 'x-forwarded-for': '10.9.9.9' }, sample.id)).status).toBe(429);
  expect((await type(other, { 'x-forwarded-for': '10.9.9.9' }, sample.id)).status).toBe(200);
  // Everything, from as many addresses as one likes: what was looked at never exceeds what the calculation counts on.
  let looked = 60 + LIMITS.card.points - 1;
  for (let n = 0; n < LIMITS.overall.points + 40; n += 1) {
    const { status } = await type(`T${n % 900} 222222`, { 'x-forwarded-for': `10.2.${n >> 8}.${n & 255}` }, sample.id);
    if (status === 404) looked += 1;
  }
  expect(looked).toBeLessThanOrEqual(LIMITS.overall.points);
  expect((await type(other, { 'x-forwarded-for': '10.9.9.9' }, sample.id)).status).toBe(429);
});
