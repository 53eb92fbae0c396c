import { type Holding, holdingOf } from '../agenda.ts';
import { type Cue, nextCue } from '../cue.ts';
import type { SeatId, TeamId } from '../ids.ts';
import { UNDO_TIME } from '../session.ts';
import type { Change, State } from '../state.ts';
import { after, type Instant } from '../time.ts';
import { type HandedIn, handedIn } from './handed-in.ts';

/** The régie's own part: the next act, what can be taken back, who is missing. During the deliberation it learns nothing of it. */
export interface RegieView {
  /** The step that the cue belongs to. Parts come one by one: steering by this one, the MC never sends an act with another act's step. */
  readonly step: number;
  readonly cue: Cue;
  /** The last step, by the name of its event, and until when it can be taken back. */
  readonly undo: { readonly what: string; readonly until: Instant } | null;
  readonly changes: readonly Change[];
  /** Why each struck team was struck. */
  readonly withdrawn: readonly { readonly team: TeamId; readonly reason: string }[];
  readonly handedIn: readonly HandedIn[];
  readonly seats: readonly { readonly seat: SeatId; readonly number: number; readonly title: string; readonly department: string }[];
  /** Trial ballots received during the brief. */
  readonly trials: number;
  /** Jurors who ask to speak: how many, not who. */
  readonly hands: number;
  readonly holding: Holding;
  readonly lock: { readonly mode: 'per-team' | 'once'; readonly afterSeconds: number | null };
  readonly chaining: boolean;
  /** The public draw, once it was opened; null before. */
  readonly draw: { readonly drawn: boolean; readonly shown: boolean } | null;
  readonly rulesHash: string | null;
  /** Real start of each pitch, for the lateness beside each team. */
  readonly actual: readonly { readonly team: TeamId; readonly pitchAt: Instant; readonly endedAt: Instant | null }[];
}

export function regieView(state: State): RegieView {
  const { setup, course, undo, floor } = state;
  const remaining = course.order.filter((team) => !course.withdrawn[team]);
  return {
    step: state.step,
    cue: nextCue(state),
    undo: undo && { what: undo.what, until: after(undo.at, UNDO_TIME) },
    changes: course.changes,
    withdrawn: course.order.flatMap((team) => {
      const struck = course.withdrawn[team];
      return struck ? [{ team, reason: struck.reason }] : [];
    }),
    handedIn: course.phase === 'passages' ? handedIn(state) : [],
    seats: setup.seats.map(({ id, number, title, department }) => ({ seat: id, number, title, department })),
    trials: course.phase === 'brief' ? Object.keys(state.trial).length : 0,
    hands: floor.queue.length,
    draw: course.draw && { drawn: course.draw.drawn !== null, shown: course.draw.shown },
    rulesHash: course.rulesHash,
    holding: holdingOf(setup, remaining.length),
    lock: setup.rules.lock,
    chaining: setup.rules.chaining,
    actual: course.order.flatMap((team) => {
      const passage = course.passages[team];
      return passage?.pitchAt === undefined ? [] : [{ team, pitchAt: passage.pitchAt, endedAt: passage.endedAt ?? null }];
    }),
  };
}

/** The stage display's own: the MC's short message, which is for the speaker and for nobody else. */
export interface StageView {
  readonly message: { readonly text: string; readonly at: Instant } | null;
}

export const stageView = ({ course }: State): StageView => ({ message: course.message });
