import { departures } from '../deliberation.ts';
import type { Entry, Event } from '../events.ts';
import { placesOf } from '../ranking.ts';
import { receiptsOf } from '../receipt.ts';
import type { Setup } from '../setup.ts';
import type { State } from '../state.ts';
import { METHODS, type Method } from '../tally/methods.ts';
import type { Instant } from '../time.ts';
import type { Told } from './times.ts';

/** What was recounted and held, in figures: what a person is told when all is well. */
export interface Checked {
  readonly forum: string;
  readonly name: string;
  readonly date: string;
  readonly timeZone: string;
  readonly departments: Setup['departments'];
  readonly entries: number;
  /** Hash of the last entry, and the journal's at the last lock and at the closing. */
  readonly head: string;
  readonly lockHash: string | null;
  readonly lockedAt: Instant | null;
  readonly closingHash: string | null;
  readonly closedAt: Instant | null;
  /** Which of the three the given hash was; null where none was given. */
  readonly witness: 'head' | 'lock' | 'closing' | null;
  /** No hash where version 0.1 opened the brief. It also asked nothing of a list but its number, so no more is then asked of it here. */
  readonly reglement: { readonly version: string; readonly hash: string | null };
  readonly draw: { readonly teams: number; readonly seed: string; readonly witnesses: string } | null;
  readonly times: { readonly teams: number; readonly struck: number; readonly pauses: number };
  readonly locks: number;
  readonly ballots: {
    readonly recorded: number;
    readonly paper: number;
    readonly lateAdmitted: number;
    readonly lateAside: number;
    readonly reopened: number;
    readonly receipts: number;
  };
  /** When single ballots were erased; null while they are there to be counted. */
  readonly erasedAt: Instant | null;
  readonly recusals: number;
  /** The tally that ranked, how many teams, and by how many methods they were counted. */
  readonly tally: { readonly method: Method; readonly teams: number; readonly methods: number };
  readonly ladder: number;
  readonly motions: { readonly open: number; readonly secret: number; readonly votes: number };
  readonly places: number;
  /** Laureates in the order in which they were said, and teams ahead of the cut left out by a vote. */
  readonly laureates: readonly { readonly name: string; readonly department: string }[];
  readonly departures: number;
}

/** Hexadecimal digits without the spaces in which a hash is printed: 16 of them or more, or null. */
export function witnessOf(printed: string): string | null {
  const digits = printed.replace(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{16,64}$/.test(digits) ? digits : null;
}

/** What a session that holds was found to be; null when a hash was given that is not of this journal. */
export function checkedOf(entries: readonly Entry[], told: Told, given?: string): Checked | null {
  const { state } = told;
  const { setup, course, deliberation } = state;
  const head = entries.at(-1)?.hash ?? '';
  const lockHash = course.allLocked?.hash ?? null;
  const witness = given === undefined ? null : witnessed(witnessOf(given), { head, closing: course.closingHash, lock: lockHash });
  if (given !== undefined && witness === null) return null;
  const count = (type: Event['type']) => entries.filter(({ event }) => event.type === type).length;
  const motions = deliberation?.motions ?? [];
  return {
    forum: setup.id,
    name: setup.name,
    date: setup.date,
    timeZone: setup.timeZone,
    departments: setup.departments,
    entries: entries.length,
    head,
    lockHash,
    lockedAt: course.allLocked?.at ?? null,
    closingHash: course.closingHash,
    closedAt: course.opened.closed ?? null,
    witness,
    reglement: { version: setup.rules.version, hash: course.rulesHash },
    draw: course.draw?.drawn
      ? { teams: course.draw.drawn.order.length, seed: course.draw.drawn.seed, witnesses: course.draw.drawn.witnesses }
      : null,
    times: { teams: Object.keys(course.passages).length, struck: Object.keys(course.withdrawn).length, pauses: told.pauses.length },
    locks: Object.keys(course.locks).length,
    ballots: ballotsOf(state, count),
    erasedAt: state.erased?.at ?? null,
    recusals: state.recusals.length,
    tally: { method: setup.rules.tally, teams: course.order.length - Object.keys(course.withdrawn).length, methods: METHODS.length },
    ladder: deliberation?.ladder.length ?? 0,
    motions: {
      open: motions.filter(({ secret }) => !secret).length,
      secret: motions.filter(({ secret }) => secret).length,
      votes: motions.reduce((sum, { voted }) => sum + voted.length, 0),
    },
    places: placesOf(state),
    laureates: course.announcement.map((id) => {
      const team = setup.teams.find((one) => one.id === id);
      return { name: team?.name ?? id, department: team?.department ?? '' };
    }),
    departures: state.erased ? 0 : departures(state, deliberation?.list ?? []).filter(({ motion }) => motion !== null).length,
  };
}

const witnessed = (digits: string | null, seen: Readonly<Record<'head' | 'lock' | 'closing', string | null>>): Checked['witness'] =>
  (['head', 'closing', 'lock'] as const).find((one) => digits !== null && seen[one]?.startsWith(digits)) ?? null;

function ballotsOf(state: State, count: (type: Event['type']) => number): Checked['ballots'] {
  const ballots = Object.values(state.ballots).flatMap((own) => Object.values(own));
  return {
    recorded: ballots.length,
    paper: ballots.filter(({ paper }) => paper).length,
    lateAdmitted: count('LateBallotAdmitted'),
    lateAside: Object.values(state.late).flatMap((own) => Object.keys(own)).length,
    reopened: count('BallotReopened'),
    receipts: receiptsOf(state).length,
  };
}
