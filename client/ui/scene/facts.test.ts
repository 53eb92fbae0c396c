import { expect, test } from 'vitest';
import { at, forum, live, stops, team } from '../../gallery/literal.ts';
import { inGroups, restOfName, sentenceOf, stepsOf, teamOf, typed, waitingFor } from './facts.ts';

const waiting = { show: 'waiting', next: 'introduction' } as const;
const brief = live(waiting, 1, { phase: 'brief', order: stops(0) });

test('the rest of a name is what the short one leaves out', () => {
  expect(restOfName(forum, teamOf(forum, 'e06'))).toMatch(/^développer les circuits courts/);
  expect(restOfName(forum, teamOf(forum, 'e01'))).toMatch(/^Trouver le bon interlocuteur/);
  expect(restOfName(forum, teamOf(forum, 'e09'))).toBe('');
});

test('the programme never shows the jury’s brief, and says the forecast where it is later', () => {
  const steps = stepsOf(forum, brief, at('14:08'));
  expect(steps.map(({ phase }) => phase)).toEqual(['introduction', 'passages', 'deliberation', 'restitution']);
  expect(steps.map(({ hour }) => hour)).toEqual(['14 h 15', 'vers 14 h 33', 'vers 16 h 42', 'vers 17 h 42']);
});

test('before the brief the printed hours stand, save those that cannot be kept', () => {
  const steps = stepsOf(forum, { ...brief, zero: null, forecast: null }, at('10:00'));
  expect(steps.map(({ hour }) => hour)).toEqual(['14 h 15', '14 h 30', 'vers 16 h 37', 'vers 17 h 37']);
});

test('an hour that has gone by is not announced', () => {
  expect(waitingFor(forum, brief, waiting, at('14:08')).head).toBe('À suivre, 14 h 15 :');
  expect(waitingFor(forum, brief, waiting, at('14:20')).head).toBe('À suivre :');
});

test('the return is an hour until that hour, then a sentence', () => {
  const scene = { show: 'deliberation', returnAt: at('17:30') } as const;
  const view = live(scene, 16);
  expect(sentenceOf(view, scene, at('17:29')).hour).toBe(at('17:30'));
  expect(sentenceOf(view, scene, at('17:31'))).toMatchObject({ hour: null, note: 'Il revient d’un instant à l’autre.' });
  expect(sentenceOf(view, { ...scene, returnAt: null }, at('17:00')).hour).toBeNull();
});

test('a struck team is not missing from the passages once all are over', () => {
  const order = stops(16).map((stop) => (stop.team === team('e13') ? { ...stop, is: 'withdrawn' as const } : stop));
  const scene = { show: 'between', next: null, place: 0 } as const;
  expect(sentenceOf(live(scene, 16, { order }), scene, at('16:40')).head).toBe('14 passages sur 14');
});

test('a hash and an address are written as they are read', () => {
  expect(inGroups('0419e71fb828')).toBe('0419 e71f b828');
  expect(typed('http://estrade.local/')).toBe('estrade.local');
});
