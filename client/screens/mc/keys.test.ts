import { describe, expect, test } from 'vitest';
import { actOf, isBounce, type Press } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}) =>
  actOf({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, on: 'page', ...more });

describe('keys of the régie', () => {
  test.each([
    [' ', 'cue'],
    ['p', 'pause'],
    ['P', 'pause'],
    ['+', 'add'],
    ['-', 'take'],
    ['z', 'undo'],
    ['n', 'blackout'],
  ])('%o asks for %s', (key, act) => expect(press(key)).toBe(act));

  test('nothing is steered while one types', () => {
    for (const key of [' ', 'p', 'z', 'n', '+', '-']) expect(press(key, { on: 'field' })).toBeNull();
  });
  test('on a control, the space bar is that control’s and the letters still count', () => {
    expect(press(' ', { on: 'control' })).toBeNull();
    expect(press('p', { on: 'control' })).toBe('pause');
  });
  test('a key held down counts once', () => expect(press(' ', { repeat: true })).toBeNull());
  test('the shortcuts of the browser stay its own', () => {
    expect(press('z', { ctrlKey: true })).toBeNull();
    expect(press('p', { metaKey: true })).toBeNull();
    expect(press('n', { altKey: true })).toBeNull();
  });
  test('Enter never steers: it is kept for the reveal', () => expect(press('Enter')).toBeNull());
  test('two presses of a nervous hand are one', () => {
    expect(isBounce(1_000, 1_200)).toBe(true);
    expect(isBounce(1_000, 1_400)).toBe(false);
    expect(isBounce(Number.NEGATIVE_INFINITY, 0)).toBe(false);
  });
});
