import { at, live, stops, team } from '../../gallery/literal.ts';
import { deliberation } from '../../ui/jury/literal.ts';
import { befalling } from './befalling.ts';
import { deliberating } from './deliberating.ts';
import Juror from './Juror.svelte';
import {
  ballots,
  before,
  clocked,
  closed,
  late,
  locked,
  lost,
  marksOf,
  outbox,
  type Props,
  phone,
  revealed,
  seat,
  taps,
} from './literal.ts';

export default Juror;

export const states: Record<string, Props> = {
  waiting: phone('13:52', before('brief', 'set-up'), seat()),
  'waiting-introduction': phone('14:16', before('passages', 'introduction'), seat()),
  'no-seat': phone('13:52', before('brief', 'set-up'), null),
  'brief-trial': phone('14:06', before('introduction', 'brief'), seat([], marksOf('34--'))),
  called: phone('14:49', live({ show: 'called', team: team('e08'), place: 3 }, 3), seat(ballots(2, '43-4', '14:48'))),
  'pitch-empty': phone('14:50', live(clocked('pitch', 'e08', 3, 168, '14:50'), 3), seat(ballots(3, '----', '14:50'))),
  'pitch-incomplete': phone('14:52', live(clocked('pitch', 'e08', 3, 72, '14:52'), 3), seat(ballots(3, '34--', '14:52'))),
  'questions-complete': phone('14:55', live(clocked('questions', 'e08', 3, 204, '14:55'), 3), seat(ballots(3, null, '14:54'))),
  'offline-kept': phone('14:58', live(clocked('questions', 'e08', 3, 64, '14:58'), 3), seat(ballots(3, '----', '14:52')), {
    link: lost,
    outbox: outbox({ pending: taps('e08', '3423', '14:55') }),
  }),
  'refused-late': phone('16:46', live(locked, 16), seat(ballots(15, '23--', '16:40', true)), {
    outbox: outbox({ refused: late('e13', '--33', '16:45') }),
  }),
  'refused-marking': phone('14:52', live(clocked('pitch', 'e08', 3, 72, '14:52'), 3), seat(ballots(3, '34--', '14:52')), {
    outbox: outbox({ refused: late('e04', '--3-', '14:49') }),
  }),
  between: phone(
    '15:33',
    live({ show: 'between', next: team('e15'), place: 8 }, 8, { order: stops(8, 'to-come') }),
    seat(ballots(7, '554-', '15:32')),
  ),
  'all-passed': phone('16:41', live({ show: 'between', next: null, place: 0 }, 16), seat(ballots(15, null, '16:40'))),
  review: {
    ...phone('16:41', live({ show: 'between', next: null, place: 0 }, 16), seat(ballots(15, '23--', '16:40'))),
    opened: 'review',
  },
  revised: {
    ...phone('15:20', live(clocked('pitch', 'e09', 6, 96, '15:20'), 6), seat(ballots(6, '2---', '15:19'))),
    opened: team('e08'),
  },
  'closed-curtain': phone('16:44', live(locked, 16), seat(ballots(15, null, '16:40', true))),
  deliberation: phone(
    '17:04',
    live({ show: 'deliberation', returnAt: at('17:42') }, 16, closed),
    seat(ballots(15, '23--', '16:40', true)),
    {},
    { deliberation },
  ),
  'room-opening': phone('17:43', live({ show: 'reveal', revealed: [], of: 8 }, 16, { phase: 'restitution' }), seat()),
  reveal: phone('17:46', live({ show: 'reveal', revealed: revealed.slice(0, 3), of: 8 }, 16, { phase: 'restitution' }), seat()),
  laureates: phone('17:52', live({ show: 'laureates', teams: revealed, commitments: [] }, 16, { phase: 'restitution' }), seat()),
  closed: phone(
    '18:10',
    live({ show: 'closed', at: at('18:09'), hash: '', laureates: revealed, commitments: [] }, 16, { phase: 'closed' }),
    seat(ballots(15, null, '16:40', true)),
  ),
  'long-name': phone('15:10', live(clocked('pitch', 'e06', 5, 100, '15:10'), 5), seat(ballots(5, '534-', '15:10'))),
  'long-name-between': phone(
    '15:17',
    live({ show: 'between', next: team('e09'), place: 6 }, 6, { order: stops(6, 'to-come') }),
    seat(ballots(5, '534-', '15:10')),
    { link: lost, outbox: outbox({ pending: taps('e06', '---4', '15:16') }) },
  ),

  ...befalling,
  ...deliberating,
};
