import { describe, expect, test } from 'vitest';
import { at } from '../../gallery/literal.ts';
import { list as words } from '../../text/list.ts';
import { closingFault } from './closing.ts';
import { departed, eight, split, stepTaken, tie, toDepart, voteOpen } from './moments.ts';
import { quorumWords } from './quorum.ts';
import { states } from './states.ts';

const open = states['deliberation-late']?.views.presidency.reopened ?? [];

describe('what keeps the list open is its button’s own words', () => {
  test('nothing', () => expect(closingFault(stepTaken, eight, [])).toBeNull());
  test('an adopted departure is none', () => expect(closingFault(departed, departed.list, [])).toBeNull());
  test.each([
    ['a place without a team', stepTaken, eight.slice(1), [], 'La liste n’a que 7 projets'],
    ['an empty list', stepTaken, [], [], 'La liste est vide'],
    ['a vote', voteOpen, eight, [], words.faults.motion],
    ['a casting vote', split, eight, [], words.faults.casting],
    ['a ballot open again', stepTaken, eight, open, words.faults.ballot],
    ['a tie', tie, eight, [], words.faults.tie],
    ['no quorum', { ...stepTaken, quorum: { ...stepTaken.quorum, met: false } }, eight, [], words.faults.quorum],
    ['a departure not voted', toDepart, toDepart.list, [], words.faults.departure],
  ] as const)('%s', (_, deliberation, list, reopened, said) => expect(closingFault(deliberation, list, reopened)).toBe(said));
  test('a ballot closed again is no more in the way', () =>
    expect(
      closingFault(
        stepTaken,
        eight,
        open.map((one) => ({ ...one, closedAt: at('17:03') })),
      ),
    ).toBeNull());
});

describe('quorum', () => {
  const quorum = { present: 9, of: 15, needed: 8, met: true, colleges: [] };
  test('met', () => expect(quorumWords(quorum)).toBe('Quorum atteint\u00a0: 9 sur 15'));
  test('not met in all', () => expect(quorumWords({ ...quorum, present: 6, met: false })).toBe('Quorum non atteint\u00a0: 6 sur 8 requis'));
  test('met in all, not in one college', () =>
    expect(quorumWords({ ...quorum, met: false, colleges: [{ college: 'elu', present: 1, needed: 2 }] })).toBe(
      'Quorum non atteint\u00a0: élus 1 sur 2 requis',
    ));
});
