import { expect, test } from 'vitest';
import type { SeatId, TeamId } from '../../shared/ids.ts';
import type { Minutes } from '../../shared/minutes.ts';
import { aggregates, totalWeight } from '../../shared/ranking.ts';
import type { State } from '../../shared/state.ts';
import type { Paper } from './document.ts';
import { extractPaper } from './extract.ts';
import { feedbackPaper } from './feedback.ts';
import { mean } from './french/forms.ts';
import { namesOf } from './names.ts';
import { afternoon, minutesAt, saidOn } from './testing/said.ts';

const minutes = minutesAt(afternoon.closed);
const { state } = minutes;
const { setup } = state;
const names = namesOf(setup);
const [own, laureate, other] = ['e05', 'e06', 'e09'] as TeamId[] as [TeamId, TeamId, TeamId];
const competing = state.course.order.filter((team) => !state.course.withdrawn[team]);
const meanOf = (team: TeamId) => {
  const row = aggregates(state).find((one) => one.team === team);
  return mean(row?.sum ?? 0, (row?.count ?? 0) * totalWeight(setup.criteria));
};
const jsonOf = (paper: Paper) => JSON.stringify(paper);

type Jury = Pick<State, 'ballots' | 'feedback'>;
const withJury = (change: (jury: Jury) => Jury): Minutes => ({ ...minutes, state: { ...state, ...change(state) } });
const mapped = <T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => T) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** Every other team was marked and written to otherwise. */
const othersChanged = (team: TeamId): Minutes =>
  withJury(({ ballots, feedback }) => ({
    ballots: mapped(ballots, (row) =>
      mapped(row, (ballot, of) => (of === team ? ballot : { ...ballot, marks: mapped(ballot.marks, (mark) => 6 - mark) })),
    ),
    feedback: mapped({ e09: {}, e06: {}, ...feedback }, (said, of) =>
      of === team ? said : { ...said, ['j05' as SeatId]: 'Autre chose.' },
    ),
  }));

/** The same marks and words, each from another seat. */
const seatsTurned = (): Minutes => {
  const seats = setup.seats.map(({ id }) => id);
  const next = (seat: string) => seats[(seats.indexOf(seat as SeatId) + 1) % seats.length] ?? seat;
  const turned = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).map(([seat, value]) => [next(seat), value]));
  return withJury(({ ballots, feedback }) => ({ ballots: turned(ballots), feedback: mapped(feedback, turned) }));
};

test('[H24] [H25] no paper of a team depends on another team, or says which seat marked or wrote', () => {
  for (const paper of [feedbackPaper, extractPaper])
    for (const team of competing) {
      const said = jsonOf(paper(minutes, team));
      expect(jsonOf(paper(othersChanged(team), team))).toBe(said);
      if (team !== 'e02' && team !== 'e10') expect(jsonOf(paper(seatsTurned(), team))).toBe(said);
      for (const stranger of competing.filter((one) => one !== team)) expect(said).not.toContain(names.project(stranger));
      expect(said).not.toMatch(/refus|rejet|élimin|Élue ou élu|DGS d/i);
    }
});

test('[H24] a team reads the jury’s words, its own mean where the règlement gives it, and what comes next', {
  timeout: 60_000,
}, async () => {
  const { text } = await saidOn(feedbackPaper(minutes, own));
  for (const words of Object.values(state.feedback[own] ?? {})) expect(text).toContain(`« ${words} »`);
  expect(text).toContain(`${meanOf(own)} sur 5`);
  const settled = await saidOn(feedbackPaper(minutes, laureate));
  const { sponsor, time } = state.commitments[laureate] ?? {};
  expect(settled.text).toContain(`Premier rendez-vous Jeudi 12 décembre 2019 Appui ${sponsor} Temps libéré ${time} Accompagnement à fixer`);
  expect(jsonOf(feedbackPaper(minutes, other))).toContain('Et maintenant');
  expect(jsonOf(feedbackPaper(minutes, other))).not.toContain('retenu');
});

test('[H24] what the règlement keeps from teams is not on their sheet', () => {
  const bare = { ...setup, rules: { ...setup.rules, feedback: { comments: false, aggregate: false } } };
  const said = jsonOf(feedbackPaper({ ...minutes, state: { ...state, setup: bare } }, own));
  for (const words of Object.values(state.feedback[own] ?? {})) expect(said).not.toContain(words);
  expect(said).not.toContain(meanOf(own));
});

test('[H25] every counted ballot is a row, criterion by criterion, with the means', { timeout: 60_000 }, async () => {
  const { text } = await saidOn(extractPaper(minutes, own));
  const counted = setup.seats.flatMap(({ id }) => state.ballots[id]?.[own] ?? []);
  for (const { marks } of counted) expect(text).toContain(`bulletin ${setup.criteria.map(({ id }) => marks[id]).join(' ')} `);
  expect(text.match(/bulletin \d/g)).toHaveLength(counted.length);
  const averages = setup.criteria.map(({ id }) =>
    mean(
      counted.reduce((sum, { marks }) => sum + (marks[id] ?? 0), 0),
      counted.length,
    ),
  );
  expect(text).toContain(`moyenne ${averages.join(' ')} ${meanOf(own)}`);
  for (const { name, weight } of setup.criteria) expect(text).toContain(`${name} (poids ${weight})`);
});

test('[H25] without a ballot, or where the jury gives no marks, an extract says so', () => {
  expect(
    jsonOf(
      extractPaper(
        withJury((jury) => ({ ...jury, ballots: {} })),
        own,
      ),
    ),
  ).toContain('Aucun bulletin complet');
  const noted = { ...setup, rules: { ...setup.rules, marking: 'notes' as const } };
  const said = jsonOf(extractPaper({ ...minutes, state: { ...state, setup: noted } }, own));
  expect(said).toContain('n’a donné aucun chiffre');
  expect(said).not.toContain(meanOf(own));
});
