import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What a line of one's own making may be: of which address, and whether it answers pings as a screen does. */
interface Manner {
  readonly localAddress?: string;
  readonly pongs?: boolean;
  readonly path?: string;
}

const WEBSOCKET = '/live/?EIO=4&transport=websocket';

/** A WebSocket frame as a client sends it: whole and masked, whatever its kind. */
export function framed(payload: Buffer, opcode = 1): Buffer {
  const length = payload.length;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0xfe, length >> 8, length & 0xff])
        : Buffer.from([
            0x80 | opcode,
            0xff,
            0,
            0,
            0,
            0,
            (length >>> 24) & 0xff,
            (length >>> 16) & 0xff,
            (length >>> 8) & 0xff,
            length & 0xff,
          ]);
  // A mask of zeros is a mask.
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

/** A WebSocket without a library: it can say what no library would, keep silent, or read nothing. For tests, floods and fuzzing. */
export class RawLine {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  hear: (text: string) => void = () => undefined;
  #left = Buffer.alloc(0);
  readonly #pongs: boolean;

  private constructor(socket: Socket, pongs: boolean) {
    this.socket = socket;
    this.#pongs = pongs;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    // As every WebSocket has it: small messages leave at once.
    socket.setNoDelay(true);
  }

  /** Open as a WebSocket; rejects with the status line when the server does not. */
  static async open(origin: string, { localAddress, pongs = true, path = WEBSOCKET }: Manner = {}): Promise<RawLine> {
    const { hostname, port, host } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port), ...(localAddress === undefined ? {} : { localAddress }) });
    const line = new RawLine(socket, pongs);
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    await new Promise<void>((resolve, reject) => {
      let head = Buffer.alloc(0);
      const read = (bytes: Buffer) => {
        head = Buffer.concat([head, bytes]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', read);
        const status = head.subarray(0, head.indexOf('\r\n')).toString();
        if (!status.includes(' 101 ')) {
          socket.destroy();
          reject(new Error(status));
          return;
        }
        socket.on('data', (more) => line.#read(more));
        line.#read(head.subarray(end + 4));
        resolve();
      };
      socket.on('data', read);
      void line.closed.then(() => reject(new Error('closed')));
    });
    return line;
  }

  /** Open, say who one is, and be welcomed; rejects with the server's code when it is not let in. */
  static async enter(link: string, manner: Manner = {}): Promise<RawLine> {
    const { origin, pathname, hash } = new URL(link);
    const line = await RawLine.open(origin, manner);
    await new Promise<void>((resolve, reject) => {
      line.hear = (text) => {
        if (text.startsWith('42["welcome"')) resolve();
        else if (text.startsWith('44')) {
          line.leave();
          reject(new Error(text.slice(2)));
        }
      };
      void line.closed.then(() => reject(new Error('closed')));
      line.say(`40${JSON.stringify({ forum: pathname.split('/')[1], token: hash.slice(1) })}`);
    });
    line.hear = () => undefined;
    return line;
  }

  say(text: string): void {
    this.socket.write(framed(Buffer.from(text)));
  }

  leave(): void {
    this.socket.destroy();
  }

  #read(bytes: Buffer): void {
    let left = this.#left.length === 0 ? bytes : Buffer.concat([this.#left, bytes]);
    for (;;) {
      const short = (left[1] ?? 0) & 0x7f;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (left.length < head) break;
      const length = short === 126 ? left.readUInt16BE(2) : short === 127 ? left.readUInt32BE(6) : short;
      if (left.length < head + length) break;
      if (((left[0] ?? 0) & 0x0f) === 1) this.#heard(left.subarray(head, head + length).toString());
      left = left.subarray(head + length);
    }
    this.#left = Buffer.from(left);
  }

  #heard(text: string): void {
    if (text === '2' && this.#pongs) this.say('3');
    else this.hear(text);
  }
}
