import type { TeamId } from '../../../shared/ids.ts';
import type { Draft } from '../../room.ts';
import { motions as words } from '../../text/motions.ts';

/** A motion as it is being written: kept while its page is closed, forgotten once the vote is open. */
export class MotionDraft {
  kind = $state<'replace' | 'list' | 'free'>('replace');
  put = $state<TeamId | null>(null);
  out = $state<TeamId | null>(null);
  reason = $state('');
  text = $state('');
  secret = $state(false);

  /** What is still lacking, as the button says it. */
  get lacking(): string | null {
    if (this.kind === 'free') return this.text.trim() === '' ? words.lacking.text : null;
    if (this.kind === 'replace' && (this.put === null || this.out === null)) return words.lacking.teams;
    return this.reason.trim() === '' ? words.lacking.reason : null;
  }

  /** The command; null while something is lacking. `list` is the one on the screen. */
  command(list: readonly TeamId[]): Extract<Draft, { type: 'OpenMotion' }> | null {
    const { put, out, secret } = this;
    if (this.lacking !== null) return null;
    const reason = this.reason.trim();
    if (this.kind === 'free') return { type: 'OpenMotion', question: { kind: 'free', text: this.text.trim() }, secret };
    if (this.kind === 'list') return { type: 'OpenMotion', question: { kind: 'list', teams: [...list], reason }, secret };
    return put && out ? { type: 'OpenMotion', question: { kind: 'replace', put, out, reason }, secret } : null;
  }

  forget(): void {
    this.put = null;
    this.out = null;
    this.reason = '';
    this.text = '';
    this.secret = false;
  }
}
