import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../shared/commands.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { Caller } from './testing/caller.ts';
import { House } from './testing/house.ts';
import { pitching, steerUntil } from './testing/steer.ts';

let house: House;
beforeEach(async () => {
  house = await new House().open();
});
afterEach(() => house.remove());

const cast = (mark: number | null, team = 'e01'): Command => ({
  type: 'CastBallot',
  team: team as TeamId,
  marks: { drame: mark } as Record<CriterionId, number | null>,
});
const drame = (caller: Caller) => caller.views.seat?.ballots[0]?.marks['drame' as CriterionId];
const firstJuror = () => house.join(house.links.jurors[0]?.url);

describe('who comes in', () => {
  test('[V1] each link opens its own parts of the view and no other', async () => {
    const parts = async (link: string | null | undefined) => Object.keys((await house.join(link)).views).join(' ');
    const { links } = house;
    expect(await parts(links.public)).toBe('forum live');
    expect(await parts(links.projector)).toBe('forum live');
    expect(await parts(links.stage)).toBe('forum live stage');
    expect(await parts(links.tables[0]?.url)).toBe('forum live table');
    expect(await parts(links.coaches[0])).toBe('forum live sheets');
    expect(await parts(links.jurors[0]?.url)).toBe('forum live grid sheets jury seat');
    expect(await parts(links.president)).toBe('forum live grid sheets jury presidency seat');
    expect(await parts(links.mc)).toBe('forum live stage regie');
    expect(await parts(links.organiser)).toBe('forum live office secretariat grid');
  });

  test('[T5] an unknown token or forum is not let in', async () => {
    await expect(Caller.join(`${house.links.public}/mc#not-a-token`)).rejects.toThrow('unknown-link');
    await expect(Caller.join(`${house.served.url}/elsewhere`)).rejects.toThrow('unknown-forum');
  });

  test('[T6] a link issued anew closes its screens at once; its new token opens, the old one does not', async () => {
    const organiser = await house.join(house.links.organiser);
    const old = house.links.jurors[0]?.url ?? '';
    const juror = await house.join(old);
    const other = await house.join(house.links.jurors[1]?.url);
    const closed = new Promise((resolve) => juror.socket.once('closed', resolve));
    expect(await organiser.command({ type: 'ReissueLink', audience: 'juror/j01' })).toMatchObject({ ok: true });
    await closed;
    await expect(Caller.join(old)).rejects.toThrow('unknown-link');
    expect((await house.join(house.links.jurors[0]?.url)).audience).toEqual({ role: 'juror', seat: 'j01' });
    expect(other.socket.connected).toBe(true);
  });
});

describe('a seat and its devices', () => {
  const open = (device: string | undefined, take = false) =>
    house.join(house.links.jurors[0]?.url, { ...(device === undefined ? {} : { device }), take });
  /** Resolves once this device was told that its seat is taken, and its line was closed. */
  const sentAway = (caller: Caller) =>
    Promise.all(['taken', 'disconnect'].map((event) => new Promise<void>((resolve) => caller.socket.once(event, () => resolve()))));

  test('[T7] the last device that opens a juror’s link holds the seat, the one before is sent away with a word', async () => {
    const mc = await house.join(house.links.mc);
    const old = await open('phone-of-old');
    const second = await open('phone-of-old');
    await pitching(mc);
    await old.command(cast(4));
    expect([old, second].map(({ socket }) => socket.connected)).toEqual([true, true]);
    const gone = Promise.all([sentAway(old), sentAway(second)]);
    const young = await open('phone-of-new');
    await gone;
    expect(drame(young)).toBe(4);
    expect(await young.command(cast(5))).toMatchObject({ ok: true });
  });

  test('[T7] the same device comes back as often as it must', async () => {
    const phone = await open('phone-of-old');
    phone.socket.disconnect().connect();
    await phone.until(() => phone.welcomes === 2);
    expect((await open('phone-of-old')).welcomes).toBe(1);
    expect(phone.socket.connected).toBe(true);
  });

  test('[T7] a program that names no device, or an odd one, neither takes a seat nor loses it; other links hold no seat', async () => {
    const { president } = house.links;
    const phone = await open('phone-of-old');
    const programs = await Promise.all([open(undefined), open('odd'), house.join(president, { device: 'a-tablet' })]);
    const tablet = await house.join(president, { device: 'another-tablet' });
    const gone = sentAway(phone);
    await open('phone-of-new');
    await gone;
    expect([...programs, tablet].map(({ socket }) => socket.connected)).toEqual([true, true, true, true]);
  });

  test('[T8] a device that lost its seat does not come back by itself; asked to, it takes the seat back and what it kept is taken', async () => {
    const mc = await house.join(house.links.mc);
    const old = await open('phone-of-old');
    const young = await open('phone-of-new');
    await pitching(mc);
    await expect(open('phone-of-old')).rejects.toMatchObject({
      message: 'seat-taken',
      data: { audience: { role: 'juror', seat: 'j01' } },
    });
    expect(old.socket.connected).toBe(false);
    const gone = sentAway(young);
    const back = await open('phone-of-old', true);
    await gone;
    await expect(open('phone-of-new')).rejects.toThrow('seat-taken');
    expect(await back.command(cast(3))).toMatchObject({ ok: true });
  });

  test('[T8] a link issued anew begins afresh', async () => {
    const organiser = await house.join(house.links.organiser);
    await open('phone-of-old');
    await open('phone-of-new');
    await organiser.command({ type: 'ReissueLink', audience: 'juror/j01' });
    expect((await open('phone-of-old')).audience).toEqual({ role: 'juror', seat: 'j01' });
  });
});

