import { describe, expect, test } from 'vitest';
import { sensitivity } from '../../../shared/tally/sensitivity.ts';
import { apart, matrix, three } from '../../gallery/ballots.ts';
import { forum, grid, team } from '../../gallery/literal.ts';
import { matrix as words } from '../../text/matrix.ts';
import { settled } from '../../ui/jury/literal.ts';
import { agenda, sentence } from './agenda.ts';
import { headline } from './headline.ts';
import { closed, departed, e04, e08, e15, stepTaken, tie, toDraw } from './moments.ts';
import { counted, hollowWords, methodWords, pictureOf } from './reading.ts';
import { states } from './states.ts';

const readings = sensitivity(matrix, 8);
const facts = counted(matrix, 'mean');
const seats = states['deliberation-tie']?.views.presidency.seats ?? [];
const points = agenda(readings, tie, 'mean');
const sentences = points.map((point) => sentence(point, 8, forum, seats));

describe('headline', () => {
  const said = (...[deliberation, open = points.length]: [typeof tie, number?]) => headline(readings, deliberation, open);
  test('seven are ahead in every reading, and the eighth place is open', () => {
    expect(readings).toMatchObject({ readings: 80, refused: 0 });
    expect([readings.always, readings.never, readings.depends].map(({ length }) => length)).toEqual([7, 6, 2]);
    expect(said(tie)).toEqual({ sure: 'Sept équipes sont devant partout.', rest: 'La huitième place est ouverte.', lit: true });
  });
  test('settled by the ladder, it is the jury’s', () =>
    expect(said(stepTaken, 0)).toEqual({ sure: 'Sept équipes sont devant partout.', rest: 'Le jury a désigné la huitième.', lit: false }));
  test('without a tie, a place may still hang on the reading', () =>
    expect(said(settled).rest).toBe('La huitième place dépend de la lecture.'));
  test('a list left short says how many places are open', () =>
    expect(said({ ...stepTaken, list: stepTaken.list.slice(2) }, 0)).toMatchObject({ rest: 'Deux places sont ouvertes.', lit: true }));
  test('as many places as teams: nobody is left out', () => {
    const few = { ...tie, rows: tie.rows.slice(0, 3), places: 3, open: [] };
    expect(headline(sensitivity(three, 3), few, 0).sure).toBe('Chaque équipe a une place.');
  });
  test('where no team is sure, it says so', () => expect(words.everywhere(0)).toBe('Aucune équipe n’est devant partout.'));
  test('one place, and several', () => {
    expect(words.open(1, 1)).toBe('La place est ouverte.');
    expect(words.depends(12, 1)).toBe('La 12e place dépend de la lecture.');
    expect(words.depends(8, 2)).toBe('Deux places dépendent de la lecture.');
    expect(words.designated(8, 3)).toBe('Le jury a désigné les trois autres.');
  });
});

describe('agenda', () => {
  test('names the teams whose place hangs on a method or a seat, in official order', () =>
    expect(points.map((point) => point.team)).toEqual([e04, e15]));
  test('one sentence each', () =>
    expect(sentences).toEqual([
      'Occupation du domaine public entre dans les huit sans le siège 1, 2, 4, 6, 7, 8 ou 13, et selon la moyenne tronquée ou selon le jugement majoritaire.',
      'Projet\u00a015 entre dans les huit sans le siège 3, 5, 10, 12, 14 ou 15, et selon Borda.',
    ]));
  test('the seats it names are those without which the official tally lets the team in', () => {
    for (const point of points) {
      const row = readings.teams.find((one) => one.team === point.team);
      const without = (row?.without ?? []).filter((one) => one.readings.mean?.place === 'in').map(({ juror }) => juror);
      expect(point.seats).toEqual(without);
    }
  });
  test('a step of the ladder takes its teams off', () => expect(agenda(readings, stepTaken, 'mean')).toEqual([]));
  test('a step that separated nothing does not', () => expect(agenda(readings, toDraw, 'mean')).toHaveLength(2));
  test('so does an adopted replacement, and the close', () => {
    expect(agenda(readings, { ...departed, tie: { ...departed.tie, taken: [] } }, 'mean').map((point) => point.team)).toEqual([e04, e15]);
    expect(agenda(readings, closed, 'mean')).toEqual([]);
  });
  test('seen from another official method, a team that is in may go out', () => {
    const [first, second] = agenda(readings, { ...tie, open: [] }, 'borda');
    expect(first).toMatchObject({ team: e04, move: 'enters' });
    expect(second).toMatchObject({ team: e15, move: 'leaves' });
    expect(sentence(second as never, 8, forum, seats)).toContain('Projet\u00a015 sort des huit');
  });
  test('what only a method and a seat together do is said as such', () => {
    const pairs = [{ method: 'borda' as const, seats: ['j03'] as never }];
    const point = { team: e15, move: 'ties' as const, seats: [], methods: [], pairs };
    expect(sentence(point, 1, forum, seats)).toBe('Projet\u00a015 est à égalité pour la dernière place selon Borda sans le siège 3.');
  });
});

