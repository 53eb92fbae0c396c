import { expect, test } from 'vitest';
import { matrixOf } from '../../shared/counting.ts';
import { departures } from '../../shared/deliberation.ts';
import type { TeamId } from '../../shared/ids.ts';
import { tieOf } from '../../shared/ladder.ts';
import { aggregates, totalWeight } from '../../shared/ranking.ts';
import { METHODS, tally } from '../../shared/tally/methods.ts';
import { sensitivity } from '../../shared/tally/sensitivity.ts';
import { small } from '../../shared/testing/forums.ts';
import { given } from '../../shared/testing/given.ts';
import { inPhase, until } from '../../shared/testing/play.ts';
import { annexPaper } from './annex.ts';
import { annex as words } from './french/annex.ts';
import { mean } from './french/forms.ts';
import { namesOf } from './names.ts';
import { afternoon, minutesAt, plain, saidOn } from './testing/said.ts';

const rest = async () => undefined;
const minutes = minutesAt(afternoon.closed);
const { state } = minutes;
const { short, team } = namesOf(state.setup);
const names = { short: (id: TeamId) => plain(short(id)), team: (id: TeamId) => plain(team(id)) };
const paper = annexPaper(minutes, rest);
const said = paper.then(saidOn);
const SLOW = 60_000;

test('[H23] each page says that it is restricted, and the draft that it is one', { timeout: SLOW }, async () => {
  const { ornaments, parts } = await said;
  expect(parts).toContain(words.notice);
  for (const page of ornaments) expect(page).toContain(words.restricted);
  expect((await annexPaper(minutesAt(afternoon.listed), rest)).draft).toBe('Brouillon');
});

test('[H23] the official ranking with exact means, ballots counted, missing and recused', { timeout: SLOW }, async () => {
  const { text } = await said;
  for (const { team, rank, tied, sum, count, missing, excused } of aggregates(state)) {
    const over = count * totalWeight(state.setup.criteria);
    const [exact] = text.match(new RegExp(`${names.short(team)} ${mean(sum, over)} \\S+ ${count} sur ${count + missing} ${excused}`)) ?? [];
    const [num = 0, den = 1] = (exact?.split(' ').at(-5) ?? '').split('/').map(Number);
    expect(num * over).toBe(sum * den);
    expect(text).toContain(`${rank}${tied ? ' ex æquo' : ''} ${exact}`);
  }
});

test('[H23] the ranks by five methods, side by side, and who gave how many ballots', { timeout: SLOW }, async () => {
  const { text } = await said;
  for (const { team } of aggregates(state)) {
    const ranks = METHODS.map((method) => {
      const counted = tally(matrixOf(state), method);
      const standing = 'standings' in counted ? counted.standings.find((one) => one.team === team) : undefined;
      return standing?.tied ? `${standing.rank} ex æquo` : standing?.rank;
    });
    expect(text).toContain(`${names.short(team)} ${ranks.join(' ')}`);
  }
  const missing = matrixOf(state)
    .ballots.map((row) => row[14])
    .filter((ballot) => ballot === null).length;
  expect(text).toContain(`Siège 15 : ${missing} bulletins absents.`);
});

test('[H23] what depends on the method or on a member, in sentences', { timeout: SLOW }, async () => {
  const { text } = await said;
  const { readings, teams, always, never, depends } = sensitivity(matrixOf(state), 8);
  expect(text).toContain(`${readings} lectures`);
  for (const team of always) expect(text.split('Toujours')[1]?.split('Jamais')[0]).toContain(names.team(team));
  for (const team of never) expect(text.split('Jamais')[1]).toContain(names.team(team));
  expect(depends.length).toBeGreaterThan(0);
  for (const row of teams.filter(({ team }) => depends.includes(team)))
    expect(text).toContain(
      `${names.team(row.team)}, sur ${readings} lectures : ${row.in} parmi les premiers, ${row.open} à égalité, ${row.out} après ; rang de ${row.best} à ${row.worst}.`,
    );
});

test('[H23] the ladder step by step with its seed, and the departures both ways', { timeout: SLOW }, async () => {
  const { text } = await said;
  const { taken, inside } = tieOf(state);
  expect(taken.map(({ groups }) => groups.length)).toEqual([1, 2]);
  const drawn = taken[1]?.groups.map(([team]) => names.team(team as TeamId)).join(', puis ');
  expect(text).toMatch(
    new RegExp(`vote du jury : rien n’est départagé\\. .*tirage au sort public \\(germe ${taken[1]?.seed}\\) : ${drawn}\\.`),
  );
  const list = state.deliberation?.list ?? [];
  for (const { team, motion, reason } of departures(state, list))
    expect(text).toContain(`${names.team(team)}, devant dans le classement, n’est pas dans la liste (vote ${motion}). Motif : ${reason}.`);
  for (const team of list.filter((one) => !inside.includes(one))) expect(text.split('sans être devant')[1]).toContain(names.team(team));
});

test('[H23] a jury that gives no marks has no ranking, and one that gave no ballot no mean', async () => {
  const of = async (marking: 'notes' | 'marks') =>
    plain(JSON.stringify(await annexPaper(minutesAt(until(given(small({ marking })), inPhase('deliberation'))), rest)));
  expect(await of('notes')).toContain(words.notesOnly);
  expect(await of('notes')).not.toContain(words.ranking);
  expect(await of('marks')).toContain('"–","–","0 sur 3","0"');
});

test('[H23] other work goes on between two readings', async () => {
  let breaths = 0;
  await annexPaper(minutes, async () => {
    breaths += 1;
  });
  expect(breaths).toBeGreaterThanOrEqual(state.setup.seats.length);
});
