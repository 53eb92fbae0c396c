import type { SeatId, TeamId } from '../../../shared/ids.ts';
import type { Matrix } from '../../../shared/tally/matrix.ts';
import { METHODS, type Method, tallies } from '../../../shared/tally/methods.ts';
import type { Sensitivity } from '../../../shared/tally/sensitivity.ts';
import { severities } from '../../../shared/tally/severity.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Views } from '../../shared.ts';
import { mean } from '../../text/format.ts';
import { jury } from '../../text/jury.ts';
import { matrix as words } from '../../text/matrix.ts';
import { cutLine } from '../../ui/jury/cut.ts';
import type { Dot, Picture } from '../../ui/matrix/picture.ts';
import { teamOf } from '../../ui/scene/facts.ts';

export type JuryMatrix = Matrix<TeamId, SeatId>;
export type JurySensitivity = Sensitivity<TeamId, SeatId>;

/** What the matrix says by itself, before any seat is left out. Computed once for each matrix. */
export interface Counted {
  readonly matrix: JuryMatrix;
  /** The official method first. */
  readonly methods: readonly Method[];
  /** Null: the method cannot be computed. */
  readonly ranks: ReadonlyMap<Method, ReadonlyMap<TeamId, number> | null>;
  /** Groups of ballots that nothing joins; 1 when everything holds together. */
  readonly parts: number;
  /** The harshest seat and how far below the jury it marks; null when none does. */
  readonly harshest: { readonly seat: SeatId; readonly below: number } | null;
}

export function counted(matrix: JuryMatrix, official: Method): Counted {
  const all = tallies(matrix);
  const ranks = new Map(
    METHODS.map((method) => {
      const tally = all[method];
      return [method, 'refused' in tally ? null : new Map(tally.standings.map(({ team, rank }) => [team, rank]))] as const;
    }),
  );
  const { additive } = all;
  const [low] = severities(matrix)
    .filter(({ difference }) => difference !== null && difference < 0)
    .sort((a, b) => (a.difference ?? 0) - (b.difference ?? 0));
  return {
    matrix,
    methods: [official, ...METHODS.filter((method) => method !== official)],
    ranks,
    parts: 'refused' in additive ? additive.parts.length : 1,
    harshest: low ? { seat: low.juror, below: -(low.difference ?? 0) } : null,
  };
}

/** The words of the methods in the picture's order: which is the règlement's, and which cannot be computed. */
export const methodWords = ({ methods, ranks }: Counted): readonly string[] =>
  methods.map((method, index) => {
    const word = words.methods[method];
    if (ranks.get(method) === null) return words.unknown(word);
    return index === 0 ? words.official(word) : word;
  });

/** One team's marks: every ballot that counts, weighted, on the scale. */
function dotsOf({ matrix, harshest }: Counted, team: TeamId): readonly Dot[] {
  const total = matrix.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (matrix.ballots[matrix.teams.indexOf(team)] ?? []).flatMap((ballot, j) => {
    if (ballot === null) return [];
    const sum = matrix.criteria.reduce((marks, { weight }, c) => marks + weight * (ballot[c] ?? 0), 0);
    return [{ mark: sum / total, hollow: matrix.jurors[j] === harshest?.seat }];
  });
}

/** The rows in official order; of those tied, the ones that the ladder has put ahead come first, so that the line falls between them. */
export function pictureOf(
  { forum, grid }: Pick<Views, 'forum' | 'grid'>,
  deliberation: DeliberationView,
  facts: Counted,
  lit: readonly TeamId[],
): Picture {
  const { rows, inside, totalWeight, places } = deliberation;
  const behind = (team: TeamId) => (inside.includes(team) ? 0 : 1);
  const ordered = [...rows].sort((a, b) => a.rank - b.rank || behind(a.team) - behind(b.team));
  return {
    rows: ordered.map(({ team, rank, sum, count, excused }) => {
      const { shortName: name, department } = teamOf(forum, team);
      return {
        team,
        name,
        department,
        rank,
        dots: dotsOf(facts, team),
        mean: count === 0 ? null : { at: sum / (count * totalWeight), written: mean(sum, count, totalWeight) },
        ballots: count,
        excused,
        ranks: facts.methods.map((method) => facts.ranks.get(method)?.get(team) ?? null),
        lit: lit.includes(team),
      };
    }),
    scale: grid.scale,
    seats: grid.seats,
    places,
    methods: facts.methods.map((method) => words.methods[method]),
    cut: cutOf(deliberation),
  };
}

function cutOf(deliberation: DeliberationView): Picture['cut'] {
  const { after, places, tied } = cutLine(deliberation);
  if (after === null) return null;
  const row = deliberation.rows.find(({ team }) => deliberation.open.includes(team));
  if (row && deliberation.closedAt === null) {
    return { after, broken: true, words: jury.cutOpen(places, tied, mean(row.sum, row.count, deliberation.totalWeight)) };
  }
  const settled = deliberation.tie.taken.length > 0;
  return { after, broken: false, words: settled ? words.cutSettled : jury.cut(deliberation.places) };
}

/** What the harshest seat does: how far below the jury, and who would be in without it. Empty without such a seat. */
export function hollowWords(
  { harshest, methods }: Counted,
  seats: Views['presidency']['seats'],
  { forum }: Pick<Views, 'forum'>,
  sensitivity: JurySensitivity | null,
): string {
  const seat = seats.find((one) => one.seat === harshest?.seat);
  if (!harshest || !seat) return '';
  const [official] = methods;
  const ahead = (sensitivity?.teams ?? []).filter(({ whole, without }) => {
    const left = without.find(({ juror }) => juror === harshest.seat);
    return official && whole[official]?.place !== 'in' && left?.readings[official]?.place === 'in';
  });
  const below = harshest.below.toFixed(2).replace('.', ',');
  const said = words.keyHollow(seat.number, seat.title, below);
  return ahead.length === 0 ? said : said + words.without(ahead.map(({ team }) => teamOf(forum, team).shortName));
}
