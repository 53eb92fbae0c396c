import { describe, expect, test } from 'vitest';
import { e04, e08, e11 } from './moments.ts';
import { MotionDraft } from './motion-draft.svelte.ts';

describe('a motion being written', () => {
  test('a replacement wants two teams and a reason, and says which is lacking', () => {
    const draft = new MotionDraft();
    expect(draft.lacking).toBe('Choisissez les deux équipes');
    [draft.put, draft.out] = [e11, e08];
    expect(draft.lacking).toBe('Écrivez le motif');
    expect(draft.command([])).toBeNull();
    draft.reason = ' Prête ';
    expect(draft.command([e08])).toEqual({
      type: 'OpenMotion',
      question: { kind: 'replace', put: e11, out: e08, reason: 'Prête' },
      secret: false,
    });
  });
  test('a list is the one on the screen', () => {
    const draft = new MotionDraft();
    draft.kind = 'list';
    draft.reason = 'Ensemble';
    draft.secret = true;
    expect(draft.command([e04, e08])).toMatchObject({ question: { kind: 'list', teams: [e04, e08] }, secret: true });
  });
  test('a free question is its text', () => {
    const draft = new MotionDraft();
    draft.kind = 'free';
    expect(draft.lacking).toBe('Écrivez la question');
    draft.text = 'Suspendre dix minutes ?';
    expect(draft.command([])).toMatchObject({ question: { kind: 'free', text: 'Suspendre dix minutes ?' } });
  });
});
