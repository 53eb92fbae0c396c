import * as z from 'zod/mini';
import { commandSchema } from '../shared/commands.ts';
import { PERMISSIONS } from '../shared/phases.ts';
import { commandIdSchema, type Outcome } from '../shared/protocol.ts';
import { LARGEST_COMMAND } from './limits.ts';

/** A command out of whatever a socket sent, or why it is not one. Never throws. */
export function readCommand(message: unknown): { id: string; command: z.infer<typeof commandSchema> } | Extract<Outcome, { ok: false }> {
  if (typeof message !== 'object' || message === null) return { ok: false, code: 'malformed', detail: 'message' };
  const { id, command } = message as Record<string, unknown>;
  const readId = z.safeParse(commandIdSchema, id);
  if (!readId.success) return { ok: false, code: 'malformed', detail: 'id' };
  if (sizeOf(command) > LARGEST_COMMAND) return { ok: false, code: 'too-large' };
  const type = (command as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(PERMISSIONS, type)) return { ok: false, code: 'unknown-command' };
  const read = z.safeParse(commandSchema, command);
  if (read.success) return { id: readId.data, command: read.data };
  return { ok: false, code: 'malformed', detail: read.error.issues[0]?.path.join('.') || type };
}

/** Characters of a command as JSON; one too deep to write down is too large. */
function sizeOf(command: unknown): number {
  try {
    return JSON.stringify(command)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
