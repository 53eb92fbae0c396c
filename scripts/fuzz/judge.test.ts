import { expect, test } from 'vitest';
import { instant } from '../../shared/time.ts';
import type { Input } from './inputs.ts';
import { faultOf } from './judge.ts';

const input = (command: object, by = 'organiser'): Extract<Input, { kind: 'command' }> => ({
  kind: 'command',
  by,
  type: 'EnterRemark',
  field: null,
  text: JSON.stringify({ id: 'an-id-of-mine', command }),
});
const sound = { type: 'EnterRemark', kind: 'incident', team: null, text: 'Micro en panne' };
const taken = { ok: true, at: instant(1) } as const;
const refused = (code: 'malformed' | 'wrong-phase' | 'unknown-command' | 'storage-failed') => ({ ok: false, code }) as const;

test('[H41] an answer is judged by the schema and by who may give the command', () => {
  expect(faultOf(input(sound), taken)).toBeNull();
  expect(faultOf(input({ ...sound, text: 3 }), refused('malformed'))).toBeNull();
  expect(faultOf(input({ ...sound, text: 3 }), taken)).toContain('the schema refuses');
  expect(faultOf(input(sound, 'public'), taken)).toContain('may not give');
  expect(faultOf(input({ ...sound, text: 3 }), refused('wrong-phase'))).toContain('cannot be read');
  expect(faultOf(input(sound), refused('unknown-command'))).toContain('the schema knows it');
  expect(faultOf(input(sound), refused('storage-failed'))).toContain('journal');
  expect(faultOf(input(sound), null)).toContain('closed');
});
