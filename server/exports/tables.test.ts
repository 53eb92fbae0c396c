import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { evolve } from '../../shared/session.ts';
import type { State } from '../../shared/state.ts';
import { chained, wholeAfternoon, wholeSetup } from '../../shared/testing/whole-afternoon.ts';
import { exportOf } from '../../shared/verify/export.ts';
import { ballotsCsv } from './ballots.ts';
import { resultsCsv } from './results.ts';
import { timesCsv } from './times.ts';

const entries = wholeAfternoon();
const whole = exportOf(entries);
const state = entries.reduce<State | null>((before, entry) => evolve(before, entry), null) as State;

/** The lines of a table as a French Excel reads them. */
function read(table: string): readonly Record<string, string>[] {
  expect(table.startsWith('\uFEFF')).toBe(true);
  expect(table.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return Papa.parse<Record<string, string>>(table.slice(1), { header: true, delimiter: ';', skipEmptyLines: true }).data;
}

test('[H9] ballots: one line each, with its marks and whether it counts, and never a seat', () => {
  const lines = read(ballotsCsv(state, entries));
  expect(Object.keys(lines[0] ?? {})).toEqual(['passage', 'projet', 'Why', 'How', 'compté', 'papier', 'tardif']);
  expect(lines.filter(({ compté }) => compté === 'oui')).toHaveLength(whole.ballots.filter(({ counts }) => counts).length);
  expect(lines).toHaveLength(whole.ballots.length + whole.aside.length);
  expect(lines.filter(({ papier, compté }) => papier === 'oui' && compté === 'oui')).toHaveLength(5);
  expect(lines.filter(({ tardif }) => tardif === 'oui').map(({ compté }) => compté)).toEqual(['non', 'non', 'oui']);
  const text = JSON.stringify(lines);
  for (const { id, title } of wholeSetup.seats) {
    expect(text).not.toContain(`"${id}"`);
    expect(text).not.toContain(title);
  }
});

test('[H9] the order of the ballots does not tell the seats: with the seats exchanged, the table is the same', () => {
  const exchanged = <Json>(json: Json): Json =>
    JSON.parse(JSON.stringify(json).replace(/"s([23])"/g, (_, seat) => `"s${5 - Number(seat)}"`)) as Json;
  expect(ballotsCsv({ ...exchanged(state), setup: state.setup }, exchanged(entries))).toBe(ballotsCsv(state, entries));
});

test('[H10] times: every hour as it was on the wall, and lengths with and without the pauses', () => {
  const lines = read(timesCsv(whole));
  expect(lines.map(({ projet }) => projet)).toEqual(whole.order.map((id) => `Team ${id}`));
  for (const [index, line] of lines.entries()) {
    const { pitchAt, questionsAt, pauses } = whole.times[index] ?? {};
    if (pitchAt == null || questionsAt == null) {
      expect([line.passé, line.pitch, line['pitch (s)']]).toEqual(['non', '', '']);
      continue;
    }
    // The forum's zone is one hour ahead of UTC on that day.
    expect(line.pitch).toBe(new Date(pitchAt + 3_600_000).toISOString().slice(11, 19));
    expect(Number(line['pitch (s)'])).toBe((questionsAt - pitchAt) / 1_000);
    const paused = (pauses ?? []).reduce((sum, { at, until }) => sum + (until ?? at) - at, 0) / 1_000;
    expect(Number(line['pitch (s)']) - Number(line['pitch sans pauses (s)'])).toBe(paused);
    expect([Number(line.pauses), Number(line['pauses (s)'])]).toEqual([pauses?.length, paused]);
  }
  expect(lines.map(({ motifs }) => motifs).filter(Boolean)).toEqual(['Microphone, restart']);
});

test('[H1] results say who was announced in which place, and what was promised', () => {
  const lines = read(resultsCsv(state));
  expect(lines.filter(({ lauréat }) => lauréat === 'oui').map(({ annonce }) => annonce)).toEqual(['1', '2', '3']);
  expect(lines.find(({ annonce }) => annonce === '1')).toMatchObject({
    parrainage: 'Director general',
    temps: 'Two days a month',
    coach: '',
    'premier rendez-vous': '2019-12-28',
  });
  expect(lines.find(({ projet }) => projet === 'Team a')).toMatchObject({ bulletins: '4', excusés: '1' });
});

test('[H1] a name or a reason that begins like a formula is disarmed in every table', () => {
  const trap = JSON.parse(
    JSON.stringify(entries.map(({ at, by, event }) => ({ at, by, event })))
      .replaceAll('Team a', '=1+1')
      .replaceAll('Microphone', '@SUM(A1)'),
  ) as typeof entries;
  const changed = chained(trap);
  const trapped = changed.reduce<State | null>((before, entry) => evolve(before, entry), null) as State;
  for (const table of [resultsCsv(trapped), ballotsCsv(trapped, changed), timesCsv(exportOf(changed))]) {
    expect(table).toContain("'=1+1");
    expect(table).not.toMatch(/(^|;)"?[=@]/m);
  }
});
