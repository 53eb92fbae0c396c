import { randomBytes } from 'node:crypto';
import type { Command } from '../../shared/commands.ts';
import type { SeatId, TeamId } from '../../shared/ids.ts';
import type { Vote } from '../../shared/jury.ts';
import type { DeliberationView, MotionView } from '../../shared/views/jury.ts';
import type { Company } from './company.ts';
import type { Expectations } from './expectations.ts';
import type { Parts } from './parts.ts';

/** What the jury decided, for the expectations. */
export interface Decided {
  readonly list: readonly TeamId[];
  readonly motions: number;
  /** The team that the jury put on the list in place of another; null where there was none to put. */
  readonly substituted: TeamId | null;
}

/** Behind closed doors: a tie down the ladder if there is one, an open vote, a secret one, a substitution with its reason, and the list. */
export async function deliberate(company: Company, expect: Expectations, parts: Parts, say: (line: string) => void): Promise<Decided> {
  const { president } = company;
  await goDownTheLadder(company, expect, parts, say);
  const { places, list, rows } = seen(company);
  const others = rows.map(({ team }) => team).filter((team) => !list.includes(team));
  const full = [...list, ...others].slice(0, places);
  const put = others.find((team) => !full.includes(team)) ?? null;
  expect.must('ComposeList', await president.command({ type: 'ComposeList', teams: full, discuss: put === null ? [] : [put] }));
  await president.until(({ jury }) => jury?.deliberation?.list.length === places);

  await vote(company, expect, parts, { kind: 'free', text: 'Le jury se réunit à nouveau au printemps' }, 'open');
  const secret = await vote(company, expect, parts, { kind: 'free', text: 'La délibération reste secrète' }, 'secret');
  const { for: yes = 0, against = 0, abstain = 0 } = secret.closed?.count ?? {};
  expect.that(
    'a secret ballot counts every voter once',
    yes + against + abstain === secret.voted,
    `${yes}-${against}-${abstain} of ${secret.voted}`,
  );

  const out = seen(company)
    .rows.filter(({ team }) => full.includes(team))
    .at(-1)?.team;
  if (put !== null && out !== undefined) {
    const reason = 'Deux projets voisins dans le même département : un seul est retenu';
    const motion = await vote(company, expect, parts, { kind: 'replace', put, out, reason }, 'unanimous');
    expect.that('the jury adopted the substitution', motion.closed?.outcome === 'adopted', String(motion.closed?.outcome));
    expect.that('an adopted substitution is on the list at once', seen(company).list.includes(put), seen(company).list.join(' '));
    say('The jury put one team in place of another, with its reason');
  }
  expect.must(
    'EnterRemark',
    await president.command({ type: 'EnterRemark', kind: 'dissent', team: put, text: 'Un membre aurait gardé le classement.' }),
  );

  const teams = [...seen(company).list];
  expect.must('CloseList', await president.command({ type: 'CloseList', teams }));
  await president.until(({ jury }) => jury?.deliberation?.closedAt != null);
  return { list: seen(company).list, motions: seen(company).motions.length, substituted: put };
}

function seen({ president }: Company): DeliberationView {
  const deliberation = president.views.jury?.deliberation;
  if (!deliberation) throw new Error('the president sees no deliberation');
  return deliberation;
}

/** Step by step, as the règlement has them, until no tie is left at the cut. */
async function goDownTheLadder(company: Company, expect: Expectations, parts: Parts, say: (line: string) => void): Promise<void> {
  const { president, mc } = company;
  const codes = (mc.views.forum?.departments ?? []).map(({ code }) => code);
  for (let tie = seen(company).tie; tie.next !== null; tie = seen(company).tie) {
    const [first] = seen(company).open;
    const { by } = tie.next.rule;
    say(`A tie of ${seen(company).open.length} at the cut: ${by}`);
    if (by === 'vote' && first !== undefined) await vote(company, expect, parts, { kind: 'tie', team: first }, 'open');
    else {
      const numbers = Object.fromEntries(codes.map((code, index) => [code, 40 + index]));
      const more = by === 'casting-vote' ? { team: first } : by === 'draw' ? { numbers } : {};
      expect.must('TakeTieStep', await president.command({ type: 'TakeTieStep', ...more }));
    }
    const before = tie.taken.length;
    await president.until(({ jury }) => (jury?.deliberation?.tie.taken.length ?? 0) > before);
  }
  expect.that('no tie is left at the cut', seen(company).open.length === 0, seen(company).open.join(' '));
}

type Question = Extract<Command, { type: 'OpenMotion' }>['question'];

/** One vote after the other, a few against and a few abstaining; in `unanimous` everyone for. */
const VOTES: readonly Vote[] = ['for', 'for', 'against', 'for', 'abstain'];

/** A motion from its opening to its outcome, the casting vote included where it is awaited. */
async function vote(
  { president, jurors }: Company,
  expect: Expectations,
  parts: Parts,
  question: Question,
  manner: 'open' | 'secret' | 'unanimous',
): Promise<MotionView> {
  const number = (president.views.jury?.deliberation?.motions.length ?? 0) + 1;
  expect.must('OpenMotion', await president.command({ type: 'OpenMotion', question, secret: manner === 'secret' }));
  await president.until(({ presidency }) => presidency?.votes.some(({ motion }) => motion === number) === true);
  const entitled = president.views.presidency?.votes.find(({ motion }) => motion === number)?.entitled ?? [];
  for (const [index, seat] of entitled.entries()) {
    const wanted = manner === 'unanimous' || seat === parts.president ? 'for' : (VOTES[index % VOTES.length] ?? 'for');
    expect.must('a vote', await castVote(seat, wanted));
  }
  expect.must('CloseMotion', await president.command({ type: 'CloseMotion', motion: number }));
  const closed = () => president.views.jury?.deliberation?.motions.find((motion) => motion.number === number);
  await president.until(() => closed()?.closed != null);
  if (closed()?.awaitsCastingVote) {
    expect.must('GiveCastingVote', await president.command({ type: 'GiveCastingVote', motion: number, vote: 'for' }));
    await president.until(() => closed()?.awaitsCastingVote === false);
  }
  const asked = closed();
  if (!asked) throw new Error(`the president sees no motion ${number}`);
  expect.that(`everyone entitled voted on motion ${number}`, asked.voted === asked.entitled, `${asked.voted} of ${asked.entitled}`);
  return asked;

  function castVote(seat: SeatId, wanted: Vote) {
    const juror = jurors.get(seat) ?? president;
    if (manner === 'secret')
      return juror.command({ type: 'CastSecretVote', motion: number, vote: wanted, nonce: randomBytes(18).toString('base64url') });
    // The member without a phone votes aloud.
    if (seat === parts.paper) return president.command({ type: 'RecordVote', motion: number, seat, vote: wanted });
    return juror.command({ type: 'CastVote', motion: number, vote: wanted });
  }
}
