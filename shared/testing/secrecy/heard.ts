import { type Audience, audienceKey } from '../../audience.ts';
import type { Decided } from '../../commands.ts';
import type { SeatId, TeamId } from '../../ids.ts';
import { permission } from '../../phases.ts';
import { senderKey } from '../../session.ts';
import type { Instant } from '../../time.ts';
import { type Channel, channelsOf, view } from '../../view.ts';
import type { Afternoon } from '../given.ts';
import { ACTS } from '../random.ts';
import type { Done, Side } from './pairs.ts';

/** How the server tells: which parts to whom, what they carry, when one is sent, and what the sender of a command is answered. */
export interface Telling {
  channels(audience: Audience): readonly Channel[];
  part(moment: Afternoon, channel: Channel): unknown;
  /** Whether a part goes out, after what was last sent of it. */
  sends(last: string | undefined, text: string): boolean;
  outcome(answer: Decided, done: Pick<Done, 'at' | 'before' | 'command'>): unknown;
}

/** As it is: the frame rule of `server/frames.ts`, the outcome of `server/turn.ts`. */
export const TELLING: Telling = {
  channels: channelsOf,
  part: ({ state }, channel) => view(state, channel),
  sends: (last, text) => last !== text,
  outcome: (answer, { at }) => ('refused' in answer ? { ok: false, code: answer.refused, detail: answer.detail } : { ok: true, at }),
};

export const WATCHERS = {
  public: { role: 'public' },
  projector: { role: 'projector' },
  stage: { role: 'stage' },
  ownTable: { role: 'table', team: 'a' as TeamId },
  table: { role: 'table', team: 'b' as TeamId },
  coach: { role: 'coach', coach: 'a' },
  holder: { role: 'juror', seat: 's2' as SeatId },
  juror: { role: 'juror', seat: 's3' as SeatId },
  president: { role: 'president', seat: 's1' as SeatId },
  mc: { role: 'mc' },
  organiser: { role: 'organiser' },
} as const satisfies Record<string, Audience>;
export type Watcher = keyof typeof WATCHERS;

/** What a watcher tries at the end of a slot without doing it: a refusal is an answer too. */
const TRIES = 4;

/** The texts of each part that differ from the one before, made once for all who watch. */
export class Told {
  readonly side: Side;
  readonly telling: Telling;
  readonly #texts = new Map<Afternoon, Map<Channel, string>>();

  constructor(side: Side, telling: Telling = TELLING) {
    this.side = side;
    this.telling = telling;
  }

  text(moment: Afternoon, channel: Channel): string {
    const texts = this.#texts.get(moment) ?? new Map<Channel, string>();
    this.#texts.set(moment, texts);
    const text = texts.get(channel) ?? JSON.stringify(this.telling.part(moment, channel));
    texts.set(channel, text);
    return text;
  }
}

/** All that one audience receives, slot by slot: frames in their number and order, answers to its commands, and what it would be answered. */
export function* heardBy(told: Told, audience: Audience): Generator<string> {
  const { side, telling } = told;
  const own = audienceKey(audience);
  const channels = telling.channels(audience);
  const last = new Map(channels.map((channel) => [channel, told.text(side.start, channel)] as const));
  for (const [slot, done] of side.slots.entries()) {
    const heard: unknown[] = slot === 0 ? [[...last]] : [];
    for (const one of done) {
      if (senderKey(one.by) === own) heard.push(telling.outcome(one.answer, one));
      if (one.after === one.before) continue;
      for (const channel of channels) {
        const text = told.text(one.after, channel);
        if (!telling.sends(last.get(channel), text)) continue;
        last.set(channel, text);
        heard.push({ channel, text });
      }
    }
    heard.push(tried(told, own, slot));
    yield JSON.stringify(heard);
  }
}

function tried({ side, telling }: Told, own: string, slot: number): readonly unknown[] {
  const moment = side.stands[slot] as Afternoon;
  const at = side.at[slot] as Instant;
  const { phase } = moment.state.course;
  const able = ACTS.filter(({ by, command }) => senderKey(by) === own && permission(command.type, by.role, phase) === null);
  if (able.length === 0) return [];
  return Array.from({ length: TRIES }, (_, index) => {
    const { by, command } = able[(slot * TRIES + index) % able.length] as (typeof able)[number];
    return telling.outcome(moment.ask(command, by, at), { at, before: moment, command });
  });
}
