import type { SeatId, TeamId } from '../ids.ts';
import type { Count } from '../jury.ts';
import type { Setup } from '../setup.ts';
import { after, type Instant, MINUTE, SECOND } from '../time.ts';
import { amiensMarks } from './amiens-ballots.ts';
import { amiens } from './forums.ts';
import { type Afternoon, type By, given, juror, mc, organiser, type Told } from './given.ts';
import { allLocked, type Choices, inPhase, stands, until } from './play.ts';
import { at } from './times.ts';

/** Amiens with a règlement that uses everything a jury may have to defend. */
const defendedSetup: Setup = {
  ...amiens,
  venue: 'Salle des délibérations, hôtel du Département',
  rules: {
    ...amiens.rules,
    version: '28 novembre 2019',
    ties: [{ by: 'vote' }, { by: 'draw' }],
    castingVote: true,
    recusal: 'team',
    quorum: { total: 8, colleges: [{ college: 'elu', least: 2 }] },
    feedback: { comments: true, aggregate: true },
  },
};

const chair: By = { role: 'president', seat: 'j10' as SeatId };
/** Whose ballots come otherwise than at their time, or not at all. */
export const CAST = { paper: 'j14', absent: 'j15', late: 'j03', tardy: 'j04', reopened: 'j09', gone: 'j02' } as const;
const RECUSED = ['j07 e10', 'j11 e02'];
/** Tied for the last place: whatever happens, they have the same marks. */
const twin = (team: string) => (team === 'e15' ? 'e04' : team);
type MarksOf = (seat: string, team: string) => Readonly<Record<string, number>>;
const twinned: MarksOf = (seat, team) => amiensMarks(seat, twin(team));

const castBy =
  (marksOf: MarksOf): NonNullable<Choices['marks']> =>
  (seat, team) => {
    const away = seat === CAST.absent || RECUSED.includes(`${seat} ${team}`);
    const otherwise = (seat === CAST.paper && team === 'e05') || (seat === CAST.late && team === 'e01');
    return away || otherwise ? null : marksOf(seat, team);
  };
const later = (afternoon: Afternoon, seconds: number): Instant => after(afternoon.now, seconds * SECOND);
const each = <T>(list: readonly T[], from: Afternoon, act: (afternoon: Afternoon, one: T, index: number) => Afternoon): Afternoon =>
  list.reduce(act, from);

function gathered(): Afternoon {
  const there = amiens.seats.filter(({ id }) => id !== CAST.absent && id !== CAST.paper);
  const seated = each(there, given(defendedSetup), (room, { id }, index) =>
    room.and({ type: 'CheckIn' }, juror(id), after(at('13:50'), index * 20 * SECOND)),
  );
  const drawing = seated
    .and({ type: 'RecordArrival', seat: CAST.paper }, organiser, at('13:56:30'))
    .and({ type: 'OpenDraw' }, mc, at('13:57'));
  const numbers = [7, 31, 12, 5, 88];
  return each(amiens.departments, drawing, (room, { code }, index) =>
    room.and({ type: 'SayNumber', department: code, number: numbers[index] }, mc, later(room, 5)),
  )
    .and({ type: 'DrawOrder', witnesses: 'les tables 3 et 9' }, mc, at('13:58'))
    .and({ type: 'CloseDraw' }, mc, at('13:59'));
}

function passed(room: Afternoon, marksOf: MarksOf): Afternoon {
  const marks = castBy(marksOf);
  const started = until(room, inPhase('passages'));
  const [first = '', second = '', third = ''] = started.state.course.order;
  const told = started
    .and({ type: 'DeclareRecusal', team: 'e10' }, juror('j07'))
    .and({ type: 'RecordRecusal', seat: 'j11', team: 'e02' }, organiser)
    .and({ type: 'DeclareRecusal', team: 'e13' }, juror('j05'))
    .and({ type: 'LiftRecusal', seat: 'j05', team: 'e13' }, organiser, later(started, 30))
    .and({ type: 'PostponeTeam', team: second, reason: 'Train en retard' }, mc, later(started, 40))
    .and({ type: 'WithdrawTeam', team: 'e14', reason: 'Équipe souffrante' }, mc, later(started, 60));
  const onStage = until(told, stands(first, 'pitch'), { marks });
  const again = onStage
    .and({ type: 'PauseClock', reason: 'Micro coupé' }, mc, later(onStage, 20))
    .and({ type: 'ResumeClock' }, mc, later(onStage, 92))
    .and({ type: 'AdjustClock', seconds: 30 }, mc, later(onStage, 100))
    .and({ type: 'PauseClock', reason: 'Par erreur' }, mc, later(onStage, 120))
    .and({ type: 'UndoStep' }, mc, later(onStage, 123))
    .and({ type: 'EnterRemark', kind: 'incident', team: first, text: 'Alarme du bâtiment voisin pendant le pitch.' }, organiser);
  const restarting = until(again, stands(third, 'pitch'), { marks, pace: 110 });
  const onPaper = until(restarting.and({ type: 'RestartClock' }, mc, later(restarting, 30)), stands('e05', 'marking'), {
    marks,
    pace: 130,
  });
  const keyed = onPaper
    .and({ type: 'KeyPaperBallot', seat: CAST.paper, team: 'e05', marks: marksOf(CAST.paper, 'e05') }, organiser, later(onPaper, 60))
    .and({ type: 'WriteFeedback', team: 'e05', text: 'Un récit juste, qui donne envie d’aider.' }, juror('j01'))
    .and({ type: 'WriteFeedback', team: 'e05', text: 'Précisez qui garde l’album.' }, juror('j12'))
    .and({ type: 'RecordDeparture', seat: 'j06' }, organiser, later(onPaper, 70))
    .and({ type: 'RecordArrival', seat: 'j06' }, organiser, later(onPaper, 80));
  const locked = until(keyed, allLocked, { marks, pace: 130 });
  return locked.and({ type: 'RecordDeparture', seat: CAST.gone }, organiser, later(locked, 30));
}

