import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../shared/commands.ts';
import type { Outcome } from '../shared/protocol.ts';
import type { Setup } from '../shared/setup.ts';
import { Backup } from './backup.ts';
import { Journal } from './journal.ts';
import { Room } from './room.ts';
import { mayMount, mount, remount, unmount } from './testing/disks.ts';
import { HeldClock } from './testing/held-clock.ts';
import { smallSetup } from './testing/house.ts';

let folder: string;
let key: string;
const opened: { backup: Backup; room: Room }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estrade-backup-'));
  key = join(folder, 'key');
  mkdirSync(key);
  // The ten seconds between two copies are the test's to let pass; everything else is real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  for (const { backup, room } of opened.splice(0)) {
    const copied = backup.close();
    room.close();
    await copied;
  }
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const tenSeconds = () => vi.advanceTimersByTime(10_000);
const copyOf = (name = 'small.sqlite') => join(key, name);

/** A room whose file is copied to the key, once the first copy was made, or could not be. */
async function kept(name = 'data', setup: Setup = smallSetup()) {
  const file = join(folder, `${name}.sqlite`);
  const clock = new HeldClock(Date.UTC(2019, 10, 28, 13));
  const journal = new Journal(file);
  const room = Room.open(journal, clock, setup);
  const backup = new Backup(room, journal, key);
  opened.push({ backup, room });
  const until = (there: (backup: { at: number | null; fault: string | null }) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        const { report } = room.keeping;
        if (report.backup && there(report.backup)) resolve();
      };
      room.keeping.listen(look);
      look();
    });
  /** A command of its own instant, so that each copy has another. */
  const give = (command: Command, role: 'mc' | 'table' = 'mc') => {
    clock.advance(1_000);
    return new Promise<Outcome>((resolve) =>
      room.submit(crypto.randomUUID(), command, role === 'mc' ? { role } : { role, team: 'e01' as never }, resolve),
    );
  };
  const copied = () => until(({ at, fault }) => at === clock.now() && fault === null);
  await until(({ at, fault }) => at !== null || fault !== null);
  return { room, clock, journal, until, give, copied };
}

/** The state that a copy holds, read by a start on a duplicate of it. */
function stateIn(copy: string): string {
  const duplicate = join(mkdtempSync(join(folder, 'read-')), 'small.sqlite');
  copyFileSync(copy, duplicate);
  const room = Room.open(new Journal(duplicate), new HeldClock(0));
  const state = JSON.stringify(room.state);
  room.close();
  return state;
}

const write = (text: string): Command => ({ type: 'WriteSheet', part: 'drama', text });

test('[J25] a copy is made at the start, and after each step of the session', async () => {
  const { room, give, copied } = await kept();
  expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
  for (const [step, type] of ['OpenBrief', 'OpenIntroduction'].entries()) {
    expect(await give({ type, step } as Command)).toMatchObject({ ok: true });
    await copied();
    expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
  }
  expect(readdirSync(key)).toEqual(['small.sqlite']);
});

test('[J25] what is no step is copied within ten seconds, and a copy that is gone is made again', async () => {
  const { room, give, copied, clock } = await kept();
  const first = readFileSync(copyOf());
  await give(write('Le drame'), 'table');
  expect(readFileSync(copyOf()).equals(first)).toBe(true);
  tenSeconds();
  await copied();
  expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
  clock.advance(60_000);
  rmSync(copyOf());
  tenSeconds();
  await copied();
  expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
});

test('[J25] what does not change is not copied again', async () => {
  const { journal, clock, until, copied } = await kept();
  const taken = vi.spyOn(journal, 'copy');
  // The second look begins once the first is over, and finds the key gone: by then the first has not copied.
  tenSeconds();
  renameSync(key, `${key}-in-a-pocket`);
  await until(({ fault }) => fault === 'missing');
  renameSync(`${key}-in-a-pocket`, key);
  tenSeconds();
  await until(({ fault }) => fault === null);
  expect(taken).not.toHaveBeenCalled();
  clock.advance(1_000);
  journal.markAlive(clock.now());
  tenSeconds();
  await copied();
  expect(taken).toHaveBeenCalledOnce();
});