describe('commands', () => {
  test('[K13] what is malformed, too large, unknown or forbidden is refused to its sender alone, and changes nothing', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    const viewer = await house.join(house.links.public);
    await pitching(mc);
    await viewer.until(({ live }) => live?.scene.show === 'pitch');
    const head = house.served.forum.head;
    const heard = () => [mc, viewer].map(({ frames }) => frames.length);
    const before = heard();
    const id = 'an-id-for-this-test';
    const refused = async (message: unknown) => (await juror.raw(message)) as { code?: string; detail?: string };

    expect(await refused('x')).toMatchObject({ code: 'malformed', detail: 'message' });
    expect(await refused({ command: cast(3) })).toMatchObject({ code: 'malformed', detail: 'id' });
    expect(await refused({ id: 'a b', command: cast(3) })).toMatchObject({ code: 'malformed', detail: 'id' });
    expect(await refused({ id })).toMatchObject({ code: 'unknown-command' });
    expect(await refused({ id, command: { type: 'toString' } })).toMatchObject({ code: 'unknown-command' });
    expect(await refused({ id, command: { type: 'CastBallot', team: 'e01', marks: { drame: '5' } } })).toMatchObject({
      code: 'malformed',
      detail: 'marks.drame',
    });
    expect(await refused({ id, command: { ...cast(3), seat: 'j02' } })).toMatchObject({ code: 'malformed' });
    expect(await refused({ id, command: { ...cast(3), more: 'x'.repeat(20_000) } })).toMatchObject({ code: 'too-large' });
    expect(await refused({ id, command: { type: 'StartQuestions', step: mc.step } })).toMatchObject({ code: 'not-yours' });
    expect((await viewer.command(cast(3))).ok).toBe(false);

    expect(house.served.forum.head).toBe(head);
    // A command that is accepted comes after all of those: what the others hear first is about it.
    expect(await mc.command({ type: 'SetBlackout', step: mc.step, on: true })).toMatchObject({ ok: true });
    await viewer.until((views) => views.live?.blackout === true);
    expect(viewer.frames.length).toBe((before[1] ?? 0) + 1);
  });

  test('[K9] the same id again gets the first outcome and does nothing twice', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    await pitching(mc);
    const first = await juror.command(cast(3), 'one-id-of-mine');
    const head = house.served.forum.head;
    expect(await juror.command(cast(3), 'one-id-of-mine')).toEqual(first);
    expect(house.served.forum.head).toBe(head);
    const refused = await juror.command(cast(9), 'another-id-of-mine');
    expect(refused).toMatchObject({ ok: false, code: 'mark-off-scale' });
    expect(await juror.command(cast(9), 'another-id-of-mine')).toEqual(refused);
  });

  test('[K10] an id used for another command is refused; another sender’s same id is its own', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    const second = await house.join(house.links.jurors[1]?.url);
    await pitching(mc);
    await juror.command(cast(3), 'one-id-of-mine');
    expect(await juror.command(cast(4), 'one-id-of-mine')).toEqual({ ok: false, code: 'id-reused' });
    expect(await second.command(cast(5), 'one-id-of-mine')).toMatchObject({ ok: true });
    await second.until(() => drame(second) === 5);
    await juror.until(() => drame(juror) === 3);
  });

  test('[K11] an outcome is remembered across a restart', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    await pitching(mc);
    const first = await juror.command(cast(3), 'one-id-of-mine');
    await house.close();
    await house.open();
    const back = await firstJuror();
    expect(await back.command(cast(3), 'one-id-of-mine')).toEqual(first);
  });

  test('[K1] a command that steers by an old step is refused', async () => {
    const mc = await house.join(house.links.mc);
    const old = mc.step;
    await steerUntil(mc, ({ phase }) => phase === 'introduction');
    expect(await mc.command({ type: 'OpenPassages', step: old })).toEqual({ ok: false, code: 'stale-step' });
  });

  test('[K12] commands of one turn are decided in order and all acknowledged; the last one stands', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    await pitching(mc);
    const marks = Array.from({ length: 40 }, (_, index) => (index % 5) + 1);
    const outcomes = await Promise.all(marks.map((mark) => juror.command(cast(mark))));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await juror.until(() => drame(juror) === 5);
    expect(drame(await firstJuror())).toBe(5);
  });
});

