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

/** The règlement the jury adopts, as far as the session needs it: times, lock, number of laureates, order of announcement. */
const rules = z.strictObject({
  pitchSeconds: whole(10, 3600),
  questionsSeconds: whole(10, 7200),
  changeoverSeconds: whole(0, 1800),
  pitchWarnings: z.array(whole(1, 3600)),
  questionsWarnings: z.array(whole(1, 7200)),
  /** At zero the next stage begins by itself: pitch, questions, marking. */
  chaining: z.boolean(),
  lock: z.strictObject({
    /** `per-team`: each team's ballots are locked before the next is called. `once`: all together, before the deliberation. */
    mode: z.enum(['per-team', 'once']),
    /** The lock falls by itself this long after the questions; null: the MC locks. */
    afterSeconds: z.nullable(whole(5, 3600)),
  }),
  laureates: whole(1, 200),
  announcement: z.enum(['running-order', 'department']),
  deliberationMinutes: whole(1, 600),
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
  /** Honesty notes: what is from a public document, what is assumed. Not used by the session. */
  notes: z.optional(z.array(text(600))),
});

/** A forum as it was prepared: programme, teams, jury, criteria, règlement. Frozen when the brief opens. */
export type Setup = z.infer<typeof setupSchema>;
export type Criterion = Setup['criteria'][number];
export type Rules = Setup['rules'];
