import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Audience } from '../shared/audience.ts';
import type { Command } from '../shared/commands.ts';
import type { SeatId } from '../shared/ids.ts';
import type { Vote } from '../shared/jury.ts';
import type { Outcome } from '../shared/protocol.ts';
import type { Setup } from '../shared/setup.ts';
import { Journal } from './journal.ts';
import { Room } from './room.ts';
import { HeldClock } from './testing/held-clock.ts';
import { smallSetup } from './testing/house.ts';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'estrade-box-')), 'small.sqlite');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

const NONCES = ['Qm9sbGV0aW5zLWF1eC11cm5lcw', 'VW4tYXV0cmUtYnVsbGV0aW4tbm9u', 'RW5jb3JlLXVuLWRlcm5pZXItbm9u'];

type Giver = 'mc' | 'president' | SeatId;
function senderOf(by: Giver, president: SeatId): Audience {
  if (by === 'mc') return { role: 'mc' };
  return by === 'president' ? { role: 'president', seat: president } : { role: 'juror', seat: by as SeatId };
}

/** A small forum that has come to its deliberation, every juror present. */
async function deliberating() {
  const setup: Setup = smallSetup();
  const room = Room.open(new Journal(file), new HeldClock(Date.UTC(2019, 10, 28, 13)), setup);
  let count = 0;
  const give = async (command: Command, by: Giver): Promise<Outcome> => {
    const president = setup.seats.find((seat) => seat.president)?.id as SeatId;
    const sender = senderOf(by, president);
    count += 1;
    return new Promise((resolve) => room.submit(`command-${count}`, command, sender, resolve));
  };
  const steer = (type: string, more: object = {}) => give({ type, step: room.state.step, ...more } as Command, 'mc');
  await steer('OpenBrief');
  for (const { id } of setup.seats) await give({ type: 'CheckIn' }, id);
  for (const type of ['OpenIntroduction', 'OpenPassages']) await steer(type);
  for (const { id: team } of setup.teams) {
    await steer('CallTeam', { team });
    for (const type of ['StartPitch', 'StartQuestions', 'EndQuestions']) await steer(type);
  }
  await steer('LockBallots');
  await steer('OpenDeliberation');
  await give({ type: 'OpenMotion', question: { kind: 'free', text: 'Meet again in March' }, secret: true }, 'president');
  const vote = (seat: SeatId, wanted: Vote, nonce = NONCES[0] ?? '') =>
    give({ type: 'CastSecretVote', motion: 1, vote: wanted, nonce }, seat);
  return { room, setup, give, vote };
}

test('[M20] the votes of a secret ballot are counted, across a restart too, and the same command twice is one vote', async () => {
  const { room, setup, vote } = await deliberating();
  const [a, b, c] = setup.seats.map(({ id }) => id) as [SeatId, SeatId, SeatId];
  expect(await vote(a, 'for')).toMatchObject({ ok: true });
  expect(await vote(a, 'against', NONCES[1])).toMatchObject({ ok: false, code: 'already-voted' });
  room.close();

  const again = Room.open(new Journal(file), new HeldClock(Date.UTC(2019, 10, 28, 16)));
  const president = { role: 'president' as const, seat: setup.seats.find((seat) => seat.president)?.id as SeatId };
  const send = (id: string, command: Command, seat: SeatId) =>
    new Promise<Outcome>((resolve) => again.submit(id, command, { role: 'juror', seat }, resolve));
  // Within one turn: what is still on its way to the disk is in the box too.
  const second: Command = { type: 'CastSecretVote', motion: 1, vote: 'against', nonce: NONCES[1] ?? '' };
  const third: Command = { type: 'CastSecretVote', motion: 1, vote: 'for', nonce: NONCES[2] ?? '' };
  const votes = Promise.all([send('vote-of-b', second, b), send('vote-of-b', second, b), send('vote-of-c', third, c)]);
  const closed = new Promise<Outcome>((resolve) => again.submit('the-closing', { type: 'CloseMotion', motion: 1 }, president, resolve));
  expect((await votes).every(({ ok }) => ok)).toBe(true);
  expect(await closed).toMatchObject({ ok: true });
  expect(again.state.deliberation?.motions[0]).toMatchObject({
    voted: [a, b, c],
    votes: {},
    closed: { count: { for: 2, against: 1, abstain: 0 }, outcome: 'adopted' },
  });
  again.close();
});

test('[M21] nothing that is kept of a secret ballot says whose vote is whose', async () => {
  const { room, setup, vote } = await deliberating();
  const [a, b] = setup.seats.map(({ id }) => id) as [SeatId, SeatId];
  await vote(a, 'against');
  await vote(b, 'abstain', NONCES[1]);
  room.close();
  const database = new Database(file, { readonly: true });
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
  expect(
    rows('entries')
      .map(({ event }) => String(event))
      .filter((event) => /VoterMarked|"vote":/.test(event)),
  ).toEqual([JSON.stringify({ type: 'VoterMarked', motion: 1, seat: a }), JSON.stringify({ type: 'VoterMarked', motion: 1, seat: b })]);
  expect(rows('boxes')).toEqual([
    { motion: 1, vote: 'abstain', count: 1 },
    { motion: 1, vote: 'against', count: 1 },
  ]);
  database.close();
  for (const nonce of NONCES) expect(readFileSync(file).includes(nonce)).toBe(false);
});
