import { expect, test } from 'vitest';
import { at, room } from '../../gallery/literal.ts';
import type { Answer } from '../../room.ts';
import { refusals } from '../../text/refusals.ts';
import { Act } from './act.svelte.ts';

const clear = { type: 'ClearHands' } as const;

test('done, it says what was done; refused, why and what to do next', async () => {
  let answer: Answer = { ok: true, at: at('17:00') };
  const act = new Act(() => room(at('17:00'), { send: () => Promise.resolve(answer) }));
  expect(await act.send(clear, 'Fait.')).toBe(true);
  expect([act.said, act.refused]).toEqual(['Fait.', false]);
  answer = { ok: false, code: 'no-quorum' };
  expect(await act.send(clear, 'Fait.')).toBe(false);
  expect([act.said, act.refused]).toEqual([refusals['no-quorum'], true]);
});

test('a second touch while the first is on its way sends nothing', async () => {
  let sent = 0;
  let arrive: (answer: Answer) => void = () => undefined;
  const send = () => {
    sent += 1;
    return new Promise<Answer>((resolve) => {
      arrive = resolve;
    });
  };
  const act = new Act(() => room(at('17:00'), { send }));
  const first = act.send(clear);
  expect(await act.send(clear)).toBe(false);
  arrive({ ok: true, at: at('17:00') });
  expect(await first).toBe(true);
  expect([sent, act.sending]).toEqual([1, false]);
});
