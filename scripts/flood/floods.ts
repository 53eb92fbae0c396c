import { connect, type Socket } from 'node:net';
import { RawLine } from '../../server/testing/raw-line.ts';

/** Where a flood goes, and whence: loopback has many addresses. */
interface Target {
  readonly url: string;
  readonly public: string;
  /** A juror's link. */
  readonly juror: string;
  readonly from: string;
}

/** A flood: begun, it goes on until it is stopped; it then says in a sentence what it met. */
export interface Flood {
  readonly name: string;
  /** Whether the organiser must be told, and as what; null where nobody exceeds what an honest room does. */
  readonly named: string | null;
  readonly begin: (target: Target) => () => string;
}

/** Begin again and again, so many at once, until stopped. */
function forEver(atOnce: number, act: () => Promise<void>): () => void {
  let on = true;
  for (let one = 0; one < atOnce; one += 1)
    void (async () => {
      while (on) await act().catch(() => undefined);
    })();
  return () => {
    on = false;
  };
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 100));

/** Connections without a link, held as long as the server lets them; whoever is sent away tries again. */
const strangers: Flood = {
  name: '5,000 connections without a link',
  named: 'public',
  begin({ public: link, from }) {
    const held = new Set<RawLine>();
    let kept = 0;
    let tries = 0;
    const stop = forEver(50, async () => {
      if (held.size >= 5_000) return soon();
      tries += 1;
      const line = await RawLine.enter(link, { localAddress: from }).catch(async () => {
        kept += 1;
        return soon();
      });
      if (!line) return;
      held.add(line);
      void line.closed.then(() => held.delete(line));
    });
    return () => {
      stop();
      const open = held.size;
      for (const line of held) line.leave();
      return `${open} held open, ${kept} of ${tries} sent away`;
    };
  },
};

const commands: Flood = {
  name: 'one link, 1,000 commands a second',
  named: 'juror',
  begin({ juror, from }) {
    const met = { taken: 0, 'too-many': 0, closed: 0, sent: 0 };
    let line: RawLine | null = null;
    let opening = false;
    const open = async () => {
      opening = true;
      line = await RawLine.enter(juror, { localAddress: from }).catch(() => null);
      opening = false;
      if (!line) return;
      line.hear = (text) => {
        if (text.includes('"too-many"')) met['too-many'] += 1;
        else if (text.startsWith('43') && text.includes('"ok":true')) met.taken += 1;
      };
      void line.closed.then(() => {
        met.closed += 1;
        line = null;
      });
    };
    const timer = setInterval(() => {
      if (!line && !opening) void open();
      for (let one = 0; line && one < 10; one += 1) {
        met.sent += 1;
        line.say(
          `42${met.sent}["command",{"id":"flood-${met.sent}","command":{"type":"CastTrialBallot","marks":{"drame":${1 + (met.sent % 5)}}}}]`,
        );
      }
    }, 10);
    return () => {
      clearInterval(timer);
      line?.leave();
      return `${met.sent} sent, ${met.taken} taken, ${met['too-many']} refused as too many, cut off ${met.closed} times`;
    };
  },
};

const doors: Flood = {
  name: 'sockets opened and closed in a loop',
  named: 'public',
  begin({ url, from }) {
    let opened = 0;
    let refused = 0;
    const stop = forEver(20, async () => {
      const line = await RawLine.open(url, { localAddress: from }).catch(async () => {
        refused += 1;
      });
      if (line) opened += 1;
      line?.leave();
    });
    return () => {
      stop();
      return `${opened} opened, ${refused} refused`;
    };
  },
};

const slow: Flood = {
  name: '2,000 requests that never end (slow-loris)',
  named: null,
  begin({ url, from }) {
    const { hostname, port } = new URL(url);
    const held = new Set<Socket>();
    let cut = 0;
    const stop = forEver(20, async () => {
      if (held.size >= 2_000) return soon();
      const socket = connect({ port: Number(port), host: hostname, localAddress: from });
      socket.on('error', () => undefined).on('data', () => undefined);
      await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
      held.add(socket);
      socket.once('close', () => {
        cut += 1;
        held.delete(socket);
      });
    });
    const drip = setInterval(() => {
      for (const socket of held) socket.write('X: y\r\n');
    }, 1_000);
    return () => {
      stop();
      clearInterval(drip);
      const open = held.size;
      for (const socket of held) socket.destroy();
      return `${open} held open, ${cut} cut off by the server`;
    };
  },
};

const deaf: Flood = {
  name: '200 screens that read nothing',
  named: null,
  begin({ public: link, from }) {
    let cut = 0;
    const held = new Set<RawLine>();
    const stop = forEver(10, async () => {
      if (held.size >= 200) return soon();
      const line = await RawLine.enter(link, { localAddress: from, pongs: false });
      line.socket.pause();
      held.add(line);
      void line.closed.then(() => {
        cut += 1;
        held.delete(line);
      });
    });
    // Pongs for pings it never read, and the clock asked without listening.
    const pongs = setInterval(() => {
      for (const line of held) {
        line.say('3');
        line.say('420["clock"]');
      }
    }, 500);
    return () => {
      stop();
      clearInterval(pongs);
      const open = held.size;
      for (const line of held) line.leave();
      return `${open} held open, ${cut} cut off`;
    };
  },
};

const honestStorm: Flood = {
  name: '200 phones come back at once, again and again (honest)',
  named: null,
  begin({ public: link, from }) {
    let refused = 0;
    let came = 0;
    const stop = forEver(1, async () => {
      const back = await Promise.allSettled(Array.from({ length: 200 }, () => RawLine.enter(link, { localAddress: from })));
      for (const one of back) {
        if (one.status === 'rejected') refused += 1;
        else {
          came += 1;
          one.value.leave();
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 2_500));
    });
    return () => {
      stop();
      return `${came} let in, ${refused} refused`;
    };
  },
};

export const FLOODS: readonly Flood[] = [strangers, commands, doors, slow, deaf, honestStorm];
