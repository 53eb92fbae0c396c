import type { Audience } from '../../shared/audience.ts';
import { audienceKey } from '../../shared/audience.ts';
import type { Command } from '../../shared/commands.ts';
import type { SeatId } from '../../shared/ids.ts';
import { senderKey } from '../../shared/session.ts';
import type { Setup } from '../../shared/setup.ts';
import { WATCHERS, type Watcher } from '../../shared/testing/secrecy/heard.ts';
import type { Side } from '../../shared/testing/secrecy/pairs.ts';
import { since } from '../../shared/time.ts';
import type { Caller } from './caller.ts';
import { HeldClock } from './held-clock.ts';
import { House } from './house.ts';

/** What one audience received of a session, slot by slot, as it came over the line. */
export type Line = readonly string[];

/** Asked over HTTP by every audience, now and then: what it may not have, it is refused alike. */
const ASKED = ['api/small/results.json', 'api/small/export.json', 'api/small/ballots.csv', 'small/mc', 'healthz'];
const OFTEN = 8;

/** Plays an afternoon on a real server, on a clock that only moves from slot to slot, and keeps every byte that each audience receives. */
export async function replayed(setup: Setup, side: Side): Promise<Readonly<Record<Watcher, Line>>> {
  const clock = new HeldClock(side.start.now);
  const house = await new House(setup, clock).open();
  try {
    const lines = await Promise.all(
      Object.entries(WATCHERS).map(async ([watcher, audience]) => [watcher, await Listening.of(house, audience)] as const),
    );
    // The president also has a juror's link, by which it votes.
    const everyone = [...lines.map(([, line]) => line), await Listening.of(house, { role: 'juror', seat: 's1' as SeatId })];
    await Promise.all(everyone.map((line) => line.settled(everyone)));
    for (const line of everyone) line.begins();
    for (const [slot, done] of side.slots.entries()) {
      clock.advance(since(clock.now(), side.at[slot] ?? clock.now()));
      for (const { by, command, answer } of done) {
        const sender = everyone.find(({ key }) => key === senderKey(by));
        const outcome = await sender?.caller.command(command as unknown as Command);
        if (outcome?.ok !== 'events' in answer)
          throw new Error(`${command.type} came to ${JSON.stringify(outcome)}, not to ${JSON.stringify(answer)}`);
      }
      await flushed(everyone, slot);
      const closed = side.stands[slot]?.state.course.phase === 'closed';
      const asked = closed || slot % OFTEN > 0 ? [] : ASKED;
      await Promise.all(everyone.map((line) => line.ends(asked)));
    }
    return Object.fromEntries(lines.map(([watcher, line]) => [watcher, line.slots])) as unknown as Record<Watcher, Line>;
  } finally {
    await house.remove();
  }
}

/** A remark is published at once, and with it whatever waits; what was sent before an answer has come before it. */
async function flushed(everyone: readonly Listening[], slot: number): Promise<void> {
  const organiser = everyone.find(({ key }) => key === 'organiser');
  await organiser?.caller.command({ type: 'EnterRemark', kind: 'incident', team: null, text: `Slot ${slot}` });
  await Promise.all(everyone.map(({ caller }) => caller.socket.emitWithAck('clock')));
}

class Listening {
  readonly key: string;
  readonly caller: Caller;
  readonly slots: string[] = [];
  readonly #link: string;
  #heard: string[] = [];

  private constructor(key: string, caller: Caller, link: string) {
    this.key = key;
    this.caller = caller;
    this.#link = link;
  }

  static async of(house: House, audience: Audience): Promise<Listening> {
    const key = audienceKey(audience);
    const { jurors, tables, coaches, ...one } = house.links;
    const own: Record<string, string | null | undefined> = {
      juror: jurors.find(({ seat }) => `juror/${seat}` === key)?.url,
      table: tables.find(({ team }) => `table/${team}` === key)?.url,
      coach: coaches[0],
      ...one,
    };
    const link = own[audience.role] ?? '';
    return new Listening(key, await house.join(link), link);
  }

  /** Those who hear who is connected have heard of everybody: nothing more is to come of the arrivals. */
  async settled(everyone: readonly Listening[]): Promise<void> {
    if (!['mc', 'organiser', 'president/s1'].includes(this.key)) return;
    const there = () => {
      const { audiences = [], publicScreens = 0 } = this.caller.presences.at(-1) ?? {};
      return audiences.filter(({ screens }) => screens > 0).length + publicScreens === everyone.length;
    };
    await this.caller.until(there);
  }

  begins(): void {
    this.#heard = [JSON.stringify(this.caller.views), JSON.stringify(this.caller.presences.at(-1) ?? null)];
    this.caller.socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      if (type === 'message') this.#heard.push(String(data));
    });
  }

  /** What came in this slot. Hashes and codes hang on the number by chance with which each journal begins, and are masked. */
  async ends(asked: readonly string[]): Promise<void> {
    const { origin, hash } = new URL(this.#link);
    for (const path of asked) {
      const answer = await fetch(`${origin}/${path}`, { headers: { authorization: `Bearer ${hash.slice(1)}` } });
      this.#heard.push(`${answer.status} ${answer.headers.get('content-length')} ${(await answer.text()).replace(/"boot":"[^"]*"/, '')}`);
    }
    this.slots.push(this.#heard.map(masked).join('\n'));
    this.#heard = [];
  }
}

const masked = (text: string): string => text.replace(/[0-9a-f]{64}/g, 'hash').replace(/"receipt":"\w{6}"/g, '"receipt":"code"');
