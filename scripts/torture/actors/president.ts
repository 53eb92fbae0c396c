import type { Command } from '../../../shared/commands.ts';
import type { TeamId } from '../../../shared/ids.ts';
import type { Device } from '../device.ts';
import { acting } from './acting.ts';
import { vote } from './juror.ts';

/** The president: gives the floor, admits and reopens ballots, and leads the deliberation to a closed list. */
export function president(device: Device): Promise<void> {
  const looks = { open: 0, words: 0 };
  return acting(device, 60, 200, async ({ views, chance }) => {
    const phase = views.live?.phase;
    if (!views.presidency || !views.seat) return;
    if (!views.seat.present && phase === 'brief') return device.give({ type: 'CheckIn' });
    if (phase === 'passages') return chair(device, looks);
    const deliberation = views.jury?.deliberation;
    if (phase !== 'deliberation' || !deliberation) return;
    if (chance.happens(0.15)) return chair(device, looks);
    if (deliberation.motions.some(({ closed }) => !closed) && chance.happens(0.3)) return vote(device);
    const command = lead(device, looks);
    return command && device.steer(command);
  });
}

interface Looks {
  /** For how long the open motion has been open, in looks at the screen. */
  open: number;
  words: number;
}

async function chair(device: Device, looks: Looks): Promise<unknown> {
  const { views, chance } = device;
  const { hands, late = [], reopened = [] } = views.presidency ?? {};
  const reason = `Reason ${++looks.words}`;
  const [first] = late;
  const again = reopened.find(({ closedAt }) => closedAt === null);
  const [hand] = hands?.queue ?? [];
  const commands: Command[] = [];
  if (first) commands.push({ type: 'AdmitLateBallot', seat: first.seat, team: first.team, reason });
  if (again) commands.push({ type: 'CloseBallot', seat: again.seat, team: again.team });
  if (hand && views.live?.phase === 'passages') commands.push({ type: 'GiveFloor', seat: hand.seat }, { type: 'ClearHands' });
  const locked = views.presidency?.handedIn.filter((line) => line.locked) ?? [];
  if (locked.length > 0 && chance.happens(0.2))
    commands.push({ type: 'ReopenBallot', seat: chance.one(views.presidency?.seats ?? []).seat, team: chance.one(locked).team, reason });
  if (commands.length > 0) return device.give(chance.one(commands));
}

/** One step nearer to a closed list; null while others have to act. */
function lead(device: Device, looks: Looks): Command | null {
  const { views, chance } = device;
  const seen = views.jury?.deliberation;
  if (!seen || seen.closedAt !== null) return null;
  const open = seen.motions.find(({ closed }) => !closed);
  if (open) {
    looks.open += 1;
    if (open.voted < open.entitled && looks.open < 12) return null;
    looks.open = 0;
    return { type: 'CloseMotion', motion: open.number };
  }
  const awaited = seen.motions.find(({ awaitsCastingVote }) => awaitsCastingVote);
  if (awaited) return { type: 'GiveCastingVote', motion: awaited.number, vote: chance.one(['for', 'against']) };
  const still = views.presidency?.reopened.find(({ closedAt }) => closedAt === null);
  if (still) return { type: 'CloseBallot', seat: still.seat, team: still.team };
  if (seen.tie.next) return ladder(device);
  const free = seen.motions.filter(({ question }) => question.kind === 'free').length;
  if (free < 4) return { type: 'OpenMotion', question: { kind: 'free', text: `Question ${++looks.words}` }, secret: free % 2 === 0 };
  if (chance.happens(0.1))
    return { type: 'AnnounceReturn', step: device.caller.step, at: (views.live?.steppedAt ?? 0) + 36_000_000 } as Command;
  const all = [...seen.inside, ...seen.rows.map(({ team }) => team).filter((team) => !seen.inside.includes(team))];
  const teams = all.slice(0, seen.places) as TeamId[];
  if ([...seen.list].sort().join() !== [...teams].sort().join()) return { type: 'ComposeList', teams, discuss: [] };
  if (!seen.reopened && chance.happens(0.1)) return { type: 'ComposeList', teams, discuss: all.slice(seen.places) as TeamId[] };
  return { type: 'CloseList', teams };
}

function ladder({ views, chance }: Device): Command | null {
  const seen = views.jury?.deliberation;
  const [first] = seen?.open ?? [];
  const by = seen?.tie.next?.rule.by;
  if (seen?.tie.passedOver) return { type: 'TakeTieStep' };
  if (by === 'vote' && first !== undefined)
    return { type: 'OpenMotion', question: { kind: 'tie', team: first }, secret: chance.happens(0.5) };
  if (by === 'casting-vote' && first !== undefined) return { type: 'TakeTieStep', team: first };
  if (by !== 'draw') return { type: 'TakeTieStep' };
  return {
    type: 'TakeTieStep',
    numbers: Object.fromEntries((views.forum?.departments ?? []).map(({ code }) => [code, chance.whole(1, 99)])),
  };
}
