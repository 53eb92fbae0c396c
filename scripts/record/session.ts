import { smallSetup } from '../../server/testing/house.ts';
import type { Setup } from '../../shared/setup.ts';
import type { Cast } from './cast.ts';

/** Three teams, three seats, two laureates, and a règlement in which all that a version can do is done. */
export const recordedSetup = (): Setup => smallSetup(({ notes: _, ...setup }) => setup);

const full = (...marks: readonly number[]) =>
  Object.fromEntries(['drame', 'solution', 'mise-en-oeuvre', 'impact'].map((criterion, index) => [criterion, marks[index] ?? marks[0]]));

/** Until the second pitch of three has run for a while, with some ballots in. */
export async function untilHalfWay(cast: Cast): Promise<void> {
  const { act, wait } = cast;
  await open(cast);
  const [first, second] = order(cast);
  await pass(cast, first);
  await act('mc', { type: 'CallTeam', team: second });
  await act('mc', { type: 'StartPitch' });
  await act('juror/j01', { type: 'CastBallot', team: second, marks: full(4) });
  await act('juror/j02', { type: 'CastBallot', team: second, marks: { drame: 2 } });
  await act('mc', { type: 'SetMessage', text: 'Concluez' });
  wait(22);
  // The sign of life that a running clock leaves each second.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}

/** The whole session, with draw, recusal, paper, late and reopened ballots, open and secret motions, and a list that was reopened. */
export async function untilClosed(cast: Cast): Promise<void> {
  const { act } = cast;
  await open(cast);
  for (const team of order(cast)) await pass(cast, team, team === 'e01' ? ['j01'] : ['j01', 'j02'], team === 'e02');
  await act('mc', { type: 'LockBallots' });
  await act('juror/j02', { type: 'CastBallot', team: 'e01', marks: full(2), madeAt: Date.UTC(2019, 10, 28, 12, 57) });
  await act('president/j10', { type: 'AdmitLateBallot', seat: 'j02', team: 'e01', reason: 'Hors réseau' });
  await act('president/j10', { type: 'ReopenBallot', seat: 'j01', team: 'e02', reason: 'Erreur de saisie' });
  await act('juror/j01', { type: 'CastBallot', team: 'e02', marks: { impact: 1 } });
  await act('president/j10', { type: 'CloseBallot', seat: 'j01', team: 'e02' });
  await act('mc', { type: 'OpenDeliberation' });
  await deliberate(cast);
  await restitute(cast);
}

const order = ({ callers }: Cast): readonly string[] => (callers.get('mc')?.views.live?.order ?? []).map(({ team }) => team);

async function open({ act }: Cast): Promise<void> {
  await act('table/e01', { type: 'WriteSheet', part: 'drama', text: 'Quatre appels pour une réponse' });
  await act('organiser', { type: 'OpenDraw' });
  for (const [department, number] of Object.entries({ '59': 7, '60': 31, '62': 12, '80': 5, '95': 88 }))
    await act('organiser', { type: 'SayNumber', department, number });
  await act('organiser', { type: 'DrawOrder', witnesses: 'Deux agents' });
  await act('organiser', { type: 'CloseDraw' });
  await act('mc', { type: 'OpenBrief' });
  await act('juror/j01', { type: 'CheckIn' });
  await act('juror/j01', { type: 'CastTrialBallot', marks: full(3) });
  await act('organiser', { type: 'RecordArrival', seat: 'j10' });
  await act('juror/j02', { type: 'DeclareRecusal', team: 'e03' });
  await act('mc', { type: 'OpenIntroduction' });
  await act('mc', { type: 'OpenPassages' });
}

const MARKS: Readonly<Record<string, number>> = { e01: 5, e02: 4, e03: 3 };

async function pass({ act, wait }: Cast, team = '', jurors: readonly string[] = ['j01', 'j02'], paused = false): Promise<void> {
  const mark = MARKS[team] ?? 1;
  await act('mc', { type: 'CallTeam', team });
  await act('mc', { type: 'StartPitch' });
  wait(60);
  if (paused) {
    await act('mc', { type: 'PauseClock', reason: 'Micro' });
    wait(20);
    await act('mc', { type: 'ResumeClock' });
  }
  for (const seat of jurors.filter((one) => one !== 'j02' || team !== 'e03'))
    await act(`juror/${seat}`, { type: 'CastBallot', team, marks: full(mark, mark - 1) });
  await act('organiser', { type: 'KeyPaperBallot', seat: 'j10', team, marks: full(mark) });
  await act('mc', { type: 'StartQuestions' });
  await act('juror/j01', { type: 'RaiseHand' });
  await act('president/j10', { type: 'GiveFloor', seat: 'j01' });
  wait(200);
  await act('mc', { type: 'EndQuestions' });
  await act('juror/j01', { type: 'WriteFeedback', team, text: 'Très clair.' });
}

async function deliberate({ act }: Cast): Promise<void> {
  const jury = ['president/j10', 'juror/j01', 'juror/j02'];
  await act('president/j10', { type: 'ComposeList', teams: ['e01', 'e02'], discuss: ['e03'] });
  await act('president/j10', { type: 'OpenMotion', question: { kind: 'free', text: 'Se revoir au printemps' }, secret: true });
  for (const [index, by] of jury.entries())
    await act(by, { type: 'CastSecretVote', motion: 1, vote: index === 1 ? 'against' : 'for', nonce: `a-nonce-of-${index}-000000` });
  await act('president/j10', { type: 'CloseMotion', motion: 1 });
  const question = { kind: 'replace', put: 'e03', out: 'e02', reason: 'Deux projets voisins' };
  await act('president/j10', { type: 'OpenMotion', question, secret: false });
  for (const by of jury.slice(0, 2)) await act(by, { type: 'CastVote', motion: 2, vote: 'for' });
  await act('president/j10', { type: 'CloseMotion', motion: 2 });
  await act('president/j10', { type: 'CloseList', teams: ['e01', 'e03'] });
}

async function restitute({ act, callers }: Cast): Promise<void> {
  await act('mc', { type: 'OpenRestitution' });
  await act('president/j10', { type: 'ReopenList', reason: 'Un nom mal lu' });
  await act('president/j10', { type: 'CloseList', teams: ['e01', 'e03'] });
  await act('mc', { type: 'OpenRestitution' });
  for (const team of order({ callers } as Cast).filter((one) => one !== 'e02')) await act('mc', { type: 'RevealLaureate', team });
  await act('organiser', {
    type: 'RecordCommitment',
    team: 'e01',
    sponsor: 'Direction générale',
    time: 'Deux jours par mois',
    coach: null,
    firstDate: '2019-12-28',
  });
  await act('mc', { type: 'ShowLaureates' });
  await act('mc', { type: 'ThankTeams' });
  await act('mc', { type: 'CloseSession' });
}
