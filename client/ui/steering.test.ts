import { expect, test } from 'vitest';
import { at, room } from '../gallery/literal.ts';
import type { Answer, Draft, Room } from '../room.ts';
import { Steering } from './steering.svelte.ts';

/** A desk whose answers are given by hand. */
function desk(more: Partial<Room> = {}) {
  const asked: Draft[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  let step = 10;
  const send: Room['send'] = (draft) => {
    asked.push(draft);
    return new Promise((resolve) => answers.push(resolve));
  };
  const around = room(at('15:00'), { send, ...more });
  const steering = new Steering(
    () => around,
    () => step,
  );
  const answer = async (given: Answer) => {
    answers.shift()?.(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { steering, asked, answer, shown: () => (step += 1) };
}
const yes: Answer = { ok: true, at: at('15:00') };

test('a command carries the step it saw', () => {
  const { steering, asked } = desk();
  void steering.send({ type: 'StartPitch' });
  expect(asked).toEqual([{ type: 'StartPitch', step: 10 }]);
});

test('nothing is sent while an answer is awaited', async () => {
  const { steering, asked, answer } = desk();
  void steering.send({ type: 'ResumeClock' });
  expect(await steering.send({ type: 'ResumeClock' })).toBe(false);
  await answer(yes);
  void steering.send({ type: 'ResumeClock' });
  expect(asked).toHaveLength(2);
});

test('the next act is asked once, until a view shows it done', async () => {
  const { steering, asked, answer, shown } = desk();
  void steering.advance({ type: 'StartPitch' });
  await answer(yes);
  void steering.advance({ type: 'StartPitch' });
  expect(asked).toHaveLength(1);
  expect(steering.passing).toBe(true);
  shown();
  expect(steering.passing).toBe(false);
  void steering.advance({ type: 'StartQuestions' });
  expect(asked[1]).toEqual({ type: 'StartQuestions', step: 11 });
});

test('a refused act can be asked again, and its reason stays until one is accepted', async () => {
  const { steering, asked, answer } = desk();
  void steering.advance({ type: 'StartPitch' });
  await answer({ ok: false, code: 'stale-step' });
  expect(steering.refusal).toBe('stale-step');
  void steering.advance({ type: 'StartPitch' });
  await answer(yes);
  expect(asked).toHaveLength(2);
  expect(steering.refusal).toBeNull();
});

test('without a line nothing leaves, and it is said', async () => {
  const { steering, asked } = desk({ link: { state: 'lost', since: at('14:59') } });
  expect(await steering.send({ type: 'StartPitch' })).toBe(false);
  expect(asked).toEqual([]);
  expect(steering.refusal).toBe('offline');
});

test('what moves nothing carries no step and waits for nothing', async () => {
  const { steering, asked, answer } = desk();
  void steering.send({ type: 'StartPitch' });
  const noted = steering.note({ type: 'ClearHands' });
  expect(asked[1]).toEqual({ type: 'ClearHands' });
  await answer(yes);
  await answer({ ok: false, code: 'wrong-phase' });
  expect(await noted).toBe(false);
  expect(steering.refusal).toBe('wrong-phase');
});
