import { type CommandType, PERMISSIONS, type Sender } from '../../shared/phases.ts';
import { Chance } from './chance.ts';
import { hostile, STRANGE_KEYS } from './hostile.ts';
import { Fields, written } from './json.ts';
import { COMMANDS, type Path, pathsOf, replaced, type World, wellFormed } from './shapes.ts';
import { packet, request, stream } from './wire.ts';

/** One thing that is sent. */
export type Input =
  | {
      /** A message to a line that was let in, with what it says: its answer is awaited. */
      readonly kind: 'command';
      readonly by: string;
      readonly type: CommandType;
      /** The field that was replaced, if one was. */
      readonly field: Path | null;
      readonly text: string;
    }
  | { readonly kind: 'packet'; readonly by: string; readonly frames: readonly (string | Buffer)[] }
  | { readonly kind: 'request' | 'stream'; readonly chunks: readonly Buffer[] };

/** What opens a phase is left to whoever drives the session, or every forum would be closed at once. */
const DRIVEN = /^(Open(Brief|Introduction|Passages|Deliberation|Restitution)|CloseSession|CloseList)$/;
const TYPES = [...COMMANDS.keys()];

/** The input of this number: from the seed and the world alone. Commands come in turn, and within them their fields, so that each is reached. */
export function inputOf(seed: number, number: number, world: World): Input {
  const chance = new Chance(seed, number);
  const by = chance.of([...world.audiences, 'public']);
  const kind = chance.share();
  if (kind < 0.005) return { kind: 'stream', chunks: stream(chance) };
  if (kind < 0.015) return { kind: 'request', chunks: request(chance, world.setup.id) };
  if (kind < 0.04) return { kind: 'packet', by, frames: packet(chance) };
  return commandOf(number, by, world, chance);
}

function commandOf(number: number, anyone: string, world: World, chance: Chance): Input {
  const type = TYPES[number % TYPES.length] as CommandType;
  const senders: readonly Sender[] = PERMISSIONS[type].by;
  const allowed = world.audiences.filter((audience) => senders.some((role) => role === audience.split('/')[0]));
  const by = allowed.length > 0 && chance.is(0.75) ? chance.of(allowed) : anyone;
  const sound = wellFormed(type, world, chance);
  const id = `f${number}-${chance.below(1_000_000)}-id`;
  if (chance.is(0.1)) {
    const command = DRIVEN.test(type) && 'step' in sound ? { ...sound, step: world.step + 1 } : sound;
    return { kind: 'command', by, type, field: null, text: written({ id, command }) };
  }
  const paths = pathsOf(sound);
  const field = paths[Math.floor(number / TYPES.length) % paths.length] ?? ['type'];
  const turn = chance.share();
  if (turn < 0.03) return { kind: 'command', by, type, field: ['id'], text: written({ id: hostile(chance), command: sound }) };
  if (turn < 0.1) {
    const strange = new Fields([...Object.entries(sound), [chance.of(STRANGE_KEYS), hostile(chance)]]);
    return { kind: 'command', by, type, field: [], text: written({ id, command: strange }) };
  }
  const command = replaced(sound, field, hostile(chance));
  return { kind: 'command', by, type, field, text: written({ id, command }) };
}
