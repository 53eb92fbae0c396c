import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly executablePath?: string;
  readonly channel?: string;
}

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'];
const BRANDS = ['/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A browser to test with: the one named by CHROMIUM_PATH, Playwright's own, the system's Chromium, an installed Chrome. Null if none. */
export function findBrowser(): Browser | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named };
  if (existsSync(chromium.executablePath())) return {};
  const found = [...SYSTEM, ...BRANDS].find((path) => existsSync(path));
  if (found) return { executablePath: found };
  return process.platform === 'win32' ? { channel: 'msedge' } : null;
}

/** Flags for a browser on a machine without a network, and for root, who gets no sandbox. */
export const browserFlags: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** On a bare Debian root can install one; elsewhere Playwright's is tried. Returns whether one is there now. */
function obtain(): boolean {
  const attempts: readonly (readonly [string, readonly string[]])[] =
    existsSync('/etc/debian_version') && process.getuid?.() === 0
      ? [
          ['apt-get', ['update', '-qq']],
          ['apt-get', ['install', '-y', '-qq', 'chromium']],
        ]
      : [['npx', ['playwright', 'install', 'chromium']]];
  try {
    for (const [command, args] of attempts) execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // Said below in one line, with what a person can do about it.
  }
  return findBrowser() !== null;
}

if (process.argv.includes('--install') && findBrowser() === null && !obtain()) {
  process.stderr.write(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium.\n',
  );
  process.exit(1);
}
