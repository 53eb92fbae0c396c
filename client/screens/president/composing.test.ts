import { expect, test } from 'vitest';
import { at, room, team } from '../../gallery/literal.ts';
import type { Answer, Draft } from '../../room.ts';
import { settled } from '../../ui/jury/literal.ts';
import { Composing } from './composing.svelte.ts';

const order = ['e10', 'e04', 'e08'].map(team);
const [a, b, c] = order as [(typeof order)[0], (typeof order)[0], (typeof order)[0]];

/** A president's hand, and a server that answers when told. */
function open(list: readonly (typeof a)[]) {
  const sent: { draft: Draft; answer: (answer: Answer) => void }[] = [];
  let deliberation = { ...settled, list, places: 2 };
  const send = (draft: Draft) => new Promise<Answer>((answer) => sent.push({ draft, answer }));
  const composing = new Composing(() => ({ room: room(at('17:10'), { send }), deliberation, order }));
  const recorded = (teams: readonly (typeof a)[]) => {
    deliberation = { ...deliberation, list: teams };
  };
  return { composing, sent, recorded };
}
const ok: Answer = { ok: true, at: at('17:10') };

test('a touch shows at once, in passing order, and stays when its view comes after its answer', async () => {
  const { composing, sent, recorded } = open([c]);
  const done = composing.move(a, 'in');
  expect(composing.list).toEqual([a, c]);
  expect(sent[0]?.draft).toEqual({ type: 'ComposeList', teams: [a, c], discuss: [] });
  sent[0]?.answer(ok);
  await done;
  expect(composing.list).toEqual([a, c]);
  recorded([a, c]);
  recorded([a]);
  expect(composing.list).toEqual([a]);
});

test('a refused touch goes back to what is recorded', async () => {
  const { composing, sent } = open([c]);
  const done = composing.move(a, 'in');
  sent[0]?.answer({ ok: false, code: 'list-closed' });
  expect(await done).toEqual({ ok: false, code: 'list-closed' });
  expect(composing.list).toEqual([c]);
});

test('two touches in a row: the answer to the first changes nothing', async () => {
  const { composing, sent } = open([]);
  const first = composing.move(b, 'in');
  const second = composing.move(a, 'in');
  expect(sent[1]?.draft).toEqual({ type: 'ComposeList', teams: [a, b], discuss: [] });
  sent[0]?.answer({ ok: false, code: 'offline' });
  await first;
  expect(composing.list).toEqual([a, b]);
  expect(composing.full).toBe(true);
  sent[1]?.answer(ok);
  await second;
  expect(composing.sideOf(b)).toBe('in');
});

test('a team is in, out, or to be spoken of again, never two of them', async () => {
  const { composing, sent } = open([a, c]);
  const done = composing.move(a, 'discuss');
  expect(composing.list).toEqual([c]);
  expect(composing.discuss).toEqual([a]);
  expect(sent[0]?.draft).toEqual({ type: 'ComposeList', teams: [c], discuss: [a] });
  sent[0]?.answer(ok);
  await done;
  void composing.move(a, 'out');
  expect(sent[1]?.draft).toEqual({ type: 'ComposeList', teams: [c], discuss: [] });
});
