import type { Checked } from '../../shared/verify/checked.ts';
import type { Fault, FaultCode } from '../../shared/verify/faults.ts';
import type { NotAnExport } from '../../shared/verify/read.ts';

/** What a recount says, in English. */

const number = (count: number): string => count.toLocaleString('en-GB');
const many = (count: number, one: string, several = `${one}s`): string => `${number(count)} ${count === 1 ? one : several}`;
/** The parts of which there is something. */
const some = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ');

/** One line for each subject that was recounted. */
export function linesOf(checked: Checked): readonly string[] {
  const { entries, reglement, draw, times, locks, erasedAt, motions, laureates, departures, witness } = checked;
  return [
    `${many(entries, 'entry', 'entries')}, chain intact, each decided again by the rules of the session${erasedAt === null ? '' : ' as far as it can be'}`,
    ...(witness === null
      ? []
      : [
          `the hash that the room saw is ${{ head: 'that of the last entry', closing: 'the one at the closing', lock: 'the one at the last lock' }[witness]}`,
        ]),
    reglement.hash === null
      ? 'begun by version 0.1: no hash of the règlement was taken, and of a list only its number was asked'
      : `règlement ${reglement.version}, ${reglement.hash}`,
    draw ? `order of ${many(draw.teams, 'team')} redrawn from ${draw.seed}` : 'no public draw',
    some(
      `${many(times.teams, 'passage')} timed again`,
      times.struck > 0 && `${many(times.struck, 'team')} struck`,
      times.pauses > 0 && many(times.pauses, 'pause'),
    ),
    `${many(locks, 'team')} locked`,
    ...(erasedAt === null
      ? countedLines(checked)
      : [
          `single ballots and votes were erased on ${new Date(erasedAt).toISOString().slice(0, 10)}: what rested on them is not counted again`,
        ]),
    motions.open + motions.secret === 0
      ? 'no motion'
      : some(
          `${many(motions.open + motions.secret, 'motion')} recounted`,
          many(motions.votes, 'vote'),
          motions.secret > 0 && `${number(motions.secret)} secret`,
        ),
    some(
      `list of ${number(laureates.length)} closed and announced`,
      departures > 0 && `${many(departures, 'departure')} from the ranking, voted`,
    ),
  ];
}

function countedLines({ ballots, recusals, tally, ladder }: Checked): readonly string[] {
  return [
    some(
      `${many(ballots.recorded, 'ballot')} counted again`,
      ballots.paper > 0 && `${number(ballots.paper)} from paper`,
      ballots.lateAdmitted > 0 && `${number(ballots.lateAdmitted)} admitted late`,
      ballots.lateAside > 0 && `${number(ballots.lateAside)} late and left aside`,
      ballots.reopened > 0 && `${number(ballots.reopened)} opened again`,
      recusals > 0 && many(recusals, 'recusal'),
    ),
    `${many(ballots.receipts, 'receipt')} made again`,
    `${many(tally.teams, 'team')} ranked again by ${many(tally.methods, 'method')}; official: ${tally.method}`,
    ladder === 0 ? 'no tie to settle' : `${many(ladder, 'step')} of the ladder of ties`,
  ];
}

const FAULTS: Readonly<Record<FaultCode, string>> = {
  'not-an-entry': 'it is not an entry of a journal',
  'out-of-sequence': 'its number does not follow the one before it: an entry is missing, too much, or in another place',
  'broken-chain': 'its hash is not that of what it says: it was changed, or the one before it was',
  'back-in-time': 'it would have happened before the entry before it',
  'erased-in-silence': 'what it said is gone, and no entry says that it was erased',
  'not-erased': 'an entry says that it was erased, and it is still there',
  'no-beginning': 'a journal begins with the adoption of a set-up',
  'bad-setup': 'its set-up is not one',
  'unknown-sender': 'its sender does not take part in this session',
  impossible: 'no command has this shape',
  refused: 'the rules refuse it',
  'decided-otherwise': 'the rules decide otherwise',
  'another-day': 'it counts the hours from another day',
  'votes-do-not-add-up': 'its votes do not add up to its voters',
  'not-closed': 'the session was not closed after it: the end of the journal is missing',
  differs: 'a value of the file is not what its entries give',
  'another-journal': 'the hash that the room saw is not of this journal',
};

/** One sentence: which entry is the first bad one, and why; or what else does not hold. */
export function faultOf(fault: Fault, entries: number): string {
  const { code, entry, event, refusal, words, path } = fault;
  const where = entry === null ? '' : `first bad entry: ${number(entry)} of ${number(entries)}${event === null ? '' : ` (${event})`}: `;
  const detail =
    refusal ?? words ?? (path === undefined ? '' : `${path || 'the event'} is ${shown(fault.found)}, it must be ${shown(fault.expected)}`);
  return `${where}${FAULTS[code]}${detail === '' ? '' : `: ${detail}`}.`;
}

const LONGEST = 80;
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export const NOT_AN_EXPORT: Readonly<Record<NotAnExport, string>> = {
  'too-long': 'is too large to be the export of a session',
  'not-json': 'is not JSON, so it is not the export of a session',
  'another-format': 'is not the export of a session',
  'too-deep': 'is nested too deep to be the export of a session',
  'forbidden-key': 'holds a field that no export of a session has',
};
