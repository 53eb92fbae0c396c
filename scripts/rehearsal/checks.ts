import type { Caller } from '../../server/testing/caller.ts';
import type { TeamId } from '../../shared/ids.ts';
import type { Scene } from '../../shared/views/live.ts';
import { type Company, outsideTheJury } from './company.ts';
import type { Expectations } from './expectations.ts';
import type { Parts } from './parts.ts';
import type { Played } from './played.ts';

/** What must be true once it is all over. */
export function checkAfternoon(company: Company, expect: Expectations, played: Played, list: readonly TeamId[], parts: Parts): void {
  const { mc, jurors } = company;
  const teams = mc.views.forum?.teams.length ?? 0;
  const places = Math.min(mc.views.forum?.laureates ?? 0, teams);

  expect.that(
    'every team passed',
    played.passed.length === teams && new Set(played.passed).size === teams,
    `${played.passed.length} of ${teams}`,
  );
  if (played.late !== null) expect.that('the late team passed last', played.passed.at(-1) === played.late, String(played.passed.at(-1)));
  expect.that('every mark was acknowledged', expect.count('a mark') === played.sent, `${expect.count('a mark')} of ${played.sent}`);
  const given = [...played.given.values()].reduce((count, own) => count + own.size, 0);
  const recused = [...jurors.values()].reduce(
    (count, { views }) => count + (views.seat?.recused ? teams : (views.seat?.recusedFrom.length ?? 0)),
    0,
  );
  const refused = played.held && !played.given.get(played.held.seat)?.has(played.held.team) ? 1 : 0;
  const expected = jurors.size * teams - recused - refused;
  expect.that('every juror who does not stand back marked every team', given === expected, `${given} of ${expected} ballots`);
  expect.that('the list has its places', list.length === places && new Set(list).size === places, `${list.length} of ${places}`);
  expect.that('the lost phone came back', (jurors.get(parts.away)?.welcomes ?? 0) > 1, `${jurors.get(parts.away)?.welcomes} connections`);
  checkRecount(company, expect, played);

  for (const [kind, callers] of kinds(company)) {
    const wrong = callers.filter((caller) => announced(caller).join() !== list.join()).length;
    expect.that(`every ${kind} saw the names one by one, in order`, wrong === 0, `${wrong} of ${callers.length} did not`);
  }
  const early = outsideTheJury(company).filter(knowsTooMuch).length;
  expect.that('no screen outside the jury was told a mark, an aggregate or a list', early === 0, `${early} were`);
  const seen = new Set(outsideTheJury(company).map((caller) => scenes(caller).map(nameOfScene).join()));
  expect.that('all the screens of the room saw the same afternoon', seen.size === 1, `${seen.size} different ones`);
}

/** The aggregates, counted again from the marks that were given. */
function checkRecount({ president }: Company, expect: Expectations, played: Played): void {
  const criteria = president.views.grid?.criteria ?? [];
  const rows = president.views.jury?.deliberation?.rows ?? [];
  const wrong = rows.filter(({ team, sum, count }) => {
    let total = 0;
    for (const given of played.given.values()) for (const { id, weight } of criteria) total += weight * (given.get(team)?.[id] ?? 0);
    return total !== sum || count !== [...played.given.values()].filter((given) => given.has(team)).length;
  });
  expect.that('the aggregates are the marks given', rows.length > 0 && wrong.length === 0, `${rows.length} teams, ${wrong.length} wrong`);
}

export function kinds({
  organiser,
  mc,
  president,
  jurors,
  tables,
  projector,
  stage,
  viewers,
}: Company): readonly (readonly [string, readonly Caller[]])[] {
  return [
    ['organiser', [organiser]],
    ['régie', [mc]],
    ['president', [president]],
    ['juror', [...jurors.values()]],
    ['table', [...tables.values()]],
    ['projector', [projector]],
    ['stage display', [stage]],
    ['public viewer', viewers],
  ];
}

/** The scenes a screen went through: a clock that is paused is the same scene, another name on the wall is another. */
function scenes(caller: Caller): readonly Scene[] {
  const shown = liveFrames(caller).map(({ scene }) => scene);
  return shown.filter((scene, index) => nameOfScene(scene) !== nameOfScene(shown[index - 1]));
}

function nameOfScene(scene: Scene | undefined): string {
  if (!scene) return '';
  const what = 'team' in scene ? scene.team : 'next' in scene ? scene.next : 'revealed' in scene ? scene.revealed.length : '';
  return `${scene.show} ${what}`;
}

/** What a screen saw, in the order of the first time: `waiting 3, called 15, pitch 15, …`. */
export function seenBy(caller: Caller): string {
  const counts = new Map<string, number>();
  for (const { show } of scenes(caller)) counts.set(show, (counts.get(show) ?? 0) + 1);
  return [...counts].map(([scene, count]) => `${scene} ${count}`).join(', ');
}

/** The laureates a screen learnt, in the order and the pace it learnt them; empty when they did not come one by one. */
function announced(caller: Caller): readonly string[] {
  let known: readonly string[] = [];
  for (const { scene } of liveFrames(caller)) {
    if (scene.show !== 'reveal') continue;
    const next = scene.revealed;
    if (next.length > known.length + 1 || known.some((team, index) => next[index] !== team)) return [];
    known = next;
  }
  return known;
}

function liveFrames({ frames }: Caller) {
  return frames.flatMap((frame) => (frame.channel === 'live' ? [frame.view as NonNullable<Caller['views']['live']>] : []));
}

const SECRET = /"(marks|rows|sum|list|missing|handedIn)":/;

/** Whether anything of the jury's was ever in a frame of this screen. */
function knowsTooMuch({ frames }: Caller): boolean {
  return frames.some(({ view }) => SECRET.test(JSON.stringify(view)));
}
