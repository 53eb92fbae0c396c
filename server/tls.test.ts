import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, afterEach, expect, test } from 'vitest';
import { namesOf, readKeys } from './certificate.ts';
import { readConfig } from './config.ts';
import { Fault } from './fault.ts';
import { greeting, readyLine } from './greeting.ts';
import { House } from './testing/house.ts';
import { pitching } from './testing/steer.ts';

const folder = mkdtempSync(join(tmpdir(), 'estrade-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let house: House | null = null;
afterEach(() => house?.remove());

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const DAY = 24 * 3_600_000;
const made = async (from: number, to: number) => {
  const altNames = ['Jury.example.org', '*.example.org', 'second.example.org'].map((value) => ({ type: 2 as const, value }));
  return generate([{ name: 'commonName', value: 'jury' }], {
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() + from * DAY),
    notAfterDate: new Date(Date.now() + to * DAY),
    extensions: [{ name: 'subjectAltName', altNames }],
  });
};

test('[H50] over TLS the afternoon goes on as over http: pages, links, sockets, clock, restart, all by https', async () => {
  house = await new House().open({ tls: 'own' });
  const { served, links } = house;
  const { fingerprint, url } = served;
  const pem = join(house.data, 'tls.pem');
  const ca = readFileSync(pem, 'utf8');
  expect(statSync(pem).mode & 0o077).toBe(0);
  expect(fingerprint).toBe(new X509Certificate(ca).fingerprint256);
  expect(new X509Certificate(ca).subjectAltName).toContain('DNS:estrade.local');

  const answer = await new Promise<{ status?: number; policy: unknown }>((resolve, reject) => {
    get(`${url}/small`, { ca }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, policy: response.headers['content-security-policy'] });
    }).on('error', reject);
  });
  expect(answer.status).toBe(200);
  const said = [readyLine(served), greeting(served, false)];
  for (const text of said) {
    expect(text).toContain(fingerprint);
    expect(text).not.toContain('http://');
  }
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ url, links: { mc: expect.stringMatching(/^https:/) }, fingerprint });

  const mc = await house.join(links.mc, {}, { ca });
  const viewer = await house.join(links.public, {}, { ca, extraHeaders: { Origin: url, Host: new URL(url).host } });
  expect(viewer.join).toBe(links.public);
  const [received, sent] = (await viewer.socket.emitWithAck('clock')) as [number, number];
  expect(sent).toBeGreaterThanOrEqual(received);
  await pitching(mc);
  await viewer.until(({ live }) => live?.scene.show === 'pitch' && live.scene.clock.runningSince !== null);

  await house.close();
  await house.open({ tls: 'own' });
  expect(house.served.fingerprint).toBe(fingerprint);
  const back = await house.join(house.links.mc, {}, { ca });
  expect(back.views.live?.scene).toMatchObject({ show: 'pitch', clock: { reason: 'restart' } });
});

test('[H50] a given certificate is used as it is, and its first name leads the links', async () => {
  const { cert, private: key } = await made(-1, 30);
  const config = readConfig(['--cert', file('a.pem', cert), '--key', file('a.key', key)]);
  expect(config?.tls).toEqual({ cert, key });
  expect(namesOf({ cert, key })).toEqual(['jury.example.org', 'second.example.org']);
  house = await new House().open({ tls: { cert, key } });
  expect(house.served.fingerprint).toBe(new X509Certificate(cert).fingerprint256);
  expect(house.served.origins[0]).toBe(`https://jury.example.org:${house.served.port}`);
});

test('[H51] a certificate or a key that will not do is said in one sentence that names the file', async () => {
  const [good, other, past, ahead] = await Promise.all([made(-1, 30), made(-1, 30), made(-9, -1), made(1, 30)]);
  const [cert, key] = [file('good.pem', good.cert), file('good.key', good.private)];
  const fault = (...files: [string, string]) => {
    try {
      readKeys(...files);
    } catch (error) {
      if (error instanceof Fault) return error.message;
    }
    return 'no fault';
  };
  expect(fault(cert, key)).toBe('no fault');
  expect(fault(key, key)).toBe(`--cert: "${key}" holds no certificate in PEM.`);
  expect(fault(cert, cert)).toMatch(
    /^--key: ".*good\.pem" holds no private key in PEM, or one behind a passphrase, which Estrade does not ask for\.$/,
  );
  expect(fault(cert, file('other.key', other.private))).toMatch(/^--key: ".*other\.key" is not the key of the certificate of --cert\.$/);
  expect(fault(file('past.pem', past.cert), file('past.key', past.private))).toMatch(
    /^--cert: ".*past\.pem" ran out on .+; every phone would refuse it\.$/,
  );
  expect(fault(file('ahead.pem', ahead.cert), file('ahead.key', ahead.private))).toMatch(
    /does not begin before .+; check this machine's date\.$/,
  );
  expect(fault(join(folder, 'absent.pem'), key)).toMatch(/absent\.pem" cannot be read \(ENOENT\)\.$/);
});

test('[H51] a kept certificate that was spoilt is not replaced in silence, and one that ran out is made anew', async () => {
  house = await new House().open({ tls: 'own' });
  const before = house.served.fingerprint;
  const pem = join(house.data, 'tls.pem');
  await house.close();
  writeFileSync(pem, 'spoilt');
  await expect(house.open({ tls: 'own' })).rejects.toThrow(`--tls: "${pem}" holds no certificate in PEM.`);
  expect(readFileSync(pem, 'utf8')).toBe('spoilt');
  const { cert, private: key } = await made(-30, -1);
  writeFileSync(pem, `${key}\n${cert}`);
  await house.open({ tls: 'own' });
  expect(house.served.fingerprint).not.toBe(before);
});
