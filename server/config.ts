import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Setup } from '../shared/setup.ts';
import { type Keys, readKeys } from './certificate.ts';
import { Fault } from './fault.ts';
import { readForum } from './forum-file.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** The set-up named on the command line; null: what the data folder holds, or the Amiens forum. */
  readonly setup: Setup | null;
  /** The name under which the room reaches the server, in lower case; null: its addresses. */
  readonly name: string | null;
  /** Folder in which a copy of each forum's file is kept; null: none. */
  readonly backup: string | null;
  /** A copy to start from. */
  readonly restore: string | null;
  /** Plain http, https by a certificate of the server's own, or by the one that was given. */
  readonly tls: 'off' | 'own' | Keys;
  /** Behind a reverse proxy: what its X-Forwarded headers say is believed. */
  readonly trustProxy: boolean;
  readonly json: boolean;
}

/** The command line, read and checked, before anything is opened or created. Throws a `Fault`; null when help was asked for. */
export function readConfig(args: readonly string[]): Config | null {
  const values = parse(args);
  if (values.help) return null;
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
    throw new Fault(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
  if (values.host === '') throw new Fault('--host must be an address to listen on, like 127.0.0.1; it is empty.');
  if (values.data === '') throw new Fault('--data must name a folder; it is empty.');
  if (values.backup === '') throw new Fault('--backup must name a folder, such as that of a USB key; it is empty.');
  if (values.restore === '') throw new Fault('--restore must name a copy of a forum’s file; it is empty.');
  if (values.backup !== undefined) checkBackup(values.backup, values.data);
  return {
    port,
    host: values.host,
    data: values.data,
    setup: values.forum === undefined ? null : readForum(values.forum),
    name: values.name === undefined ? null : readName(values.name),
    backup: values.backup ?? null,
    restore: values.restore ?? null,
    tls: readTls(values),
    trustProxy: values['trust-proxy'],
    json: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        host: { type: 'string', default: '0.0.0.0' },
        data: { type: 'string', default: 'data' },
        forum: { type: 'string' },
        name: { type: 'string' },
        backup: { type: 'string' },
        restore: { type: 'string' },
        tls: { type: 'boolean', default: false },
        cert: { type: 'string' },
        key: { type: 'string' },
        'trust-proxy': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Fault(`${firstSentence(error)} See npm start -- --help.`);
  }
}

function readName(name: string): string {
  if (!/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(name))
    throw new Fault(`--name must be a host name like jury.example.org, without port or slash, not "${name}".`);
  return name.toLowerCase();
}

/** A key that is not there yet may still come; a wrong name is a fault. */
function checkBackup(folder: string, data: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new Fault(`--backup: "${folder}" is not a folder.`);
  if (real(folder) === real(data))
    throw new Fault('--backup must name another folder than --data: a copy beside its original is lost with it.');
}

const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));

function readTls({ tls, cert, key }: Pick<ReturnType<typeof parse>, 'tls' | 'cert' | 'key'>): Config['tls'] {
  if (cert === undefined && key === undefined) return tls ? 'own' : 'off';
  if (cert === undefined || key === undefined)
    throw new Fault(`--cert and --key go together: ${cert === undefined ? '--cert' : '--key'} is missing.`);
  if (tls) throw new Fault('--tls makes a certificate of its own: leave it out, or leave out --cert and --key.');
  return readKeys(cert, key);
}

const firstSentence = (error: unknown): string => `${String((error as Error).message).split(/[.\n]/)[0]}.`;
