import { decodeQR } from 'qr/decode.js';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Qr from './Qr.svelte';

const SCALE = 4;

/** Paint the drawn modules as a camera would see them, dark on light. */
function photograph(body: string): { width: number; height: number; data: Uint8ClampedArray } {
  const side = Number(/viewBox="0 0 (\d+)/.exec(body)?.[1]) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of body.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const start = ((Number(y) * SCALE + row) * side + Number(x) * SCALE) * 4;
      for (let pixel = 0; pixel < SCALE; pixel += 1) data.fill(0, start + pixel * 4, start + pixel * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

test.each(['http://192.168.1.20:8080/#f=amiens-2019&k=a1b2c3d4e5f6a7b8c9d0', 'https://estrade.example/amiens-2019'])(
  'a camera reads back %s',
  (text) => {
    const { body } = render(Qr, { props: { text, label: 'Page publique' } });
    expect(decodeQR(photograph(body), { timeLimit: 5_000 })).toBe(text);
  },
);

test('says what it leads to', () => {
  expect(render(Qr, { props: { text: 'x', label: 'Page publique' } }).body).toContain('role="img" aria-label="Page publique"');
});
