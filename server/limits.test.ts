import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../shared/commands.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import type { Outcome } from '../shared/protocol.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Caller } from './testing/caller.ts';
import { HeldClock } from './testing/held-clock.ts';
import { House, smallSetup } from './testing/house.ts';
import { RawLine } from './testing/raw-line.ts';
import { pitching } from './testing/steer.ts';

let house: House;
let clock: HeldClock;
const lines: RawLine[] = [];
afterEach(() => {
  for (const line of lines.splice(0)) line.leave();
  return house.remove();
});

/** A server whose time stands still: what was spent comes back only when a test says so. */
async function openHouse(limits: Partial<Limits> = {}): Promise<void> {
  clock = new HeldClock(Date.UTC(2019, 10, 28, 13));
  house = await new House(smallSetup(), clock, { ...LIMITS, ...limits }).open();
}
const enter = async (link: string | null | undefined, manner: Parameters<typeof RawLine.enter>[1] = {}) => {
  const line = await RawLine.enter(link ?? '', manner);
  lines.push(line);
  return line;
};
const cast = (mark: number): Command => ({
  type: 'CastBallot',
  team: 'e01' as TeamId,
  marks: { drame: (mark % 5) + 1 } as Record<CriterionId, number>,
});
const castTimes = (juror: Caller, times: number) => Promise.all(Array.from({ length: times }, (_, mark) => juror.command(cast(mark))));
const taken = (outcomes: readonly Outcome[]) => outcomes.filter(({ ok }) => ok).length;
const tooMany = (outcomes: readonly Outcome[]) => outcomes.filter((outcome) => !outcome.ok && outcome.code === 'too-many').length;
/** What the organiser is told, once it satisfies the condition. */
async function excess(organiser: Caller, done: string, audience: string) {
  const find = () => organiser.presences.at(-1)?.excesses.find((one) => one.done === done && one.audience === audience);
  await organiser.until(() => find() !== undefined);
  return find();
}

