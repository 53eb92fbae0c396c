import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { runningClock } from './clock.ts';
import { Fault } from './fault.ts';

/** What a server proves itself by: PEM, checked to go together and to be in date. */
export interface Keys {
  readonly cert: string;
  readonly key: string;
}

const DAY = 24 * 3_600_000;
/** Browsers of phones take no longer a certificate than 825 days. */
const LIFE = 730 * DAY;

/** A certificate and its key from two files. Throws a `Fault` that names the file and what is wrong with it. */
export function readKeys(certFile: string, keyFile: string): Keys {
  const [cert, key] = [readPem('--cert', certFile), readPem('--key', keyFile)];
  return checked({ cert, key }, `--cert: "${certFile}"`, `--key: "${keyFile}"`);
}

/** The server's own certificate, made at its first start and kept in the data folder, so that whoever trusted it once need not again. */
export async function ownKeys(data: string, name: string | null): Promise<Keys> {
  const file = join(data, 'tls.pem');
  if (existsSync(file)) {
    const both = readPem('--tls', file);
    const certificate = certificateOf(both, `--tls: "${file}"`);
    if (Date.parse(certificate.validTo) > now() + DAY) return checked({ cert: both, key: both }, `--tls: "${file}"`, `--tls: "${file}"`);
  }
  const both = await make(name);
  try {
    writeFileSync(`${file}.new`, both, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new Fault(`--tls: "${file}" cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  return { cert: both, key: both };
}

/** SHA-256 of a certificate, in pairs of hexadecimal digits, as browsers show it. */
export const fingerprintOf = ({ cert }: Keys): string => new X509Certificate(cert).fingerprint256;

/** The host names a certificate was made for, in its order, without wildcards. */
export function namesOf({ cert }: Keys): readonly string[] {
  const names = (new X509Certificate(cert).subjectAltName ?? '').split(', ').filter((name) => name.startsWith('DNS:'));
  return names.map((name) => name.slice(4).toLowerCase()).filter((name) => /^[a-z0-9.-]+$/.test(name));
}

async function make(name: string | null): Promise<string> {
  const { generate } = await import('selfsigned');
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address.replace(/%.*/, '')));
  const made = await generate([{ name: 'commonName', value: name ?? 'Estrade' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A laptop whose clock is a little behind the phones' is no reason to refuse it.
    notBeforeDate: new Date(now() - DAY),
    notAfterDate: new Date(now() + LIFE - DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...[...(name === null ? [] : [name]), 'estrade.local', 'localhost'].map((value) => ({ type: 2 as const, value })),
          ...[...new Set(addresses)].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return `${made.private.trim()}\n${made.cert.trim()}\n`;
}

function checked({ cert, key }: Keys, certWhere: string, keyWhere: string): Keys {
  const certificate = certificateOf(cert, certWhere);
  let secret: ReturnType<typeof createPrivateKey>;
  try {
    secret = createPrivateKey(key);
  } catch {
    throw new Fault(`${keyWhere} holds no private key in PEM, or one behind a passphrase, which Estrade does not ask for.`);
  }
  if (!certificate.checkPrivateKey(secret)) throw new Fault(`${keyWhere} is not the key of the certificate of --cert.`);
  if (Date.parse(certificate.validTo) <= now())
    throw new Fault(`${certWhere} ran out on ${certificate.validTo}; every phone would refuse it.`);
  if (Date.parse(certificate.validFrom) > now())
    throw new Fault(`${certWhere} does not begin before ${certificate.validFrom}; check this machine's date.`);
  return { cert, key };
}

function certificateOf(pem: string, where: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Fault(`${where} holds no certificate in PEM.`);
  }
}

function readPem(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Fault(`${flag}: "${file}" cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

const now = (): number => runningClock().now();