function mended(locked: Afternoon, marksOf: MarksOf): Afternoon {
  const reason = 'Réseau coupé pendant le verrou';
  const late: Told = { type: 'CastBallot', team: 'e01', marks: marksOf(CAST.late, 'e01'), madeAt: after(locked.now, -2 * MINUTE) };
  return locked
    .and(late, juror(CAST.late), later(locked, 60))
    .and({ type: 'AdmitLateBallot', seat: CAST.late, team: 'e01', reason }, chair, later(locked, 90))
    .and({ type: 'CastBallot', team: 'e12', marks: { drame: 1 } }, juror(CAST.tardy), later(locked, 100))
    .and({ type: 'ReopenBallot', seat: CAST.reopened, team: 'e07', reason: 'Note saisie sur la mauvaise ligne' }, chair)
    .and({ type: 'CastBallot', team: 'e07', marks: { drame: 5 } }, juror(CAST.reopened), later(locked, 120))
    .and({ type: 'CloseBallot', seat: CAST.reopened, team: 'e07' }, chair, later(locked, 130));
}

/** A motion voted by all who may, in this order of votes, the last abstaining. */
function voted(room: Afternoon, question: object, split: readonly ['for' | 'against', number][]): Afternoon {
  const open = room.and({ type: 'OpenMotion', question, secret: false }, chair, later(room, 60));
  const asked = open.state.deliberation?.motions.at(-1);
  const votes = split.flatMap(([vote, count]) => Array.from({ length: count }, () => vote));
  const cast = each(asked?.entitled ?? [], open, (now, seat, index) =>
    now.and({ type: 'CastVote', motion: asked?.number, vote: votes[index] ?? 'abstain' }, juror(seat), later(now, 2)),
  );
  return cast.and({ type: 'CloseMotion', motion: asked?.number }, chair, later(cast, 5));
}

export const REPLACEMENT = { kind: 'replace', put: 'e11', out: 'e08', reason: 'Le projet 11 peut commencer dès janvier' } as const;
export const SECRET: Count = { for: 9, against: 3, abstain: 1 };

function votedSecretly(room: Afternoon): Afternoon {
  const open = room.and({ type: 'OpenMotion', question: REPLACEMENT, secret: true }, chair, later(room, 60));
  const asked = open.state.deliberation?.motions.at(-1);
  const cast = each(asked?.entitled ?? [], open, (now, seat) =>
    now.and({ type: 'CastSecretVote', motion: asked?.number, vote: 'for', nonce: `nonce-of-${seat}-123456` }, juror(seat), later(now, 2)),
  );
  // The box is beside the journal: the server brings its count.
  return cast.happened([{ type: 'MotionClosed', motion: asked?.number ?? 0, outcome: 'adopted', ...SECRET }], chair, later(cast, 5));
}

function deliberated(room: Afternoon): Afternoon {
  const open = until(room, inPhase('deliberation'));
  const tied = voted(open, { kind: 'tie', team: 'e04' }, [
    ['for', 6],
    ['against', 6],
  ]);
  const numbers = Object.fromEntries(amiens.departments.map(({ code }, index) => [code, index * 11]));
  const drawn = tied.and({ type: 'TakeTieStep', numbers }, chair, later(tied, 60));
  const text = 'Le jury rencontre-t-il les équipes retenues dès ce soir ?';
  // The president's seat is the tenth: it votes against, and its casting vote too.
  const split = voted(drawn, { kind: 'free', text }, [
    ['for', 6],
    ['against', 6],
  ]);
  const cast = split.and({ type: 'GiveCastingVote', motion: 2, vote: 'against' }, chair, later(split, 20));
  const replaced = votedSecretly(cast);
  const list = replaced.state.deliberation?.list ?? [];
  const closed = replaced.and({ type: 'CloseList', teams: list }, chair, later(replaced, 60));
  const again = closed
    .and({ type: 'ReopenList', reason: 'Relecture des motifs' }, chair, later(closed, 60))
    .and({ type: 'EnterRemark', kind: 'dissent', team: null, text: 'Le siège 12 aurait préféré entendre les équipes.' }, organiser);
  return again.and({ type: 'CloseList', teams: list }, chair, later(again, 60));
}

function announced(room: Afternoon): Afternoon {
  const said = until(room, ({ course }) => course.finale === 'laureates');
  const team = said.state.course.announcement[0] as TeamId;
  return until(
    said.and(
      { type: 'RecordCommitment', team, sponsor: 'DGA solidarités', time: '2 jours par mois', coach: null, firstDate: '2019-12-12' },
      organiser,
    ),
    inPhase('closed'),
  );
}

/** The same until every ballot is locked, whatever the marks are. */
export const lockedAfternoon = (marksOf: MarksOf = twinned): Afternoon => mended(passed(gathered(), marksOf), marksOf);

/** An afternoon in which everything happened that a jury may have to defend, seen before the deliberation, in it, and once it is over. */
export function defendedAfternoon() {
  const locked = lockedAfternoon();
  const deliberating = until(locked, inPhase('deliberation'));
  const listed = deliberated(locked);
  return { locked, deliberating, listed, closed: announced(listed) };
}
