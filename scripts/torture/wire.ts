/** A cutter of one direction's bytes into whole WebSocket messages, as a server sends them: after the HTTP answer, unmasked frames. */
export class Wire {
  #rest: Buffer = Buffer.alloc(0);
  #upgraded = false;

  /** The whole pieces that have come, in order. Put together they are the bytes that came, up to the piece under way. */
  take(bytes: Buffer): readonly Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const pieces: Buffer[] = [];
    for (let length = this.#next(); length > 0; length = this.#next()) {
      pieces.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
      this.#upgraded = true;
    }
    return pieces;
  }

  /** Length of the next piece, 0 while it is not there as a whole. */
  #next(): number {
    const rest = this.#rest;
    if (!this.#upgraded) {
      const end = rest.indexOf('\r\n\r\n');
      return end < 0 ? 0 : end + 4;
    }
    if (rest.length < 2) return 0;
    const { header, body } = sizes(rest);
    return header > 0 && rest.length >= header + body ? header + body : 0;
  }
}

function sizes(frame: Buffer): { header: number; body: number } {
  const short = (frame[1] ?? 0) & 0x7f;
  if (short < 126) return { header: 2, body: short };
  if (short === 126) return frame.length < 4 ? { header: 0, body: 0 } : { header: 4, body: frame.readUInt16BE(2) };
  return frame.length < 10 ? { header: 0, body: 0 } : { header: 10, body: Number(frame.readBigUInt64BE(2)) };
}

/** Whether a piece is a Socket.IO acknowledgement: a text frame that begins with `43`. */
export function isAcknowledgement(piece: Buffer): boolean {
  if (((piece[0] ?? 0) & 0x0f) !== 1) return false;
  const { header } = sizes(piece);
  return piece[header] === 0x34 && piece[header + 1] === 0x33;
}
