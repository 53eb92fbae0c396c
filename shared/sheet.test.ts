import { expect, test } from 'vitest';
import { small } from './testing/forums.ts';
import { given, juror, mc, table } from './testing/given.ts';
import { at } from './testing/times.ts';

const start = given(small());
const write = (part: string, text: string) => ({ type: 'WriteSheet', part, text }) as const;

test('[S7] a team writes the three parts of its own sheet, one at a time', () => {
  const written = start
    .and(write('drama', 'Why'), table('a'), '10:00')
    .and(write('solution', 'What'), table('a'), '10:05')
    .and(write('drama', 'Who'), table('b'), '10:06');
  expect(written.state.sheets).toEqual({
    a: { drama: 'Why', solution: 'What', implementation: '', at: at('10:05') },
    b: { drama: 'Who', solution: '', implementation: '', at: at('10:06') },
  });
  const erased = written.and(write('drama', ''), table('a'));
  expect(erased.state.sheets).toMatchObject({ a: { drama: '', solution: 'What' } });
});

test('[S7] 280 characters a part', () => {
  start.and(write('drama', 'x'.repeat(280)), table('a'));
  start.when(write('drama', 'x'.repeat(281)), table('a')).refuses('malformed');
});

test('[S7] until the brief opens, and nobody else', () => {
  start.and({ type: 'OpenBrief' }).when(write('drama', 'Why'), table('a')).refuses('wrong-phase');
  for (const by of [mc, juror('s2'), { role: 'coach', coach: 'a' } as const]) start.when(write('drama', 'Why'), by).refuses('not-yours');
});
