import type { Question } from '../../../shared/jury.ts';
import type { DeliberationView, MotionView } from '../../../shared/views/jury.ts';
import { at, live, team } from '../../gallery/literal.ts';
import type { Room } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { deliberation } from '../../ui/jury/literal.ts';
import { ballots, closed, lost, type Props, phone, seat } from './literal.ts';

/** Literal phones behind closed doors: motions in every state, from every seat. */

type Seat = NonNullable<Views['seat']>;

const tie: Question = { kind: 'tie', team: team('e04'), among: [team('e04'), team('e15')], step: 0 };
const replace: Question = {
  kind: 'replace',
  put: team('e15'),
  out: team('e08'),
  reason: 'Le besoin est plus pressant, et l’équipe est prête.',
};
const list: Question = { kind: 'list', teams: deliberation.list, reason: 'Sept projets font l’accord du jury.' };

const motion = (number: number, question: Question, more: Partial<MotionView> = {}): MotionView => ({
  number,
  question,
  secret: false,
  openedAt: at('17:06'),
  entitled: 15,
  voted: 6,
  closed: null,
  awaitsCastingVote: false,
  ...more,
});
const counted = (yes: number, no: number, abstain: number) => ({ for: yes, against: no, abstain });

function doors(jury: Partial<DeliberationView>, own: Partial<Seat> = {}, more: Partial<Room> = {}): Props {
  const at1704 = live({ show: 'deliberation', returnAt: at('17:42') }, 16, closed);
  const mine = { ...seat(ballots(15, null, '16:40', true)), entitled: [1, 2, 3], ...own };
  return phone('17:08', at1704, mine, more, { deliberation: { ...deliberation, ...jury } });
}

const asked = { motions: [motion(1, tie)] };
const secret = { motions: [motion(1, replace, { secret: true })] };
const over = [
  motion(1, tie, { voted: 15, closed: { at: at('17:09'), count: counted(7, 6, 2), outcome: 'adopted', castingVote: null } }),
  motion(2, replace, {
    secret: true,
    voted: 15,
    closed: { at: at('17:14'), count: counted(5, 8, 2), outcome: 'rejected', castingVote: null },
  }),
  motion(
    3,
    { kind: 'free', text: 'Remercier les coachs au nom du jury ?' },
    {
      voted: 14,
      closed: { at: at('17:18'), count: counted(7, 7, 0), outcome: 'split', castingVote: null },
      awaitsCastingVote: true,
    },
  ),
];

export const deliberating: Record<string, Props> = {
  'motion-open': doors(asked),
  'motion-voted': doors(asked, { votes: [{ motion: 1, vote: 'for' }] }),
  'motion-secret': doors(secret),
  'motion-secret-asked': { ...doors(secret), asked: 'against' },
  'motion-secret-voted': doors(secret, { votes: [{ motion: 1, vote: null }] }),
  'motion-list': doors({ motions: [motion(1, list)] }),
  'motion-recused': doors({ motions: [motion(1, replace)] }, { entitled: [], recusedFrom: [team('e08')] }),
  'motion-absent': doors(asked, { entitled: [], present: true }),
  'motion-offline': doors(asked, {}, { link: lost }),
  'motions-over': doors(
    { motions: over, discuss: [team('e11')], list: [team('e04'), ...deliberation.list] },
    {
      votes: [
        { motion: 1, vote: 'for' },
        { motion: 2, vote: null },
      ],
    },
  ),
};
