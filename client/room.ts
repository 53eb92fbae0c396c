import type { Command, Keeping, Outcome, Presence, Refusal, Views } from './shared.ts';
import type { RoomTime } from './time.svelte.ts';

/** A command as a screen gives it; the device adds the id. */
export type Draft = Command;

/** Words to a team, sent like marks. */
export type Words = Extract<Draft, { type: 'WriteFeedback' }>;

/** What can go wrong before the server was asked. */
export type LocalRefusal = 'offline' | 'no-answer';

export type Answer = Outcome | { readonly ok: false; readonly code: LocalRefusal; readonly detail?: string };

/** How the line to the server is: `lost` within three seconds of silence; the digits go on. `closed`: this link was revoked or is unknown. */
export interface Link {
  readonly state: 'joining' | 'live' | 'lost' | 'closed';
  /** Server instant since which it is so. */
  readonly since: number;
}

/** Commands kept on the device until the server has answered, and those it refused: nothing entered is lost. */
export interface Outbox {
  readonly pending: readonly { readonly id: string; readonly draft: Draft; readonly keptAt: number }[];
  readonly refused: readonly { readonly id: string; readonly draft: Draft; readonly code: Refusal; readonly at: number }[];
  /** Keep a command and send it as soon as there is a line. */
  keep(draft: Draft): void;
  /** Keep words at each key, in place of those before them, and send them once their author pauses. */
  keepWords(draft: Words): void;
  /** Forget a refused command once its owner has seen it. */
  forget(id: string): void;
}

/** All that a screen needs besides its view: the time, the line, and a way to speak. */
export interface Room {
  readonly time: RoomTime;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly presence: Presence | null;
  /** How safe what is written is; null while there is nothing to say of it. */
  readonly keeping: Keeping | null;
  /** The address of the public page. */
  readonly join: string;
  /** Send at once or not at all: steering commands must not arrive late. */
  send(draft: Draft): Promise<Answer>;
}

/** A screen is given the parts of its audience's view, and the room. */
export interface ScreenProps<Parts extends keyof Views> {
  readonly views: Pick<Views, Parts>;
  readonly room: Room;
}
