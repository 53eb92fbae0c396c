import type { Command } from '../../shared/commands.ts';
import type { Outcome } from '../../shared/protocol.ts';

/** One command that a device made, and all it was told about it. */
export interface Made {
  /** The sender's audience key. */
  readonly by: string;
  readonly id: string;
  readonly command: Command;
  /** How often it was put on a line. */
  sends: number;
  /** The first answer that the device received; null while there is none. */
  outcome: Outcome | null;
  /** Answers received, the first one and those to repeats. */
  answers: number;
  /** The line was down when it was made, and it is of those that are never sent late: the device knows that it was not. */
  unsent: boolean;
}

/** Something that must never be, with the command concerned where there is one. */
export class Broken extends Error {
  readonly made: Made | null;
  constructor(words: string, made: Made | null = null) {
    super(words);
    this.made = made;
  }
}

/** These are not remembered by the server: the next resend is decided anew. */
const FORGOTTEN: ReadonlySet<string> = new Set(['not-yours', 'malformed', 'unknown-command', 'too-large', 'id-reused', 'storage-failed']);

export const isRemembered = (outcome: Outcome): boolean => outcome.ok || !FORGOTTEN.has(outcome.code);

/** What all devices made and were told, kept beside the server and against it. */
export class Ledger {
  readonly all: Made[] = [];
  /** Answered since somebody last looked. */
  fresh: Made[] = [];
  broken: Broken | null = null;

  make(by: string, id: string, command: Command): Made {
    const made: Made = { by, id, command, sends: 0, outcome: null, answers: 0, unsent: false };
    this.all.push(made);
    return made;
  }

  /** A device received an answer: to a repeat it must be the first one. */
  answered(made: Made, outcome: Outcome): void {
    if (!outcome.ok && outcome.code === 'storage-failed') return;
    made.answers += 1;
    if (made.outcome === null) {
      made.outcome = outcome;
      this.fresh.push(made);
    } else if (JSON.stringify(made.outcome) !== JSON.stringify(outcome))
      this.fail(new Broken(`a repeat was answered ${JSON.stringify(outcome)} after ${JSON.stringify(made.outcome)}`, made));
  }

  /** The first thing that broke is the one that is told. */
  fail(broken: Broken): void {
    this.broken ??= broken;
  }
}
