import type { Tally } from '../../shared/tally/methods.ts';
import type { Answer } from './answer.ts';
import { agendaSentence, infeasibleSentence, selectionSentences, TITLES, together } from './sentences.ts';

/** The whole answer in plain words and tables, for a terminal. */
export function report(answer: Answer): string {
  const blocks = [
    intake(answer),
    ...answer.shown.map((method) => [TITLES[method], ...counted(answer.tallies[method], answer)]),
    selected(answer),
    ...agenda(answer),
    severity(answer),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`.replace(/[^\P{Cc}\n]/gu, ' ');
}

function intake({ matrix, coverage, incomplete }: Answer): readonly string[] {
  const { teams, jurors, criteria } = matrix;
  const weights = criteria.map(({ id, weight }) => (id === '' ? `of weight ${weight}` : `${id} ${weight}`)).join(', ');
  const short = coverage.byTeam.filter(({ missing }) => missing > 0);
  return [
    `${teams.length} teams, ${jurors.length} jurors, ${criteria.length} ${criteria.length === 1 ? 'criterion' : 'criteria'} (${weights}).`,
    `${coverage.given} of ${coverage.possible} ballots, ${(coverage.share * 100).toFixed(1)} %. A missing ballot is absent, never 0.`,
    ...(short.length === 0 ? [] : [`Missing: ${short.map(({ team, missing }) => `${missing} for ${team}`).join(', ')}.`]),
    ...incomplete.map(({ team, juror, given }) => `Not counted: ${juror} gave ${team} ${given} of ${criteria.length} marks.`),
  ];
}

function counted(tally: Tally, { matrix, coverage }: Answer): readonly string[] {
  if ('refused' in tally) {
    const parts = tally.parts.map(({ teams, jurors }) => `${together(teams)} with ${together(jurors)}`);
    return ['  Refused: no ballot joins these parts of the jury, so they cannot be compared.', ...parts.map((part) => `  - ${part}`)];
  }
  const given = new Map(coverage.byTeam.map((row) => [row.team, row.given]));
  return table(
    ['rank', 'team', 'score', 'exactly', 'ballots'],
    tally.standings.map(({ team, rank, tied, score, exact }) => [
      `${rank}${tied ? '=' : ''}`,
      team,
      score === null ? '-' : score.toFixed(4),
      exact ?? '-',
      `${given.get(team)}/${matrix.jurors.length}`,
    ]),
  );
}

function selected({ selection, seats, by }: Answer): readonly string[] {
  if (selection === null || seats === null) return ['No number of seats was given (--seats N): there is no selection.'];
  const title = `Selection of ${seats} by the ${by} method`;
  if ('refused' in selection) return [title, '  None: this method refuses these ballots.'];
  if ('infeasible' in selection) return [title, `  ${infeasibleSentence(selection)}`];
  return [title, ...selectionSentences(selection, seats).map((sentence) => `  ${sentence}`)];
}

function agenda({ sensitivity, matrix, quotas }: Answer): readonly (readonly string[])[] {
  const { readings, refused, always, never, depends, teams, places } = sensitivity;
  const title = `Sensitivity: ${readings} readings, five methods with the whole jury and without each of ${matrix.jurors.length} jurors`;
  const remarks = [
    ...(refused === 0 ? [] : [`  ${refused} more were refused: in those, no ballot joins the parts of the jury.`]),
    ...(quotas.length === 0 ? [] : ['  It looks at the plain cut, without quotas.']),
  ];
  if (places === null)
    return [
      [
        title,
        ...remarks,
        ...table(
          ['team', 'best', 'worst'],
          teams.map(({ team, best, worst }) => [team, `${best}`, `${worst}`]),
        ),
      ],
    ];
  const open = teams.filter(({ verdict }) => verdict === 'depends');
  return [
    [title, ...remarks, `  Always in: ${always.length}. Never: ${never.length}. Depending on method or juror: ${depends.length}.`],
    ...(open.length === 0 ? [] : [['Agenda of the deliberation', ...open.map((team) => `  ${agendaSentence(team)}`)]]),
  ];
}

function severity({ severities }: Answer): readonly string[] {
  const heard = severities.flatMap((row) => (row.difference === null ? [] : [{ ...row, difference: row.difference }]));
  const rows = heard
    .toSorted((a, b) => a.difference - b.difference)
    .map(({ juror, ballots, difference }) => [juror, `${difference < 0 ? '' : '+'}${difference.toFixed(4)}`, `${ballots}`]);
  return ['Jurors beside the jury, harshest first, over the teams each judged', ...table(['juror', 'mean', 'ballots'], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
