import { framed } from '../../server/testing/raw-line.ts';
import type { Chance } from './chance.ts';
import { hostile } from './hostile.ts';
import { written } from './json.ts';

const bytes = (chance: Chance, length: number) => Buffer.from(Array.from({ length }, () => chance.below(256)));
const text = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');

/** Bytes to a bare socket: none of them is a request that can be answered. */
export function stream(chance: Chance): readonly Buffer[] {
  switch (chance.below(7)) {
    case 0:
      return [bytes(chance, 1 + chance.below(400))];
    case 1:
      return [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]), bytes(chance, 200)];
    case 2:
      return [Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')];
    case 3:
      return [Buffer.from('GET / HTTP/1.1\r\nHost: x\r\nX: '), bytes(chance, 30)];
    case 4:
      return [Buffer.from(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\n`)];
    case 5:
      return [
        Buffer.from('POST /live/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n'),
        bytes(chance, 50),
      ];
    default:
      return [Buffer.from('\r\n'.repeat(chance.below(2_000))), Buffer.alloc(chance.below(300))];
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PATCH', 'PROPFIND', 'get', 'G€T'];
const ENDS = [
  '',
  '/juror',
  '/mc',
  '/%',
  '/%00',
  '/%ff%fe',
  '/..%2f..%2fetc/passwd',
  '/../../etc/passwd',
  '//',
  '/__proto__',
  '/constructor',
  '/juror/../mc',
  '?a[__proto__]=1',
  '/links',
  '/results.json',
  '/export.json',
  '/minutes.pdf',
  '/feedback/e01.pdf',
  '/feedback/__proto__.pdf',
  '/marks/%e0%a4%a.pdf',
  `/${'x'.repeat(3_000)}`,
];
const HEADERS = [
  'Authorization: Bearer x',
  'Authorization: Bearer __proto__',
  `Authorization: Bearer ${'9'.repeat(5_000)}`,
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: gzip, chunked',
  'Expect: 100-continue',
  'Range: bytes=-1,0-,5-2',
  'If-None-Match: *',
  'If-Modified-Since: NaN',
  'Accept-Encoding: br;q=NaN,*;q=9',
  'Connection: Upgrade\r\nUpgrade: websocket',
  'Connection: Upgrade\r\nUpgrade: h2c',
  'Host: a\r\nHost: b',
  'X-Forwarded-Proto: javascript',
  'Cookie: __proto__=1',
  'X: \u0080\u0000',
  'Accept: */*',
  'Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99',
];

/** One request or several in a row, whole or broken. */
export function request(chance: Chance, forum: string): readonly Buffer[] {
  const one = () => {
    const root = chance.of([
      `/${forum}`,
      `/api/${forum}`,
      '/api/nowhere',
      '/assets',
      '/live/',
      '/healthz',
      '/verify',
      '',
      '/live/?EIO=4&transport=polling',
      '/live/?EIO=4&transport=websocket&sid=__proto__',
      '/live/?EIO=99',
      '/live/?EIO=4&transport=constructor',
    ]);
    const headers = Array.from({ length: chance.below(5) }, () => chance.of(HEADERS));
    const head = text([
      `${chance.of(METHODS)} ${root}${chance.of(ENDS)} HTTP/1.${chance.of(['1', '1', '1', '0', '9'])}`,
      'Host: 127.0.0.1',
      ...headers,
    ]);
    return chance.is(0.2) ? Buffer.concat([head, Buffer.from(written(hostile(chance)).slice(0, 50_000))]) : head;
  };
  const all = Array.from({ length: chance.is(0.2) ? 2 + chance.below(30) : 1 }, one);
  // Pipelined in one piece, or cut in the middle of a header.
  const whole = Buffer.concat(all);
  const cut = chance.below(whole.length);
  return chance.is(0.3) ? [whole.subarray(0, cut), whole.subarray(cut)] : [whole];
}

const masked = (opcode: number, payload: Buffer) => framed(payload, opcode);

/** What is said on a line of its own once it was let in: packets of Engine.IO and Socket.IO, and frames that are none. */
export function packet(chance: Chance): readonly (string | Buffer)[] {
  const value = () => written(hostile(chance)).slice(0, 100_000);
  const ack = chance.of(['', '0', '7', '99999999999999999999999', '-1', 'NaN', '1e3']);
  switch (chance.below(14)) {
    case 0:
      return [`43${ack}[${value()}]`];
    case 1:
      return [
        `45${chance.of(['1', '0', '9', '-1', '99999999', ''])}-${ack}["command",{"_placeholder":true,"num":${chance.of(['0', '-1', '9', '"length"', '1e9'])}}]`,
        masked(2, bytes(chance, 20)),
      ];
    case 2:
      return [`46${chance.of(['1', '2', '1000000'])}-${ack}[{"_placeholder":true,"num":0}]`, masked(2, bytes(chance, 20)), `42["clock"]`];
    case 3:
      return [`42${chance.of(['/', '/admin,', '/__proto__,', '/%00,', `/${'n'.repeat(500)},`])}${ack}["command",${value()}]`];
    case 4:
      return [`40${chance.of(['/admin,', '/x?token=1,', ''])}${value()}`];
    case 5:
      return [
        `42${ack}[${chance.of(['"connect"', '"disconnect"', '"error"', '"newListener"', '"__proto__"', '"constructor"', '"disconnecting"', '0', 'null', '{}', '[]'])},${value()}]`,
      ];
    case 6:
      return [`42${ack}${value()}`];
    case 7:
      return [
        chance.of([
          '0',
          '1',
          '2',
          '2probe',
          '5',
          '6',
          '7',
          '9',
          'b',
          'bAAAA',
          '',
          '\u0000',
          '4',
          '4a',
          '47',
          '49',
          '41',
          '44"x"',
          '42',
          '42[',
          '42[]',
          '42[""]',
        ]),
      ];
    case 8:
      return Array.from({ length: 20 }, () => '40{"forum":"nowhere"}');
    case 9:
      return [masked(chance.of([0, 2, 3, 7, 8, 9, 10, 11, 15]), bytes(chance, chance.below(125)))];
    case 10:
      return [bytes(chance, 1 + chance.below(100))];
    case 11:
      return [masked(1, Buffer.from([0x34, 0x32, 0xff, 0xfe, 0xc3, 0x28]))];
    case 12:
      return [`42${ack}["clock",${value()}]`];
    default:
      return ['3'.repeat(1 + chance.below(3)), `42${ack}["command"]`, `42${ack}["command",null,null,${value()}]`];
  }
}
