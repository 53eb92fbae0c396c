import amiensFile from '../forums/amiens-2019.json' with { type: 'json' };
import { readSetup } from '../read-setup.ts';
import type { Rules, Setup } from '../setup.ts';

function known(input: unknown): Setup {
  const read = readSetup(input);
  if ('fault' in read) throw new Error(read.fault);
  return read.setup;
}

export const amiens: Setup = known(amiensFile);

const team = (id: string, table: number, department: string) => ({ id, table, department, name: `Team ${id}` });
const seat = (id: string, number: number) => ({ id, number, department: '80', college: 'elu', title: `Seat ${id}` });

/** The smallest afternoon that shows everything: three teams of two départements, three seats, two criteria of weight 2 and 1. */
export const smallFile = {
  id: 'small',
  name: 'A small forum',
  date: '2019-11-28',
  city: 'Amiens',
  timeZone: 'Europe/Paris',
  language: 'fr',
  organiser: 'Somme',
  departments: [
    { code: '80', name: 'Somme', of: 'de la Somme', colour: '#660000' },
    { code: '59', name: 'Nord', of: 'du Nord', colour: '#0022CC' },
  ],
  teams: [team('a', 1, '59'), team('b', 2, '80'), team('c', 3, '59')],
  seats: [{ ...seat('s1', 1), president: true }, seat('s2', 2), seat('s3', 3)],
  criteria: [
    { id: 'why', name: 'Why', shortName: 'Why', question: 'Why?', weight: 2 },
    { id: 'how', name: 'How', shortName: 'How', question: 'How?', weight: 1 },
  ],
  scale: { min: 1, max: 5, words: ['Absent', 'Weak', 'Fair', 'Good', 'Very good'] },
  rules: {
    pitchSeconds: 180,
    questionsSeconds: 300,
    changeoverSeconds: 30,
    pitchWarnings: [60, 30, 10],
    questionsWarnings: [60, 10],
    chaining: false,
    lock: { mode: 'per-team', afterSeconds: null },
    laureates: 2,
    announcement: 'running-order',
    deliberationMinutes: 30,
  },
  programme: [
    { id: 'brief', start: '14:00', end: '14:15', title: 'Brief', phase: 'brief' },
    { id: 'introduction', start: '14:15', end: '14:30', title: 'Introduction', phase: 'introduction' },
    { id: 'passages', start: '14:30', end: '15:00', title: 'Passages', phase: 'passages' },
    { id: 'deliberation', start: '15:00', end: '15:30', title: 'Deliberation', phase: 'deliberation' },
    { id: 'restitution', start: '15:30', end: null, title: 'Restitution', phase: 'restitution' },
  ],
  coaches: [{ id: 'a', name: 'Coach A' }],
};

/** The small forum, with some of its rules otherwise. */
export const small = (rules: Partial<Rules> = {}): Setup => known({ ...smallFile, rules: { ...smallFile.rules, ...rules } });

/** Lock all together, before the deliberation. */
export const ONCE = { mode: 'once', afterSeconds: null } as const;
