import type { TieRule } from '../../../shared/setup.ts';
import type { Views } from '../../shared.ts';
import { ladder as words } from '../../text/ladder.ts';

/** A step of the ladder in a word: the criterion's own name, or what it is. */
export const stepWord = (rule: TieRule, criteria: Views['grid']['criteria']): string =>
  words.by(rule.by, rule.by === 'criterion' ? (criteria.find(({ id }) => id === rule.criterion)?.name ?? rule.criterion) : '');
