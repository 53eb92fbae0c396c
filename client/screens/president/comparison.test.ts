import { describe, expect, test } from 'vitest';
import { sensitivity } from '../../../shared/tally/sensitivity.ts';
import { matrix } from '../../gallery/ballots.ts';
import { team } from '../../gallery/literal.ts';
import { pairLines, tieLines } from './comparison.ts';
import { e04, e15, reglement, tie } from './moments.ts';
import { counted } from './reading.ts';

const sides = {
  teams: [e04, e15],
  grid: reglement,
  deliberation: tie,
  facts: counted(matrix, 'mean'),
  sensitivity: sensitivity(matrix, 8),
};
const said = (lines: ReturnType<typeof tieLines>) => lines.map(({ label, note, values, ahead }) => [label, note, ...values, ahead]);

describe('tied teams', () => {
  test('by mean, by each criterion of the ladder, by methods, with one seat less', () =>
    expect(said(tieLines(sides))).toEqual([
      ['Moyenne', '', '3,14', '3,14', null],
      ['Le drame', '1re marche', '50', '48', 0],
      ['L’effet pour l’usager', '2e marche', '48', '46', 0],
      ['Cinq méthodes', '2 égales', '2', '1', 0],
      ['Un siège ôté', '2 égales', '7', '6', 0],
    ]));
  test('three of them: each is counted where it is ahead of both others', () => {
    const lines = tieLines({ ...sides, teams: [e04, e15, team('e08')] });
    expect(lines.at(-1)).toMatchObject({ label: 'Un siège ôté', values: ['0', '0', '15'], ahead: 2 });
  });
  test('unequal numbers of ballots are compared by means, exactly', () => {
    const [, drame] = tieLines({ ...sides, teams: [e04, team('e10')] });
    expect(drame?.values.every((value) => /^\d,\d\d$/.test(value))).toBe(true);
  });
  test('while the readings are computed, the line of the seats is not there', () =>
    expect(tieLines({ ...sides, sensitivity: null }).map(({ label }) => label)).not.toContain('Un siège ôté'));
});

describe('any pair', () => {
  const lines = pairLines({ ...sides, teams: [team('e01'), team('e10')] });
  const values = (label: string) => lines.find((line) => line.label === label)?.values;
  test('spread and ballots', () => {
    expect(values('Notes')).toEqual(['2,75 à 4,50', '1,75 à 4,05']);
    expect(values('Bulletins')).toEqual(['15/15', '14/15']);
  });
  test('its rank by each method, and the lower is ahead', () =>
    expect(lines.find(({ label }) => label === 'Rang, Borda')).toMatchObject({ values: ['2', '12'], ahead: 0 }));
  test('every criterion by its mean: 64 over 15 ballots', () => expect(values('Le drame')?.[0]).toBe('4,27'));
});
