import type { OwnBallot } from '../../../shared/views/seat.ts';
import { at, live, setup, stops, team } from '../../gallery/literal.ts';
import type { Views } from '../../shared.ts';
import { ballots, before, clocked, closed, locked, marksOf, type Props, phone, seat, shared } from './literal.ts';

/** Literal phones of a seat to which something happens: it comes or goes, stands back, asks to speak, is late, or is opened again. */

type Seat = NonNullable<Views['seat']>;
type Rules = Views['grid']['rules'];

const own = (ballot: readonly OwnBallot[], more: Partial<Seat>): Seat => ({ ...seat(ballot), ...more });
/** The same phone under another règlement. */
const under = (rules: Partial<Rules>, { views, ...props }: Props): Props => ({
  ...props,
  views: { ...views, grid: { ...views.grid, rules: { ...views.grid.rules, ...rules } } },
});
const recused = (id: string, list: readonly OwnBallot[]) =>
  list.map((one) => (one.team === id ? { ...one, recused: true, marks: {}, at: null, receipt: null } : one));
const reopened = (id: string, list: readonly OwnBallot[]) =>
  list.map((one) => (one.team === id ? { ...one, reopened: true, locked: false } : one));
/** Two marks of the last team that came a minute after the lock. */
const lately = (list: readonly OwnBallot[]) =>
  list.map((one) => (one.team === 'e13' ? { ...one, late: { marks: { ...one.marks, ...marksOf('--33') }, at: at('16:45') } } : one));
const oise = setup.teams.filter(({ department }) => department === '60').map(({ id }) => id);

const pitch = live(clocked('pitch', 'e08', 3, 72, '14:52'), 3);
const questions = live(clocked('questions', 'e08', 3, 204, '14:55'), 3);
const three = ballots(3, '34--', '14:52');
const fifteen = ballots(15, '23--', '16:40', true);
const hand = { place: null, speaking: false, given: 0 };
const comment = { team: team('e10'), text: 'Le besoin est clair. Montrez plus tôt qui s’en sert, et combien de temps il leur reste.' };
const brief = before('introduction', 'brief');
const draw: Views['live'] = live({ show: 'draw', numbers: [], drawn: null }, 0, { phase: 'brief' });
const session: Partial<Rules> = { recusal: 'session' };
const notes: Partial<Rules> = { marking: 'notes' };
const after = live({ show: 'deliberation', returnAt: at('17:42') }, 16, closed);

export const befalling: Record<string, Props> = {
  'absent-waiting': phone('13:52', before('brief', 'set-up'), own([], { present: false, salt: null })),
  'absent-trial': phone('14:03', brief, own([], { present: false, salt: null })),
  'left-waiting': phone('14:03', brief, own([], { present: false, left: true })),
  'left-pitch': phone('14:52', pitch, own(three, { present: false, left: true })),
  draw: phone('14:20', draw, seat()),

  'recusal-session': under(session, { ...phone('14:06', brief, seat()), opened: 'recusal' }),
  'recusal-team': under({ recusal: 'team' }, { ...phone('14:06', brief, own([], { recusedFrom: [team('e08')] })), opened: 'recusal' }),
  'recusal-department': under({ recusal: 'department' }, { ...phone('14:06', brief, own([], { recusedFrom: oise })), opened: 'recusal' }),
  'recused-session': under(session, phone('14:06', brief, own([], { recused: true, recusedFrom: setup.teams.map(({ id }) => id) }))),
  'recused-pitch': under({ recusal: 'team' }, phone('14:52', pitch, own(recused('e08', three), { recusedFrom: [team('e08')] }))),
  'recused-department': under(
    { recusal: 'department' },
    phone(
      '15:10',
      live(clocked('pitch', 'e02', 14, 100, '15:10'), 14),
      own(recused('e02', ballots(14, null, '15:10')), { recusedFrom: oise }),
    ),
  ),
  'recused-called': under(
    { recusal: 'team' },
    phone(
      '14:49',
      live({ show: 'called', team: team('e08'), place: 3 }, 3),
      own(ballots(2, null, '14:48'), { recusedFrom: [team('e08')] }),
    ),
  ),

  'hand-raised': phone('14:55', questions, own(ballots(3, null, '14:54'), { hand: { ...hand, place: 2 } })),
  'hand-speaking': phone('14:55', questions, own(ballots(3, null, '14:54'), { hand: { place: null, speaking: true, given: 1 } })),

  'late-curtain': phone('16:46', live(locked, 16), seat(lately(fifteen))),
  'late-marking': phone(
    '14:52',
    pitch,
    seat(three.map((one) => (one.team === 'e04' ? { ...one, locked: true, late: { marks: marksOf('4335'), at: at('14:50') } } : one))),
  ),
  'reopened-marking': phone('14:52', pitch, seat(reopened('e10', three))),
  'reopened-curtain': phone('16:50', live(locked, 16), seat(reopened('e08', fifteen))),
  'reopened-stations': { ...phone('17:10', after, seat(reopened('e08', fifteen)), {}, shared.jury), opened: team('e08') },
  'closed-ballot': { ...phone('17:12', after, seat(fifteen)), opened: team('e08') },
  receipts: { ...phone('16:46', live(locked, 16), seat(ballots(15, null, '16:40', true))), opened: 'receipts' },
  'review-mixed': under(
    { recusal: 'team' },
    {
      ...phone('16:46', live(locked, 16), own(recused('e06', lately(fifteen)), { recusedFrom: [team('e06')], feedback: [comment] })),
      opened: 'review',
    },
  ),

  'notes-pitch': under(
    notes,
    phone(
      '14:52',
      pitch,
      own(
        ballots(3, '----', '14:52').map((one) => ({ ...one, marks: {}, receipt: null })),
        { feedback: [{ ...comment, team: team('e08') }] },
      ),
    ),
  ),
  'notes-waiting': under(notes, phone('14:06', brief, seat())),
  'notes-review': under(notes, {
    ...phone(
      '16:41',
      live({ show: 'between', next: null, place: 0 }, 16, { order: stops(16) }),
      own(
        ballots(15, null, '16:40').map((one) => ({ ...one, marks: {}, receipt: null })),
        { feedback: [comment] },
      ),
    ),
    opened: 'review',
  }),
  'notes-curtain': under(
    notes,
    phone(
      '16:46',
      live(locked, 16),
      own(
        ballots(15, null, '16:40', true).map((one) => ({ ...one, marks: {}, receipt: null })),
        { feedback: [comment] },
      ),
    ),
  ),
};