describe('commands', () => {
  beforeEach(() => openHouse());

  test('[W20] beyond its budget a command is refused, is not on the disk, and nobody else is slowed; time gives it back', async () => {
    const mc = await house.join(house.links.mc);
    const [juror, other] = [await house.join(house.links.jurors[0]?.url), await house.join(house.links.jurors[1]?.url)];
    await pitching(mc);
    const before = await castTimes(juror, LIMITS.commandsOfLine.burst);
    expect(taken(before)).toBe(LIMITS.commandsOfLine.burst);
    const head = house.served.forum.head;
    expect(tooMany(await castTimes(juror, 50))).toBe(50);
    expect(house.served.forum.head).toBe(head);
    expect(taken(await castTimes(other, 60))).toBe(60);

    // Never decided, so never remembered: the same id is decided when its time has come.
    const id = 'one-id-of-mine';
    expect(await juror.command(cast(4), id)).toEqual({ ok: false, code: 'too-many' });
    clock.advance(1_000);
    expect(await juror.command(cast(4), id)).toMatchObject({ ok: true });
    expect(taken(await castTimes(juror, 50))).toBe(LIMITS.commandsOfLine.perSecond - 1);
  });

  test('[W20] a link has a budget over all its lines, which one of them alone never uses up', async () => {
    const mc = await house.join(house.links.mc);
    await pitching(mc);
    const link = house.links.jurors[0]?.url;
    const [first, second, third] = [await house.join(link), await house.join(link), await house.join(link)];
    expect(taken(await castTimes(first, 250))).toBe(200);
    expect(taken(await castTimes(second, 250))).toBe(200);
    expect(taken(await castTimes(third, 10))).toBe(0);
  });

  test('[W20] a phone that was an hour away sends its sixty marks, and two hundred screens come back at once', async () => {
    const mc = await house.join(house.links.mc);
    await pitching(mc);
    const juror = await house.join(house.links.jurors[0]?.url);
    expect(taken(await castTimes(juror, 60))).toBe(60);
    const back = Array.from({ length: 200 }, () => enter(house.links.public));
    expect((await Promise.allSettled(back)).filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  test('[W22] [W24] who goes on beyond its budget is cut off and named to the organiser, and its link opens again', async () => {
    const organiser = await house.join(house.links.organiser);
    const offender = await enter(house.links.jurors[0]?.url);
    const said = JSON.stringify(['command', { id: 'one-id-of-mine', command: { type: 'CheckIn' } }]);
    for (let times = 0; times < 1_000; times += 1) offender.say(`42${said}`);
    await offender.closed;
    expect(await excess(organiser, 'closed', 'juror/j01')).toMatchObject({ address: null, times: expect.any(Number), since: clock.now() });
    const back = await house.join(house.links.jurors[0]?.url);
    expect(back.audience).toEqual({ role: 'juror', seat: 'j01' });
    expect(await organiser.command({ type: 'ReissueLink', audience: 'juror/j01' })).toMatchObject({ ok: true });
    await organiser.until(() => organiser.presences.at(-1)?.excesses.length === 0);
  });
});

describe('lines', () => {
  test('[W22] bytes, a message too large, and a line that says twice who it is are cut off', async () => {
    await openHouse();
    const binary = await enter(house.links.public);
    binary.say('451-["command",{"_placeholder":true,"num":0}]');
    binary.socket.write(Buffer.from([0x82, 0x81, 0, 0, 0, 0, 7]));
    await binary.closed;
    const large = await enter(house.links.public);
    large.say(`42["command","${'x'.repeat(130_000)}"]`);
    await large.closed;
    const twice = await enter(house.links.public);
    const auth = JSON.stringify({ forum: 'small' });
    twice.say(`40${auth}`);
    await twice.closed;
    const atOnce = await RawLine.open(house.served.url);
    let welcomes = 0;
    atOnce.hear = (text) => {
      if (text.startsWith('42["welcome"')) welcomes += 1;
    };
    for (let times = 0; times < 20; times += 1) atOnce.say(`40${auth}`);
    await atOnce.closed;
    expect(welcomes).toBeLessThan(2);
  });

  test('[W22] [W24] a screen that reads nothing is cut off, and no other waits for it', async () => {
    await openHouse({ unread: 50_000 });
    const organiser = await house.join(house.links.organiser);
    // It answers every ping, unasked, so that it never looks dead.
    const deaf = await enter(house.links.organiser, { pongs: false });
    deaf.socket.pause();
    const pongs = setInterval(() => deaf.say('3'), 200);
    // What the secretary sees grows with each remark: soon more than the network itself holds.
    const text = 'x'.repeat(600);
    while (organiser.presences.at(-1)?.excesses.length !== 1) {
      clock.advance(1_000);
      expect(await organiser.command({ type: 'EnterRemark', kind: 'incident', team: null, text })).toMatchObject({ ok: true });
    }
    clearInterval(pongs);
    expect(await excess(organiser, 'closed', 'organiser')).toBeDefined();
  });

  test('[W23] the public has a bounded number of screens, and a link never lacks a place for want of them', async () => {
    await openHouse({ publicScreens: 6, publicScreensOfAddress: 4 });
    const organiser = await house.join(house.links.organiser);
    for (let screen = 0; screen < 4; screen += 1) await enter(house.links.public);
    await expect(enter(house.links.public)).rejects.toThrow('too-many');
    expect(await excess(organiser, 'kept-out', 'public')).toMatchObject({ address: '127.0.0.1', times: 1 });
    // Another address still has a place.
    await enter(house.links.public, { localAddress: '127.0.0.2' });
    expect((await house.join(house.links.mc)).audience).toEqual({ role: 'mc' });
    const leaving = lines[0] as RawLine;
    leaving.leave();
    await organiser.until(() => organiser.presences.at(-1)?.publicScreens === 4);
    await enter(house.links.public);
  });

  test('[W23] a link opens on a bounded number of screens', async () => {
    await openHouse({ screensOfLink: 3 });
    for (let screen = 0; screen < 3; screen += 1) await enter(house.links.projector);
    await expect(enter(house.links.projector)).rejects.toThrow('too-many');
    await enter(house.links.stage);
  });

  test('[W23] an address that opens lines in a loop is kept out for a while, and another is not', async () => {
    await openHouse({ openingsOfAddress: { burst: 5, perSecond: 1 } });
    for (let line = 0; line < 5; line += 1) (await RawLine.open(house.served.url, { localAddress: '127.0.0.2' })).leave();
    await expect(RawLine.open(house.served.url, { localAddress: '127.0.0.2' })).rejects.toThrow('HTTP/1.1 4');
    const organiser = await house.join(house.links.organiser);
    expect(await excess(organiser, 'kept-out', 'public')).toMatchObject({ address: '127.0.0.2' });
    clock.advance(1_000);
    (await RawLine.open(house.served.url, { localAddress: '127.0.0.2' })).leave();
  });

  test('[W25] of too many that have not said who they are the oldest is cut off, and a newcomer is let in', async () => {
    await openHouse({ unnamedLines: 3 });
    const silent = [];
    for (let line = 0; line < 3; line += 1) silent.push(await RawLine.open(house.served.url));
    await enter(house.links.mc);
    await silent[0]?.closed;
    for (const line of silent) line.leave();
  });

  test('[W25] of too many sockets that have asked for nothing the oldest is closed, and a page is still served', async () => {
    await openHouse({ strangeSockets: 3 });
    const { port } = new URL(house.served.url);
    const idle = Array.from({ length: 3 }, () => connect(Number(port), '127.0.0.1'));
    const closed = idle.map((socket) => new Promise((resolve) => socket.on('error', () => undefined).once('close', resolve)));
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect((await fetch(`${house.served.url}/healthz`)).status).toBe(200);
    await closed[0];
    for (const socket of idle) socket.destroy();
  });
});
