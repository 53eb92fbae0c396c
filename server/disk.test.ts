import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { limitFiles, mayLimit, mayMount, mount, unmount } from './testing/disks.ts';
import { House, smallSetup } from './testing/house.ts';
import { pitching, steerUntil } from './testing/steer.ts';

/*
 * Faults of a real disk under a real server: a limit on the size of files, which the kernel refuses as it refuses a failing disk (EFBIG, which
 * SQLite reports as an I/O error), and, where this account may mount, a file system that is really full.
 */

const limits = mayLimit();

let house: House;
beforeEach(() => {
  house = new House(smallSetup((setup) => ({ ...setup, rules: { ...setup.rules, chaining: true, pitchSeconds: 10, pitchWarnings: [] } })));
});
afterEach(async () => {
  if (limits) limitFiles('unlimited');
  await house.remove();
});

const disk = (caller: Caller) => caller.keepings.at(-1)?.disk;
const ballot = (mark: number) => ({ type: 'CastBallot', team: 'e01', marks: { drame: mark } }) as never;

describe.runIf(limits)('[J28] a disk that fails in the middle of a pitch', () => {
  test('nothing is acknowledged, nothing is published, the régie and the organiser are told; the same commands are taken once it is back', async () => {
    await house.open();
    const { links } = house;
    const mc = await house.join(links.mc);
    const organiser = await house.join(links.organiser);
    const president = await house.join(links.president);
    const projector = await house.join(links.projector);
    const [phone] = await Promise.all(links.jurors.slice(0, 1).map(({ url }) => house.join(url)));
    await pitching(mc);
    const { forum } = house.served;
    const { head, state } = forum;
    const { step } = mc;
    await projector.until(({ live }) => live?.scene.show === 'pitch');
    const heard = [mc, projector, president].map(({ frames }) => frames.length);

    limitFiles('0');
    const refused = { ok: false, code: 'storage-failed' };
    expect(await phone?.command(ballot(4), 'a-mark-of-mine')).toEqual(refused);
    expect(await mc.command({ type: 'PauseClock', step, reason: null }, 'a-pause-of-mine')).toEqual(refused);
    await Promise.all([mc, organiser].map((caller) => caller.until(() => disk(caller) != null)));
    expect(disk(mc)).toMatchObject({ fault: 'failed' });
    expect([forum.head, forum.state]).toEqual([head, state]);
    expect([mc, projector, president].map(({ frames }) => frames.length)).toEqual(heard);

    limitFiles('unlimited');
    // By itself: nobody has asked anything of the disk since.
    await Promise.all([mc, organiser].map((caller) => caller.until(() => disk(caller) === null)));
    expect(forum.head).toBe(head);
    expect(await phone?.command(ballot(4), 'a-mark-of-mine')).toMatchObject({ ok: true });
    expect(await mc.command({ type: 'PauseClock', step, reason: null }, 'a-pause-of-mine')).toMatchObject({ ok: true });
    await projector.until(({ live }) => live?.scene.show === 'pitch' && live.scene.clock.pausedAt !== null);
    // Told twice each: that it failed, and that it is back.
    expect([mc, organiser].map(({ keepings }) => keepings.length)).toEqual([2, 2]);
    expect([president, projector, phone].flatMap((caller) => caller?.keepings)).toEqual([]);
    const written = [...forum.entries()].map(({ event }) => event.type);
    expect(written.slice(-2)).toEqual(['BallotCast', 'ClockPaused']);
  });

  test('it is noticed by the heart of a running clock, before anyone gives a command; a deadline that falls meanwhile is carried out after', async () => {
    await house.open();
    const mc = await house.join(house.links.mc);
    await pitching(mc);
    const due = house.served.forum.state.course.clock;
    limitFiles('0');
    await mc.until(() => disk(mc) != null);
    const { clock } = house.served.forum;
    const zero = (due?.runningSince ?? 0) + (due?.duration ?? 0);
    await new Promise<void>((resolve) => clock.when(zero as never, resolve));
    await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(house.served.forum.state.course.stage).toBe('pitch');
    limitFiles('unlimited');
    await mc.until(({ live }) => live?.scene.show === 'questions');
    expect(disk(mc)).toBeNull();
  });

  test('without a clock it is noticed at the first command, and its end by itself', async () => {
    await house.open();
    const mc = await house.join(house.links.mc);
    limitFiles('0');
    expect(await mc.command({ type: 'OpenBrief', step: mc.step })).toEqual({ ok: false, code: 'storage-failed' });
    await mc.until(() => disk(mc) != null);
    // Who may do nothing changes nothing: the disk is still not well.
    expect(await mc.command({ type: 'WriteSheet', part: 'drama', text: 'x' })).toEqual({ ok: false, code: 'not-yours' });
    expect(house.served.forum.keeping.report.disk).not.toBeNull();
    const late = await house.join(house.links.organiser);
    await late.until(() => disk(late) != null);
    limitFiles('unlimited');
    await late.until(() => disk(late) === null);
    await steerUntil(mc, ({ phase }) => phase === 'brief');
  });

  test('killed while it failed, the session comes back as it was last told', async () => {
    await house.open();
    const mc = await house.join(house.links.mc);
    await pitching(mc);
    await mc.command({ type: 'PauseClock', step: mc.step, reason: null });
    const { forum } = house.served;
    const told = [forum.head, JSON.stringify(forum.state)];
    limitFiles('0');
    expect(await mc.command({ type: 'ResumeClock', step: mc.step })).toMatchObject({ code: 'storage-failed' });
    await house.close();
    limitFiles('unlimited');
    await house.open();
    expect([house.served.forum.head, JSON.stringify(house.served.forum.state)]).toEqual(told);
  });
});

describe.runIf(mayMount())('[J28] a disk that is full', () => {
  test('is said to be full; what was acknowledged is kept, and the rest is taken once there is room', async () => {
    mkdirSync(house.data, { recursive: true });
    mount(house.data, 'size=1m');
    try {
      await house.open();
      const mc = await house.join(house.links.mc);
      const table = await house.join(house.links.tables[0]?.url);
      await steerUntil(mc, ({ phase }) => phase === 'set-up');
      const filler = join(house.data, 'holiday.mov');
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(4096), { flag: 'a' });
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      }
      const write = (text: string) => table.command({ type: 'WriteSheet', part: 'drama', text });
      let kept = 0;
      // The log may have room for a few more.
      for (let version = 1; (await write(`version ${version}`)).ok; version += 1) kept = version;
      await mc.until(() => disk(mc) != null);
      expect(disk(mc)).toMatchObject({ fault: 'full' });
      rmSync(filler);
      await mc.until(() => disk(mc) === null);
      expect(await write('the last')).toMatchObject({ ok: true });
      const texts = [...house.served.forum.entries()].flatMap(({ event }) => (event.type === 'SheetWritten' ? [event.text] : []));
      expect(texts).toEqual([...Array.from({ length: kept }, (_, index) => `version ${index + 1}`), 'the last']);
    } finally {
      await house.close();
      unmount(house.data);
    }
  });
});

test('[J4] no other program can take the file of a running session, and one that had it first is named', async () => {
  await house.open();
  const file = join(house.data, 'small.sqlite');
  const other = new Database(file, { timeout: 0 });
  expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
  other.close();
  const mc = await house.join(house.links.mc);
  await steerUntil(mc, ({ phase }) => phase === 'brief');
  await house.close();
  expect(existsSync(file)).toBe(true);
  const first = new Database(file);
  first.exec('BEGIN IMMEDIATE');
  await expect(house.open()).rejects.toThrow(/is in use by another/);
  first.close();
  await house.open();
});
