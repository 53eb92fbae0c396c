import { canonical, sha256Hex } from './digest.ts';
import type { CriterionId } from './ids.ts';
import type { Setup } from './setup.ts';

/** The règlement as the jury adopts it: what is marked and how, the rules, and who sits. */
export const reglementOf = ({ criteria, scale, rules, seats }: Setup) => ({ criteria, scale, rules, seats });

/**
 * SHA-256 of the règlement's canonical JSON: two set-ups have the same exactly when the jury, the criteria, the scale and every rule are
 * the same. Shown at the brief, printed in the minutes.
 */
export const rulesHash = (setup: Setup): string => sha256Hex(canonical(reglementOf(setup)));

/** What is impossible together in a règlement, each as `field: sentence`, the clause first. */
export function* reglementFaults({ criteria, rules, seats, departments, teams }: Setup): Generator<string> {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (rules.weightsTotal !== null && total !== rules.weightsTotal)
    yield `rules.weightsTotal: the weights of the criteria add up to ${total}, not to ${rules.weightsTotal}`;
  yield* quorumFaults(rules.quorum, seats);
  yield* ladderFaults(
    rules,
    criteria.map(({ id }) => id),
  );
  yield* quotaFaults(
    rules,
    departments.map(({ code }) => code),
    teams,
  );
  if (rules.marking === 'notes' && rules.quotas.length > 0)
    yield 'rules.quotas: a jury that gives no marks has no ranking to apply quotas to';
}

function* quorumFaults(quorum: Setup['rules']['quorum'], seats: Setup['seats']): Generator<string> {
  if (quorum.total > seats.length)
    yield `rules.quorum.total: ${quorum.total} members cannot be present, the jury has ${seats.length} seats`;
  const named = new Set<string>();
  for (const [index, { college, least }] of quorum.colleges.entries()) {
    const members = seats.filter((seat) => seat.college === college).length;
    if (named.has(college)) yield `rules.quorum.colleges[${index}].college: "${college}" is already used`;
    named.add(college);
    if (members === 0) yield `rules.quorum.colleges[${index}].college: no seat is of the college "${college}"`;
    else if (least > members)
      yield `rules.quorum.colleges[${index}].least: ${least} members cannot be present, "${college}" has ${members} seats`;
  }
}

function* ladderFaults({ ties, castingVote }: Setup['rules'], criteria: readonly CriterionId[]): Generator<string> {
  for (const [index, step] of ties.entries()) {
    if (step.by === 'criterion' && !criteria.includes(step.criterion))
      yield `rules.ties[${index}].criterion: "${step.criterion}" is not one of the criteria`;
    if (step.by === 'casting-vote' && !castingVote) yield `rules.ties[${index}]: the casting vote is not given by rules.castingVote`;
    if (step.by === 'draw' && index < ties.length - 1) yield `rules.ties[${index}]: a draw separates every tie; no step can follow it`;
  }
  if (ties.at(-1)?.by !== 'draw') yield 'rules.ties: the last step must be a draw, the only one that separates every tie';
}

function* quotaFaults({ quotas, laureates }: Setup['rules'], codes: readonly string[], teams: Setup['teams']): Generator<string> {
  const named = new Set<string>();
  for (const [index, { department, least, most }] of quotas.entries()) {
    const field = `rules.quotas[${index}]`;
    const entered = teams.filter((team) => team.department === department).length;
    if (!codes.includes(department)) yield `${field}.department: "${department}" is not one of the departments`;
    else if (named.has(department)) yield `${field}.department: "${department}" is already used`;
    named.add(department);
    if (most !== null && least > most) yield `${field}: at least ${least} and at most ${most} cannot both hold`;
    if (least > entered) yield `${field}.least: ${least} laureates cannot come from the ${entered} teams of ${department}`;
  }
  const least = quotas.reduce((sum, quota) => sum + quota.least, 0);
  if (least > laureates) yield `rules.quotas: the minima add up to ${least}, more than the ${laureates} laureates`;
  const room = codes.reduce((sum, code) => {
    const entered = teams.filter((team) => team.department === code).length;
    return sum + Math.min(entered, quotas.find(({ department }) => department === code)?.most ?? entered);
  }, 0);
  if (room < laureates) yield `rules.quotas: the maxima leave room for ${room}, fewer than the ${laureates} laureates`;
}
