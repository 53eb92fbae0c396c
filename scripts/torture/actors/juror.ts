import type { Command } from '../../../shared/commands.ts';
import type { CriterionId, TeamId } from '../../../shared/ids.ts';
import { VOTES } from '../../../shared/jury.ts';
import { instant } from '../../../shared/time.ts';
import type { Device } from '../device.ts';
import { acting } from './acting.ts';

/** A juror: checks in, tries a ballot, marks up to and past the lock, raises a hand, writes to teams, votes. */
export function juror(device: Device): Promise<void> {
  let words = 0;
  return acting(device, 30, 160, async ({ views: { live, seat }, chance, name }) => {
    if (!live || !seat) return;
    if (!seat.present && live.phase !== 'set-up' && live.phase !== 'closed' && !seat.left) return device.give({ type: 'CheckIn' });
    if (live.phase === 'brief') return device.give({ type: 'CastTrialBallot', marks: marks(device, 4) });
    if (live.phase === 'deliberation') return vote(device);
    if (live.phase !== 'passages') return;
    if (chance.happens(0.04)) return device.give({ type: seat.hand.place === null && !seat.hand.speaking ? 'RaiseHand' : 'LowerHand' });
    const team = subject(device);
    if (team === null) return;
    if (chance.happens(0.05)) return device.give({ type: 'WriteFeedback', team, text: `${name}, words ${++words}` });
    return device.burst(Array.from({ length: chance.whole(1, 3) }, () => ballot(device, team)));
  });
}

/** Mostly the last team that can be marked, now and then an earlier one, which may be locked. */
function subject({ views: { seat }, chance }: Device): TeamId | null {
  const teams = (seat?.ballots ?? []).filter(({ recused }) => !recused).map(({ team }) => team);
  if (teams.length === 0) return null;
  return chance.happens(0.85) ? (teams.at(-1) ?? null) : chance.one(teams);
}

function ballot(device: Device, team: TeamId): Command {
  const made = device.chance.happens(0.2) ? { madeAt: instant((device.views.live?.steppedAt ?? 1) + device.chance.whole(0, 9)) } : {};
  return { type: 'CastBallot', team, marks: marks(device, 2), ...made };
}

function marks({ views: { grid }, chance }: Device, most: number): Record<CriterionId, number> {
  const { criteria = [], scale = { min: 1, max: 1 } } = grid ?? {};
  const some = chance.shuffled(criteria).slice(0, chance.whole(1, most));
  return Object.fromEntries(some.map(({ id }) => [id, chance.whole(scale.min, scale.max)])) as Record<CriterionId, number>;
}

/** On the motion that is open: once in secret, and where it is open perhaps twice. */
export async function vote(device: Device): Promise<void> {
  const { views, chance } = device;
  const open = views.jury?.deliberation?.motions.find(({ closed }) => !closed);
  if (!open || !views.seat?.entitled.includes(open.number)) return;
  const voted = views.seat.votes.some(({ motion }) => motion === open.number);
  if (voted && !chance.happens(0.1)) return;
  const one = (): Command => {
    const asked = { motion: open.number, vote: chance.one(VOTES) };
    if (!open.secret) return { type: 'CastVote', ...asked };
    return { type: 'CastSecretVote', ...asked, nonce: Array.from({ length: 20 }, () => chance.whole(0, 35).toString(36)).join('') };
  };
  // Two votes at once, each with an id of its own: in a secret ballot one of them is one too many.
  await device.burst(chance.happens(0.2) ? [one(), one()] : [one()]);
}