describe('frames', () => {
  test('[W1] an acknowledgement comes before the frame that shows its effect', async () => {
    const mc = await house.join(house.links.mc);
    const heard: string[] = [];
    mc.socket.onAny((event: string) => heard.push(event));
    mc.socket.emit('command', { id: 'one-id-of-mine', command: { type: 'SetBlackout', step: mc.step, on: true } }, () =>
      heard.push('answer'),
    );
    await mc.until(({ live, regie }) => live?.blackout === true && regie?.undo?.what === 'BlackoutSet');
    expect(heard.filter((event) => event !== 'presence')).toEqual(['answer', 'frame', 'frame']);
  });

  test('[W2] a view that did not change is not sent: a ballot is no frame for the room', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    const other = await house.join(house.links.jurors[1]?.url);
    const viewer = await house.join(house.links.public);
    await pitching(mc);
    await juror.command(cast(3));
    await juror.until(() => drame(juror) === 3);
    await mc.until(({ regie }) => regie?.handedIn[0]?.missing.some(({ given }) => given === 1) === true);
    await mc.command({ type: 'SetMessage', step: mc.step, text: 'Concluez' });
    await mc.until(({ stage }) => stage?.message !== null);
    await viewer.until(() => true);
    expect(viewer.frames.at(-1)?.view).toMatchObject({ scene: { show: 'pitch' } });
    expect(viewer.frames.every(({ channel }) => channel === 'live')).toBe(true);
    expect(other.frames.some(({ channel, view }) => channel === 'seat/j02' && JSON.stringify(view).includes('"drame":3'))).toBe(false);
  });

  test('[W3] every connection gets the full view again', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    await pitching(mc);
    await juror.command(cast(4));
    juror.socket.disconnect();
    await steerUntil(mc, ({ scene }) => scene.show === 'questions');
    juror.socket.connect();
    await juror.until(({ live }) => live?.scene.show === 'questions');
    expect(juror.welcomes).toBe(2);
    expect(drame(juror)).toBe(4);
  });

  test('[W4] the régie hears who is connected, and since when someone is not', async () => {
    const mc = await house.join(house.links.mc);
    const juror = await firstJuror();
    const screens = () => mc.presences.at(-1)?.audiences.find(({ audience }) => audience === 'juror/j01');
    await mc.until(() => screens()?.screens === 1);
    juror.leave();
    await mc.until(() => screens()?.screens === 0 && screens()?.silentSince !== null);
  });

  test('[W5] the clock exchange answers with the instants of receiving and sending', async () => {
    const viewer = await house.join(house.links.public);
    const before = house.served.forum.clock.now();
    const [received, sent] = (await viewer.socket.emitWithAck('clock')) as [number, number];
    expect(received).toBeGreaterThanOrEqual(before);
    expect(sent).toBeGreaterThanOrEqual(received);
  });
});
