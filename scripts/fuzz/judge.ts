import * as z from 'zod/mini';
import { commandSchema } from '../../shared/commands.ts';
import { PERMISSIONS, type Sender } from '../../shared/phases.ts';
import type { Outcome } from '../../shared/protocol.ts';
import type { Input } from './inputs.ts';

/** Codes by which a message is refused before anything of the session is asked. */
const UNREAD: readonly string[] = ['malformed', 'unknown-command', 'too-large'];

/** What is wrong with an answer, or null: nothing may be taken that the schema refuses, or from whom may not give it. */
export function faultOf({ by, type, text }: Extract<Input, { kind: 'command' }>, outcome: Outcome | null): string | null {
  if (outcome === null) return isTooLong(text) ? null : 'the line was closed';
  if (outcome.ok) {
    const senders: readonly Sender[] = PERMISSIONS[type].by;
    if (!senders.some((role) => role === by.split('/')[0])) return 'taken from somebody who may not give it';
    return isSound(text) ? null : 'taken, though the schema refuses it';
  }
  if (outcome.code === 'storage-failed') return 'the journal could not be written';
  const readable = isSound(text);
  if (readable && outcome.code === 'unknown-command') return 'unknown, though the schema knows it';
  return !readable && !UNREAD.includes(outcome.code) ? `refused as ${outcome.code}, though it cannot be read` : null;
}

const isTooLong = (text: string) => Buffer.byteLength(text) > 120_000;

function isSound(text: string): boolean {
  const { id, command } = JSON.parse(text) as Record<string, unknown>;
  return typeof id === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(id) && z.safeParse(commandSchema, command).success;
}
