import type { CriterionId, TeamId } from '../../../shared/ids.ts';
import type { Device } from '../device.ts';

/** A ballot on paper, of some seat, for some team that has pitched. */
export async function keyPaper(device: Device): Promise<unknown> {
  const { views, chance } = device;
  const teams = (views.secretariat?.handedIn ?? []).map(({ team }) => team);
  const { criteria = [], scale = { min: 1, max: 1 } } = views.secretariat ?? {};
  if (teams.length === 0) return;
  const marks = Object.fromEntries(criteria.map(({ id }) => [id, chance.whole(scale.min, scale.max)])) as Record<CriterionId, number>;
  return device.give({
    type: 'KeyPaperBallot',
    seat: chance.one(views.secretariat?.seats ?? []).seat,
    team: chance.one(teams) as TeamId,
    marks,
  });
}