describe('picture', () => {
  const picture = pictureOf({ forum, grid }, tie, facts, [e04, e15]);
  const rowOf = (id: string) => picture.rows.find((row) => row.team === id);
  test('a dot for every ballot that counts, none for one that is missing', () => {
    expect(picture.rows.map(({ dots }) => dots.length)).toEqual(tie.rows.map(({ count }) => count));
    expect(rowOf('e10')?.dots).toHaveLength(14);
  });
  test('the dots of a team have its mean', () => {
    for (const { dots, mean } of picture.rows) {
      expect(dots.reduce((sum, { mark }) => sum + mark, 0) / dots.length).toBeCloseTo(mean?.at ?? 0, 10);
    }
  });
  test('the hollow dot is the same seat in every row it marked', () => {
    expect(picture.rows.map(({ dots }) => dots.filter(({ hollow }) => hollow).length)).toEqual(picture.rows.map(() => 1));
    expect(rowOf('e15')?.dots.find(({ hollow }) => hollow)?.mark).toBe(1.5);
  });
  test('ranks by five methods, the official one first', () => {
    expect(rowOf('e04')?.ranks).toEqual([8, 8, 8, 8, 9]);
    expect(rowOf('e15')?.ranks).toEqual([8, 8, 9, 9, 8]);
    expect(counted(matrix, 'borda').methods).toEqual(['borda', 'mean', 'additive', 'trimmed', 'majority']);
  });
  test('the line is broken across the tie, and whole once it is settled', () => {
    expect(picture.cut).toEqual({ after: 8, broken: true, words: 'Une place, deux équipes à 3,14\u00a0: la ligne reste ouverte' });
    expect(pictureOf({ forum, grid }, stepTaken, facts, []).cut).toMatchObject({ after: 8, broken: false });
  });
  test('of tied teams, the one that is in stands above the line', () => {
    const other = { ...stepTaken, inside: [...stepTaken.inside.filter((one) => one !== e04), e15] };
    expect(
      pictureOf({ forum, grid }, other, facts, [])
        .rows.slice(7, 9)
        .map((row) => row.team),
    ).toEqual([e15, e04]);
  });
  test('the harshest seat, and what it does', () =>
    expect(hollowWords(facts, seats, { forum }, readings)).toBe(
      'siège 3 (DGS du Nord), 1,06 sous le jury. Sans lui, Projet\u00a015 devant.',
    ));
  test('ballots that nothing joins: the corrected mean is not computed, and says so', () => {
    const broken = counted(apart, 'mean');
    expect(broken.parts).toBe(2);
    expect(methodWords(broken)).toContain('corrigée par juré (non calculable)');
    expect(pictureOf({ forum, grid }, tie, broken, []).rows[0]?.ranks.filter((rank) => rank === null)).toHaveLength(1);
  });
  test('a team nobody marked has no dot and no mean', () => {
    const rows = tie.rows.map((row) => (row.team === e08 ? { ...row, sum: 0, count: 0 } : row));
    const none = { ...matrix, ballots: matrix.ballots.map((row, t) => (matrix.teams[t] === e08 ? row.map(() => null) : row)) };
    const row = pictureOf({ forum, grid }, { ...tie, rows }, counted(none, 'mean'), []).rows.find((one) => one.team === team('e08'));
    expect(row).toMatchObject({ dots: [], mean: null });
  });
});
