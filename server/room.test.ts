import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chain, START } from '../shared/chain.ts';
import type { Command } from '../shared/commands.ts';
import type { Entry } from '../shared/events.ts';
import type { SeatId } from '../shared/ids.ts';
import { audiencesOf } from '../shared/links.ts';
import type { Outcome } from '../shared/protocol.ts';
import { channelsOf, view } from '../shared/view.ts';
import { Journal, type Recorded } from './journal.ts';
import { Room } from './room.ts';
import { HeldClock } from './testing/held-clock.ts';
import { smallSetup } from './testing/house.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estrade-room-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A real journal that counts its commits, and refuses them while the disk is full. */
class WatchedJournal extends Journal {
  commits: number[] = [];
  full = false;

  override append(entries: readonly Entry[], outcomes: readonly Recorded[]): void {
    if (this.full) throw new Error('database or disk is full');
    super.append(entries, outcomes);
    this.commits.push(entries.length);
  }
}

function openRoom() {
  const steps: (readonly [step: string, commits: number, heard: number])[] = [];
  const journal = new WatchedJournal(join(folder, 'small.sqlite'));
  const clock = new HeldClock(Date.UTC(2019, 10, 28, 13));
  const heard: string[] = [];
  const room = Room.open(journal, clock, smallSetup(), (step) => steps.push([step, journal.commits.length, heard.length]));
  room.listen((entries) => heard.push(...entries.map(({ event }) => event.type)));
  const submit = (command: Command, id: string, role: 'mc' | 'table' = 'mc') =>
    new Promise<Outcome>((resolve) =>
      room.submit(id, command, role === 'mc' ? { role } : { role, team: 'e01' as never }, (outcome) => {
        heard.push(`answer ${id}`);
        resolve(outcome);
      }),
    );
  return { journal, room, clock, heard, steps, submit };
}

const write = (text: string): Command => ({ type: 'WriteSheet', part: 'drama', text });

test('[J6] the commands of one turn are one commit; all are answered, in order, before anyone hears', async () => {
  const { journal, room, heard, submit } = openRoom();
  journal.commits = [];
  await Promise.all([1, 2, 3].map((n) => submit(write(`version ${n}`), `command-${n}`, 'table')));
  expect(journal.commits).toEqual([3]);
  expect(heard).toEqual(['answer command-1', 'answer command-2', 'answer command-3', 'SheetWritten', 'SheetWritten', 'SheetWritten']);
  expect(room.state.sheets['e01' as never]).toMatchObject({ drama: 'version 3' });
  room.close();
});

test('[J6] an observer is told of each step: nobody has heard of anything before the disk has it', async () => {
  const { journal, room, steps, submit } = openRoom();
  journal.commits = [];
  await submit(write('version 1'), 'command-1', 'table');
  expect(steps).toEqual([
    ['before-decide', 0, 0],
    ['before-commit', 0, 0],
    ['after-commit', 1, 0],
  ]);
  room.close();
});

test('[J7] a commit that fails changes nothing, is told to its senders, and everything resumes with the disk', async () => {
  const { journal, room, heard, submit } = openRoom();
  const before = room.state;
  journal.full = true;
  expect(await submit({ type: 'OpenBrief', step: 0 }, 'the-brief-1')).toEqual({ ok: false, code: 'storage-failed' });
  expect(room.state).toBe(before);
  expect(heard).toEqual(['answer the-brief-1']);
  journal.full = false;
  expect(await submit({ type: 'OpenBrief', step: 0 }, 'the-brief-1')).toMatchObject({ ok: true });
  expect(room.state.course.phase).toBe('brief');
  room.close();
});

test('[J7] what the server must do by itself is tried again when the disk is back', async () => {
  const chained = smallSetup((setup) => ({ ...setup, rules: { ...setup.rules, chaining: true } }));
  const journal = new WatchedJournal(join(folder, 'small.sqlite'));
  const clock = new HeldClock(Date.UTC(2019, 10, 28, 13));
  const room = Room.open(journal, clock, chained);
  const give = (command: object) =>
    new Promise<Outcome>((resolve) =>
      room.submit(crypto.randomUUID(), { step: room.state.step, ...command } as Command, { role: 'mc' }, resolve),
    );
  for (const type of ['OpenBrief', 'OpenIntroduction', 'OpenPassages']) await give({ type });
  await give({ type: 'CallTeam', team: 'e01' });
  await give({ type: 'StartPitch' });
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  journal.full = true;
  clock.advance(180_000);
  await turn();
  expect(room.state.course.stage).toBe('pitch');
  journal.full = false;
  clock.advance(1_000);
  clock.advance(0);
  await turn();
  expect(room.state.course.stage).toBe('questions');
  room.close();
});

