import { describe, expect, test } from 'vitest';
import { holdingOf } from '../../../shared/agenda.ts';
import { after, type Instant } from '../../../shared/time.ts';
import { at, forum, live, setup, team, zero } from '../../gallery/literal.ts';
import { moved } from './rows.ts';
import { driftOf, headlineOf, lateness, paceOf, plannedMinute } from './times.ts';

const between = { show: 'between', next: team('e10'), place: 1 } as const;
const ending = (time: string) => {
  const view = live(between, 1);
  return { ...view, forecast: view.forecast && { ...view.forecast, end: at(time) } };
};

describe('printed hours', () => {
  test('a place starts after the passages and the changeovers before it', () => {
    expect(plannedMinute(forum, 1)).toBe(14 * 60 + 30);
    expect(plannedMinute(forum, 10)).toBe(15 * 60 + 46);
  });
  test('lateness counts whole minutes after the printed minute', () => {
    expect(lateness(forum, zero, 10, at('15:54:30'))).toBe(8);
    expect(lateness(forum, zero, 10, at('15:46:40'))).toBeNull();
    expect(lateness(forum, zero, 10, at('15:40'))).toBeNull();
  });
  test('a rehearsal at another hour is not late', () => expect(lateness(forum, zero, 10, at('22:00'))).toBeNull());
  test('drift is counted from the printed end', () => expect(driftOf(forum, zero, at('16:42'))).toBe(42 * 60_000));
});

describe('headline', () => {
  const holding = holdingOf(setup);
  const say = (view: ReturnType<typeof live>) => headlineOf(forum, view, holding, at('14:31'))?.say;

  test('before the passages, whether the programme holds', () => {
    expect(say(live({ show: 'waiting', next: 'brief' }, 0, { phase: 'set-up', zero: null, forecast: null }))).toBe('over');
  });
  test('during them, how late they end', () => {
    expect(say(ending('16:42'))).toBe('late');
    expect(say(ending('16:00'))).toBe('on-time');
    expect(say(ending('15:50'))).toBe('early');
  });
  test('more than three hours off is another day’s hour, not a delay', () => expect(say(ending('19:30'))).toBe('elsewhen'));
  test('what is due and has not come pushes the end', () => {
    const view = ending('16:42');
    const due = view.forecast && { ...view, forecast: { ...view.forecast, due: at('14:30') } };
    expect(due && headlineOf(forum, due, holding, at('14:35'))).toMatchObject({ by: 47 * 60_000 });
  });
});

test('the pace is known from four starts on', () => {
  const begun = (count: number) =>
    setup.teams.slice(0, count).map(({ id }, index) => ({ team: id, pitchAt: after(at('14:30'), index * 540_000), endedAt: null }));
  const forecast = {
    slots: setup.teams.map(({ id }, index) => ({ team: id, start: at('14:30'), past: index < 5 })),
    end: at('16:42') as Instant,
    deliberation: at('16:42'),
    restitution: at('17:42'),
    due: null,
  };
  expect(paceOf(begun(3), forecast)).toBeNull();
  expect(paceOf(begun(5), forecast)).toEqual({ each: 540_000, end: at('16:45') });
});

test('a line moves by one, and not past an end', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
