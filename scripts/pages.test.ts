import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from '../server/serve.ts';
import { smallSetup } from '../server/testing/house.ts';
import { ROLES } from '../shared/audience.ts';
import { build, isBuilt } from './build.mjs';

/** The pages as they are built and served. What a browser makes of them is in client/e2e/doors.spec.ts. */

const built = fileURLToPath(new URL('../dist/client', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'estrade-pages-'));
let served: Served;

beforeAll(async () => {
  if (!isBuilt()) await build();
  served = await serve({ port: 0, host: '127.0.0.1', data, setup: smallSetup() });
}, 240_000);
afterAll(async () => {
  await served.close();
  rmSync(data, { recursive: true, force: true });
});

const PAGES = ['/small', ...ROLES.map((role) => `/small/${role}`), '/verify', '/gallery.html'];

test.each(PAGES)('[T13] %s has nothing inline that runs and asks for nothing elsewhere', async (path) => {
  const html = await (await fetch(served.url + path)).text();
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes = '', content] of scripts) {
    expect(attributes).toMatch(/ src="\/assets\//);
    expect(content).toBe('');
  }
  expect(html).not.toMatch(/ on\w+=|javascript:|<base|<iframe|http-equiv/i);
  for (const [, address = ''] of html.matchAll(/ (?:src|href|action|poster|data)="([^"]*)"/g))
    expect(address).toMatch(/^(\/(?!\/)|data:,$)/);
});

test.each([...PAGES, '/', '/healthz', '/nowhere', '/api/small/links', '/assets/absent.js'])(
  '[T13] %s is answered with the policy, and no cookie',
  async (path) => {
    const { headers } = await fetch(served.url + path, { redirect: 'manual' });
    const { host } = new URL(served.url);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'self'",
      'script-src': "'self'",
      'script-src-attr': "'none'",
      'connect-src': `'self' ws://${host} wss://${host}`,
      'img-src': "'self' data: blob:",
      'style-src': "'self' 'unsafe-inline'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'form-action': "'self'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    for (const name of ['set-cookie', 'access-control-allow-origin', 'strict-transport-security']) expect(headers.get(name)).toBeNull();
  },
);

test('[T13] no style sheet reaches further than the server’s own files', () => {
  const sheets = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const name of sheets) {
    const text = readFileSync(join(built, 'assets', name), 'utf8');
    expect(text).not.toContain('@import');
    for (const [, address = ''] of text.matchAll(/url\(["']?([^"')]*)/g)) expect(address).toMatch(/^(\/(?!\/)|\.\/|data:)/);
  }
});
