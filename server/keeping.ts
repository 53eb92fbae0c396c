import type { DiskFault, Keeping } from '../shared/protocol.ts';
import type { Instant } from '../shared/time.ts';
import { log } from './log.ts';

/** Whether a forum's disk takes what is written, and how old its copy is. Kept in memory: it is about now. */
export class Safekeeping {
  readonly #listeners: ((report: Keeping) => void)[] = [];
  #report: Keeping = { disk: null, backup: null };

  get report(): Keeping {
    return this.#report;
  }

  listen(listener: (report: Keeping) => void): void {
    this.#listeners.push(listener);
  }

  /** Something could not be written. Said once, however often it is tried again; an error of ours is no fault of the disk's. */
  refused(error: unknown, at: Instant): void {
    const fault = faultOf(error);
    const { disk } = this.#report;
    if (fault === null || disk === null) log.error({ error: String(error) }, 'the journal could not be written; nothing was changed');
    if (fault !== null && fault !== disk?.fault) this.#tell({ ...this.#report, disk: { fault, since: disk?.since ?? at } });
  }

  /** The disk took something. */
  wrote(): void {
    if (this.#report.disk === null) return;
    log.info('the journal is written again');
    this.#tell({ ...this.#report, disk: null });
  }

  /** How the copy stands now. */
  copied(backup: NonNullable<Keeping['backup']>): void {
    const before = this.#report.backup;
    if (before?.at !== backup.at || before.fault !== backup.fault) this.#tell({ ...this.#report, backup });
  }

  #tell(report: Keeping): void {
    this.#report = report;
    for (const listener of this.#listeners) listener(report);
  }
}

function faultOf(error: unknown): DiskFault | null {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return null;
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') ? 'locked' : 'failed';
}
