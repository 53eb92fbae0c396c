import { networkInterfaces } from 'node:os';
import type { Visit } from './visit.ts';

/** This machine's IPv4 addresses on its networks, the likely ones of a room first. */
function networkAddresses(): readonly string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Home and venue networks before the ranges that containers and virtual machines use. */
function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return 2;
}

const LOOPBACK = /^(localhost|127\.|\[::1\])/;
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Where programs on this machine reach the server. */
export function localOrigin(protocol: Visit['protocol'], host: string, port: number): string {
  return `${protocol}://${EVERYWHERE.has(host) ? '127.0.0.1' : bracketed(host)}:${port}`;
}

/** Every origin under which phones in the room may reach the server, by its names first if it has some; this machine's own if it has no network. */
export function roomOrigins(protocol: Visit['protocol'], host: string, port: number, names: readonly string[]): readonly string[] {
  const addresses = [...names, ...(EVERYWHERE.has(host) ? networkAddresses() : [host])];
  return addresses.length === 0
    ? [localOrigin(protocol, host, port)]
    : addresses.map((address) => `${protocol}://${bracketed(address)}:${port}`);
}

/**
 * The origin to put in a link made for someone who asked here: the same origin, since it evidently works, unless it is
 * this machine's own name for itself, which no phone can follow.
 */
export function originFor({ host, protocol }: Visit, fallback: string): string {
  return host === undefined || LOOPBACK.test(host) ? fallback : `${protocol}://${host}`;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
