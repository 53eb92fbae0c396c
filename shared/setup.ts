import * as z from 'zod/mini';
import { criterionId, forumId, seatId, teamId } from './ids.ts';
import type { HourMinute } from './time.ts';

const text = (most: number) => z.string().check(z.minLength(1, 'is empty'), z.maxLength(most, `is longer than ${most} characters`));
const whole = (least: number, most: number) =>
  z.int('must be a whole number').check(z.minimum(least, `must be ${least} or more`), z.maximum(most, `must be ${most} or less`));
const hourMinute = z.pipe(
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 14:30')),
  z.transform((printed) => printed as HourMinute),
);
const departmentCode = z.string().check(z.regex(/^[0-9A-Z]{1,3}$/, 'must be a code like 80 or 2A'));

const department = z.strictObject({
  code: departmentCode,
  name: text(60),
  /** "de la Somme": French needs the article to speak of it. */
  of: text(60),
  colour: z.string().check(z.regex(/^#[0-9A-Fa-f]{6}$/, 'must be a colour like #0022CC')),
});

const team = z.strictObject({
  id: teamId,
  table: whole(1, 999),
  department: departmentCode,
  name: text(160),
  shortName: z.optional(text(40)),
  /** Where the name comes from: `seed` a public document, `neutral` made up for trials. */
  source: z.optional(z.enum(['seed', 'neutral'])),
});

const seat = z.strictObject({
  id: seatId,
  number: whole(1, 999),
  department: departmentCode,
  college: text(30),
  title: text(80),
  president: z.optional(z.boolean()),
});

const criterion = z.strictObject({
  id: criterionId,
  name: text(60),
  shortName: text(16),
  question: text(160),
  weight: whole(1, 1000),
});

const scale = z.strictObject({ min: whole(0, 100), max: whole(1, 100), words: z.array(text(30)) });

/** How each tally ranks is told in `tally/README.md`. */
const METHODS = ['mean', 'additive', 'trimmed', 'majority', 'borda'] as const;

const lock = z.strictObject({
  /** `per-team`: each team's ballots are locked before the next is called. `once`: all together, before the deliberation. */
  mode: z.enum(['per-team', 'once']),
  /** The lock falls by itself this long after the questions; null: the MC locks. */
  afterSeconds: z.nullable(whole(5, 3600)),
});

/** A step of the ladder down which a tie at the cut goes, until one separates. */
const tieStep = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('criterion'), criterion: criterionId }),
  z.strictObject({ by: z.enum(['vote', 'casting-vote', 'draw']) }),
]);

/** The règlement the jury adopts. What has a default may be left out. */
const rules = z.strictObject({
  /** As it is quoted: `2`, `28 novembre 2019`. */
  version: z._default(text(40), '1'),
  pitchSeconds: whole(10, 3600),
  questionsSeconds: whole(10, 7200),
  changeoverSeconds: whole(0, 1800),
  pitchWarnings: z.array(whole(1, 3600)),
  questionsWarnings: z.array(whole(1, 7200)),
  /** At zero the next stage begins by itself: pitch, questions, marking. */
  chaining: z.boolean(),
  lock,
  laureates: whole(1, 200),
  announcement: z.enum(['running-order', 'department']),
  deliberationMinutes: whole(1, 600),
  /** `notes`: jurors take notes and give no marks; nothing is counted, the jury designates. */
  marking: z._default(z.enum(['marks', 'notes']), 'marks'),
  /** What the weights of the criteria must add up to; null: they are relative. */
  weightsTotal: z._default(z.nullable(whole(1, 12_000)), null),
  /** The official tally. The others stand beside it, never in its place. */
  tally: z._default(z.enum(METHODS), 'mean'),
  ties: z._default(z.array(tieStep).check(z.maxLength(12, 'has more than 12 steps')), [{ by: 'vote' }, { by: 'draw' }]),
  /** Members who must be present at a vote and at the closing of the list: in all, and of each college named. */
  quorum: z._default(
    z.strictObject({ total: whole(0, 500), colleges: z.array(z.strictObject({ college: text(30), least: whole(1, 500) })) }),
    { total: 0, colleges: [] },
  ),
  /** An open vote that is split in two equal parts goes as the president says. */
  castingVote: z._default(z.boolean(), false),
  /** A ballot that comes after its lock is set aside for the president, or refused. */
  lateBallots: z._default(z.enum(['aside', 'refused']), 'aside'),
  /** What a recusal takes a juror out of: the whole session, a team, or every team of the own département (and any other team declared). */
  recusal: z._default(z.enum(['session', 'team', 'department']), 'session'),
  /** The ballots of a juror who leaves before the end count, or are struck. */
  departure: z._default(z.enum(['kept', 'struck']), 'kept'),
  quotas: z._default(z.array(z.strictObject({ department: departmentCode, least: whole(0, 200), most: z.nullable(whole(0, 200)) })), []),
  /** What a team gets back once the session is closed: the jury's words, its own mean. */
  feedback: z._default(z.strictObject({ comments: z.boolean(), aggregate: z.boolean() }), { comments: true, aggregate: false }),
});

const programmeLine = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and hyphens')),
  start: hourMinute,
  end: z.nullable(hourMinute),
  title: text(160),
  /** The phase of the session this line announces, if any. */
  phase: z.optional(z.enum(['brief', 'introduction', 'passages', 'deliberation', 'restitution'])),
});

export const setupSchema = z.strictObject({
  id: forumId,
  name: text(120),
  shortName: z.optional(text(60)),
  date: z.iso.date('must be a date like 2019-11-28'),
  city: text(60),
  timeZone: text(60),
  language: z.enum(['fr', 'en']),
  organiser: text(120),
  /** Where the jury sits, as the minutes say it. */
  venue: z.optional(text(120)),
  departments: z.array(department).check(z.minLength(1, 'names no département')),
  teams: z.array(team).check(z.minLength(1, 'names no team'), z.maxLength(200, 'names more than 200 teams')),
  seats: z.array(seat).check(z.minLength(1, 'names no seat'), z.maxLength(500, 'names more than 500 seats')),
  criteria: z.array(criterion).check(z.minLength(1, 'names no criterion'), z.maxLength(12, 'names more than 12 criteria')),
  scale,
  rules,
  programme: z.array(programmeLine),
  /** Passing order; without it, the order of `teams`. */
  order: z.optional(z.array(teamId)),
  coaches: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z0-9-]{1,20}$/, 'must be lower-case letters, digits and hyphens')),
      name: text(60),
    }),
  ),
  /** How long single ballots are kept once the session is closed. */
  retentionDays: z.optional(whole(1, 3_650)),
  /** Honesty notes: what is from a public document, what is assumed. Not used by the session. */
  notes: z.optional(z.array(text(600))),
});

/** A forum as it was prepared: programme, teams, jury, criteria, règlement. Frozen when the brief opens. */
export type Setup = z.infer<typeof setupSchema>;
export type Criterion = Setup['criteria'][number];
export type Rules = Setup['rules'];
export type TieRule = Rules['ties'][number];

/** A set-up of an earlier version, with every rule it did not know at its default. */
export const completed = (setup: Setup): Setup => ({ ...setup, rules: z.parse(rules, setup.rules) });