test('[J25] the last copy is made at the stop, of all that was committed', async () => {
  const { room, give } = await kept();
  await give(write('Le drame'), 'table');
  const state = JSON.stringify(room.state);
  const [one] = opened.splice(0);
  const copied = one?.backup.close();
  one?.room.close();
  await copied;
  expect(stateIn(copyOf())).toBe(state);
});

test('[J26] a copy of another session of the forum, or of more of this one, is kept under another name', async () => {
  const longer = await kept('longer');
  for (const [step, type] of ['OpenBrief', 'OpenIntroduction'].entries()) await longer.give({ type, step } as Command);
  await longer.copied();
  const good = readFileSync(copyOf());
  await kept('afresh');
  expect(readdirSync(key).sort()).toEqual(['small.sqlite', 'small.sqlite.aside-1']);
  expect(readFileSync(copyOf('small.sqlite.aside-1')).equals(good)).toBe(true);
});

test('[J26] an older copy of the same session is written over; what is no forum is kept', async () => {
  const { give, copied } = await kept();
  const older = readFileSync(copyOf());
  await give({ type: 'OpenBrief', step: 0 });
  await copied();
  renameSync(copyOf(), join(folder, 'newer'));
  writeFileSync(copyOf(), older);
  await give({ type: 'OpenIntroduction', step: 1 });
  await copied();
  expect(readdirSync(key)).toEqual(['small.sqlite']);
  writeFileSync(copyOf(), 'holiday pictures');
  await give({ type: 'OpenPassages', step: 2 });
  await copied();
  expect(readFileSync(copyOf('small.sqlite.aside-1'), 'utf8')).toBe('holiday pictures');
});

test('[J27] a key that is pulled out is said, stops nothing, and is written again once it is back', async () => {
  const { room, give, until, copied } = await kept();
  renameSync(key, `${key}-in-a-pocket`);
  expect(await give({ type: 'OpenBrief', step: 0 })).toMatchObject({ ok: true });
  await until(({ fault }) => fault === 'missing');
  expect(existsSync(key)).toBe(false);
  renameSync(`${key}-in-a-pocket`, key);
  tenSeconds();
  await copied();
  expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
});

test.runIf(existsSync('/dev/full'))('[J27] a full key is said, keeps its good copy, and is written again once it has room', async () => {
  const { room, give, until, copied } = await kept();
  const good = readFileSync(copyOf());
  symlinkSync('/dev/full', copyOf('small.sqlite.part'));
  await give({ type: 'OpenBrief', step: 0 });
  await until(({ fault }) => fault === 'full');
  expect(readFileSync(copyOf()).equals(good)).toBe(true);
  expect(readdirSync(key)).toEqual(['small.sqlite']);
  tenSeconds();
  await copied();
  expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
});

test.runIf(mayMount())('[J27] a mounted key: too small, read-only, pulled out so that a bare folder is left, and back', async () => {
  mount(key, 'size=16k');
  try {
    const { room, give, until, copied } = await kept();
    expect(room.keeping.report.backup).toEqual({ at: null, fault: 'full' });
    remount(key, 'ro');
    tenSeconds();
    await until(({ fault }) => fault === 'read-only');
    remount(key, 'rw,size=4m');
    tenSeconds();
    await copied();
    unmount(key);
    await give({ type: 'OpenBrief', step: 0 });
    await until(({ fault }) => fault === 'missing');
    expect(readdirSync(key)).toEqual([]);
    mount(key, 'size=4m');
    tenSeconds();
    await copied();
    expect(stateIn(copyOf())).toBe(JSON.stringify(room.state));
  } finally {
    for (const { backup } of opened) await backup.close();
    for (const { room } of opened.splice(0)) room.close();
    unmount(key);
  }
});
