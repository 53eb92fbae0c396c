import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a device and the server that can go dead without closing anything, as crowded Wi-Fi does. */
export class DeadLine {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #dead = false;

  private constructor(target: number) {
    this.#server = createServer((device) => {
      const server = connect(target, '127.0.0.1');
      for (const [from, to] of [
        [device, server],
        [server, device],
      ] as const) {
        this.#sockets.add(from);
        from.on('data', (bytes) => this.#dead || to.write(bytes));
        from.on('error', () => undefined);
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
      }
    });
  }

  /** A line to what a link leads to, and the link through it. */
  static async to(link: string): Promise<{ line: DeadLine; link: string }> {
    const url = new URL(link);
    const line = new DeadLine(Number(url.port));
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    url.port = String((line.#server.address() as AddressInfo).port);
    return { line, link: String(url) };
  }

  /** From now on nothing passes, either way, and nobody is told. */
  die(): void {
    this.#dead = true;
  }

  revive(): void {
    this.#dead = false;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
