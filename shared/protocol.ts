import * as z from 'zod/mini';
import type { Audience } from './audience.ts';
import type { Refusal } from './decision.ts';
import type { Instant } from './time.ts';
import type { Channel, Views } from './view.ts';

/** What travels between a device and the server. `server/PROTOCOL.md` describes it for other languages. */

/** A device's own name, made once and kept: by it a juror's seat knows whose turn it is. */
const deviceName = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

/** A socket says which forum and what it was given; no token is the public. A device without a name, or with an odd one, is still let in. */
export const handshakeSchema = z.object({
  forum: z.string(),
  token: z.optional(z.string()),
  device: z.catch(z.optional(deviceName), undefined),
  /** Asked for by a person: take the seat back from the device that holds it. */
  take: z.catch(z.optional(z.boolean()), undefined),
});

/** A command's envelope: the id is made by the device and comes back with every resend of the same command. */
export const commandIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

/** What a command's sender, and nobody else, is told. */
export type Outcome =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly code: Refusal; readonly detail?: string };

/** On each connection, once: who you are to this server, and every part of your view. */
export interface Welcome {
  readonly forum: string;
  readonly audience: Audience;
  /** Changes when the server's process does. */
  readonly boot: string;
  /** How fast the server's time runs against real time: 1, save in a rehearsal. */
  readonly rate: number;
  readonly now: Instant;
  /** The address of the public page, as reachable from the room. */
  readonly join: string;
  readonly views: Partial<Views>;
}

/** One part of a view, replaced whole. */
export interface Frame {
  readonly channel: Channel;
  readonly view: unknown;
}

/** Why the disk of the forum's file refuses a commit. */
export type DiskFault = 'full' | 'read-only' | 'locked' | 'failed';
/** Why no copy can be kept: its folder is not there, is full, refuses, takes too long, or fails otherwise. */
export type BackupFault = 'missing' | 'full' | 'read-only' | 'slow' | 'failed';

/** How safe what is written is, for the régie and the organiser: no part of the session's state. */
export interface Keeping {
  /** Null while the disk takes what is written. */
  readonly disk: { readonly fault: DiskFault; readonly since: Instant } | null;
  /** Null when no copy was asked for; `at`: the instant of the last whole copy. */
  readonly backup: { readonly at: Instant | null; readonly fault: BackupFault | null } | null;
}

/** Who is connected, for the régie, the president and the organiser: no part of the session's state. */
export interface Presence {
  readonly at: Instant;
  readonly audiences: readonly { readonly audience: string; readonly screens: number; readonly silentSince: Instant | null }[];
  readonly publicScreens: number;
  /** Who asked for more than the server gives, the latest first. */
  readonly excesses: readonly Excess[];
}

/** A sender that the server held back, so that a person can see to it. */
export interface Excess {
  /** Whose link; `public` where there was none. */
  readonly audience: string;
  /** Of the network, where there was no link. */
  readonly address: string | null;
  readonly since: Instant;
  readonly last: Instant;
  /** The last thing done: commands refused, its connection closed, or not let in. */
  readonly done: 'slowed' | 'closed' | 'kept-out';
  readonly times: number;
}