test('[J8] of two commands of one turn that exclude each other, the first holds and the second is refused', async () => {
  const { room, submit } = openRoom();
  const outcomes = await Promise.all([
    submit({ type: 'OpenBrief', step: 0 }, 'the-brief-1'),
    submit({ type: 'OpenBrief', step: 0 }, 'the-brief-2'),
  ]);
  expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual(['ok', 'wrong-phase']);
  room.close();
});

test('[S6] a set-up can be replaced until the brief opens, and not after', async () => {
  const { room, clock } = openRoom();
  room.close();
  const file = join(folder, 'small.sqlite');
  const renamed = { ...smallSetup(), name: 'Another name' };
  const second = Room.open(new Journal(file), clock, renamed);
  expect(second.state.setup.name).toBe('Another name');
  second.close();
  const third = Room.open(new Journal(file), clock);
  await new Promise<Outcome>((resolve) =>
    third.submit('the-brief-1', { type: 'OpenBrief', step: third.state.step }, { role: 'mc' }, resolve),
  );
  third.close();
  const journal = new Journal(file);
  expect(() => Room.open(journal, clock, smallSetup())).toThrow(
    'forum "small" has already begun with another set-up; give the new one another id',
  );
  journal.close();
});

test('[S12] nor once a draw of its teams was opened: a restart does not go past the list that was frozen', async () => {
  const { room, clock, submit } = openRoom();
  await submit({ type: 'OpenDraw', step: 0 }, 'the-draw-1');
  room.close();
  const journal = new Journal(join(folder, 'small.sqlite'));
  expect(() => Room.open(journal, clock, { ...smallSetup(), name: 'Another name' })).toThrow('has already begun with another set-up');
  journal.close();
});

test('[X3] a journal read again gives the same state, to the byte', async () => {
  const { room, clock, submit } = openRoom();
  await submit(write('Le drame'), 'the-sheet-1', 'table');
  await submit({ type: 'OpenBrief', step: 0 }, 'the-brief-1');
  await submit({ type: 'WithdrawTeam', step: 1, team: 'e02' as never, reason: 'Absents' }, 'withdrawal-1');
  const before = JSON.stringify(room.state);
  const { head } = room;
  room.close();
  const again = Room.open(new Journal(join(folder, 'small.sqlite')), clock);
  expect(JSON.stringify(again.state)).toBe(before);
  expect(again.head).toBe(head);
  again.close();
});

test('[Z4] who knows the set-up and every instant cannot find the salt of a seat, and no view tells what is missing', async () => {
  const { room, clock } = openRoom();
  const began = clock.now();
  const seat = room.state.setup.seats[0]?.id as SeatId;
  clock.advance(1_000);
  await new Promise((resolve) => room.submit('an-id-of-mine', { type: 'RecordArrival', seat }, { role: 'organiser' }, resolve));
  const [first, ...others] = room.entries();
  if (first?.event.type !== 'SetupAdopted') throw new Error('no set-up');
  const { setup, nonce } = first.event;
  const salts = ([{ type: 'SetupAdopted', setup }, first.event] as const).map((event) => {
    const tip = chain(START, began, 'system', event);
    return chain(tip, clock.now(), 'organiser', { type: 'SeatArrived', seat }).hash;
  });
  expect(others.map(({ event }) => event.type)).toEqual(['SeatArrived']);
  expect(salts.map((salt) => salt === room.state.attendance[seat]?.salt)).toEqual([false, true]);
  expect(nonce).toMatch(/^[\w-]{22}$/);
  const channels = audiencesOf(setup).flatMap((audience) => channelsOf(audience));
  for (const channel of new Set(channels)) expect(JSON.stringify(view(room.state, channel))).not.toContain(nonce);
  room.close();
});
