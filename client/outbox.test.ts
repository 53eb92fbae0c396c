import { describe, expect, test } from 'vitest';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { KeptOutbox, type Shelf } from './outbox.svelte.ts';
import type { Answer, Draft } from './room.ts';

const mark = (value: number): Draft => ({
  type: 'CastBallot',
  team: 'e01' as TeamId,
  marks: { drame: value } as Record<CriterionId, number>,
});
const words = (text: string, team = 'e01') => ({ type: 'WriteFeedback', team: team as TeamId, text }) as const;
const marks = (drafts: readonly Draft[]) => drafts.map((draft) => (draft.type === 'CastBallot' ? Object.values(draft.marks)[0] : null));

function memoryShelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, put: (key, value) => void kept.set(key, value), take: (key) => void kept.delete(key), all: () => [...kept] };
}

/** An outbox whose server answers what a test says, when it says so. */
function outboxWith(answers: (id: string, draft: Draft) => Answer, shelf = memoryShelf()) {
  const sent: { id: string; draft: Draft }[] = [];
  const resting: (() => void)[] = [];
  const outbox = new KeptOutbox({
    shelf,
    name: 'estrade/f/juror/j01/',
    now: () => 1000,
    send: async (id, draft) => {
      sent.push({ id, draft });
      return answers(id, draft);
    },
    pause: () => new Promise((resolve) => resting.push(resolve)),
  });
  return { outbox, sent, shelf, resting };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const ok: Answer = { ok: true, at: 1 as never };

describe('[B9] nothing a juror entered is lost', () => {
  test('without a line, marks stay in order, here and on the shelf, and are sent when it is back under the same ids', async () => {
    let line = false;
    const { outbox, sent, shelf } = outboxWith(() => (line ? ok : { ok: false, code: 'offline' }));
    outbox.keep(mark(1));
    outbox.keep(mark(2));
    await settled();
    expect(marks(outbox.pending.map(({ draft }) => draft))).toEqual([1, 2]);
    expect(shelf.kept.size).toBe(2);
    const ids = outbox.pending.map(({ id }) => id);
    line = true;
    await outbox.flush();
    expect(sent.slice(-2).map(({ id }) => id)).toEqual(ids);
    expect(marks(sent.slice(-2).map(({ draft }) => draft))).toEqual([1, 2]);
    expect(shelf.kept.size).toBe(0);
  });

  test('a page that was closed finds them again; another audience’s are left alone', async () => {
    const shelf = memoryShelf();
    const first = outboxWith(() => ({ ok: false, code: 'offline' }), shelf);
    first.outbox.keep(mark(4));
    first.outbox.keep(mark(5));
    await settled();
    shelf.put('estrade/f/juror/j02/x', JSON.stringify({ id: 'x', draft: mark(9), keptAt: 0 }));
    const second = outboxWith(() => ok, shelf);
    expect(marks(second.outbox.pending.map(({ draft }) => draft))).toEqual([4, 5]);
    await second.outbox.flush();
    expect([...shelf.kept.keys()]).toEqual(['estrade/f/juror/j02/x']);
  });

  test('one refused by the lock is kept and said until its owner has seen it; the next ones are still sent', async () => {
    const { outbox, shelf } = outboxWith((_id, draft) => (marks([draft])[0] === 1 ? { ok: false, code: 'ballots-locked' } : ok));
    outbox.keep(mark(1));
    outbox.keep(mark(2));
    await settled();
    expect(outbox.refused).toMatchObject([{ code: 'ballots-locked', draft: mark(1), at: 1000 }]);
    expect(shelf.kept.size).toBe(1);
    const [refused] = outbox.refused;
    outbox.forget(refused?.id ?? '');
    expect(outbox.refused).toEqual([]);
    expect(shelf.kept.size).toBe(0);
  });

  test('what was answered stays overlaid until a view shows it', async () => {
    const { outbox } = outboxWith(() => ok);
    outbox.keep(mark(3));
    await settled();
    expect(outbox.pending).toHaveLength(1);
    outbox.shown();
    expect(outbox.pending).toEqual([]);
  });

  test('a disk that fails is tried again', async () => {
    let broken = true;
    const { outbox, sent, resting } = outboxWith(() => (broken ? { ok: false, code: 'storage-failed' } : ok));
    outbox.keep(mark(3));
    await settled();
    expect(outbox.pending).toHaveLength(1);
    broken = false;
    resting[0]?.();
    await settled();
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    outbox.shown();
    expect(outbox.pending).toEqual([]);
    expect(outbox.refused).toEqual([]);
  });

  test('[W21] what is too many is sent again after a while, under the same id and in order, and no mark is lost', async () => {
    let left = 2;
    const { outbox, sent, shelf, resting } = outboxWith(() => {
      left -= 1;
      return left >= 0 ? ok : { ok: false, code: 'too-many' };
    });
    for (const value of [1, 2, 3, 4, 5]) outbox.keep(mark(value));
    await settled();
    expect(marks(sent.map(({ draft }) => draft))).toEqual([1, 2, 3]);
    expect([outbox.refused, shelf.kept.size]).toEqual([[], 3]);
    left = 1;
    for (const rest of resting.splice(0)) rest();
    await settled();
    expect(marks(sent.map(({ draft }) => draft))).toEqual([1, 2, 3, 3, 4]);
    left = 9;
    for (const rest of resting.splice(0)) rest();
    await settled();
    expect(marks(sent.map(({ draft }) => draft))).toEqual([1, 2, 3, 3, 4, 4, 5]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(5);
    expect([outbox.refused, shelf.kept.size]).toEqual([[], 0]);
  });

  test('a line that does not answer and comes to itself wakes nobody: the queue goes on alone', async () => {
    let silent = true;
    const { outbox, sent, resting } = outboxWith(() => (silent ? { ok: false, code: 'no-answer' } : ok));
    for (const value of [1, 2, 3]) outbox.keep(mark(value));
    await settled();
    silent = false;
    resting[0]?.();
    await settled();
    expect(marks(sent.map(({ draft }) => draft))).toEqual([1, 1, 2, 3]);
  });

  test('words are one command for each pause in typing, kept at each key, and sent with the last of them', async () => {
    const { outbox, sent, shelf, resting } = outboxWith(() => ok);
    for (const text of ['M', 'Me', 'Merci']) outbox.keepWords(words(text));
    expect(shelf.kept.size).toBe(1);
    expect(outbox.pending.map(({ draft }) => draft)).toEqual([words('Merci')]);
    expect(sent).toEqual([]);
    for (const rest of resting.splice(0)) rest();
    await settled();
    expect(sent.map(({ draft }) => draft)).toEqual([words('Merci')]);
    outbox.keepWords(words('Merci !'));
    outbox.keepWords(words('À d’autres.', 'e02'));
    for (const rest of resting.splice(0)) rest();
    await settled();
    expect(sent.map(({ draft }) => draft)).toEqual([words('Merci'), words('Merci !'), words('À d’autres.', 'e02')]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
    expect(shelf.kept.size).toBe(0);
  });

  test('words typed without a line are one command when it is back; those on their way are never changed', async () => {
    let line = false;
    const { outbox, sent, resting } = outboxWith(() => (line ? ok : { ok: false, code: 'offline' }));
    outbox.keepWords(words('Un'));
    resting.splice(0)[0]?.();
    await settled();
    outbox.keepWords(words('Un, deux'));
    resting.splice(0)[0]?.();
    await settled();
    sent.length = 0;
    line = true;
    await outbox.flush();
    expect(sent.map(({ draft }) => draft)).toEqual([words('Un, deux')]);
  });

  test('words on their way when more are typed stay as they were sent', async () => {
    const { outbox, sent, resting } = outboxWith(() => ok);
    outbox.keepWords(words('Un'));
    resting.splice(0)[0]?.();
    await Promise.resolve();
    outbox.keepWords(words('Un, deux'));
    expect(sent).toMatchObject([{ draft: words('Un') }]);
    await settled();
    for (const rest of resting.splice(0)) rest();
    await settled();
    expect(sent.map(({ draft }) => draft)).toEqual([words('Un'), words('Un, deux')]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  test('a page closed in the middle of a word finds it again, and sends it', async () => {
    const shelf = memoryShelf();
    outboxWith(() => ok, shelf).outbox.keepWords(words('Merc'));
    const { outbox, sent } = outboxWith(() => ok, shelf);
    expect(outbox.pending.map(({ draft }) => draft)).toEqual([words('Merc')]);
    await outbox.flush();
    expect(sent.map(({ draft }) => draft)).toEqual([words('Merc')]);
  });

  test('what another hand left on the shelf is passed over, and left there', () => {
    const shelf = memoryShelf();
    for (const [key, value] of [
      ['a', '{'],
      ['b', 'null'],
      ['c', '"x"'],
      ['d', '{"id":"d"}'],
    ] as const)
      shelf.put(`estrade/f/juror/j01/${key}`, value);
    const { outbox } = outboxWith(() => ok, shelf);
    expect([outbox.pending, outbox.refused, shelf.kept.size]).toEqual([[], [], 4]);
  });

  test('a device without storage still sends', async () => {
    const broken: Shelf = { put: () => undefined, take: () => undefined, all: () => [] };
    const { outbox, sent } = outboxWith(() => ok, { ...broken, kept: new Map() });
    outbox.keep(mark(3));
    await settled();
    expect(sent).toHaveLength(1);
  });
});
