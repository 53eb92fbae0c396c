import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Where a request was sent to, and from. */
export interface Visit {
  readonly protocol: 'http' | 'https';
  /** Name and port, as the sender typed them; undefined from a sender that says none, or something that is none. */
  readonly host: string | undefined;
  /** The network address it came from. */
  readonly address: string;
}

/** Names, addresses and ports as they may stand in a Host header; nothing else is ever put in a link or in a policy. */
const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Read from the connection itself; behind a reverse proxy (`--trust-proxy`) from what the proxy says of its own visitor: of each header the
 * last value, since those before it came with the request. Without that flag anyone could write them.
 */
export function visitOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trustProxy: boolean): Visit {
  const told = (name: string) =>
    trustProxy
      ? String(headers[name] ?? '')
          .split(',')
          .at(-1)
          ?.trim() || undefined
      : undefined;
  const protocol = told('x-forwarded-proto') ?? ('encrypted' in socket ? 'https' : 'http');
  return {
    protocol: protocol === 'https' ? 'https' : 'http',
    host: plausible(told('x-forwarded-host') ?? headers.host),
    address: told('x-forwarded-for') ?? socket.remoteAddress ?? '',
  };
}

const plausible = (host: string | undefined): string | undefined => (host !== undefined && HOST.test(host) ? host : undefined);

/**
 * Whether a request may come from one of our own pages, or from no page at all. A browser says by itself which site's page is asking; a
 * program says nothing, and is let in. With a name of our own (`--name`) a page under any other name is another site's, even where that
 * name leads here for the moment.
 */
export function fromOurPage({ headers }: Pick<IncomingMessage, 'headers'>, { host }: Visit, name: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  const asking = hostOf(origin);
  if (asking === null || !isOurName(nameOf(asking), name)) return false;
  // A proxy that changes the Host hides under which name it was asked; the browser still knows.
  return site === 'same-origin' || (host !== undefined && bare(host) === bare(asking));
}

/** Whether an address that was asked is one of ours: with a name of our own, another one is not. */
export function isOurAddress({ host }: Visit, name: string | null): boolean {
  return host === undefined || isOurName(nameOf(host), name);
}

/** Where an Origin header says its page is from; null for none that can be told: a file, a frame in a sandbox. */
function hostOf(origin: string): string | null {
  try {
    const { protocol, host } = new URL(origin);
    return protocol === 'http:' || protocol === 'https:' ? host : null;
  } catch {
    return null;
  }
}

/** With no name given, any leads here. Addresses and names of the room's own network cannot be made to by somebody outside it. */
function isOurName(asked: string, name: string | null): boolean {
  return name === null || asked === name || isIP(asked.replace(/^\[|\]$/g, '')) > 0 || !asked.includes('.') || asked.endsWith('.local');
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
const bare = (host: string): string => host.replace(/:(?:80|443)$/, '').toLowerCase();
