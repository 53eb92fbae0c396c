import { closeSync, existsSync, openSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(root, 'dist', 'built');
const SOURCES = ['client', 'server', 'shared', 'package-lock.json'];

/** Build the pages and the server into dist/. Speaks only of faults, on stderr: stdout belongs to the server. */
export async function build() {
  const vite = await import('vite');
  await vite.build({ configFile: join(root, 'client/vite.config.ts'), logLevel: 'warn' });
  await vite.build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { ssr: 'server/main.ts', outDir: 'dist/server', emptyOutDir: true, target: 'node20', sourcemap: true },
  });
  closeSync(openSync(STAMP, 'a'));
  utimesSync(STAMP, new Date(), new Date());
}

/** Whether dist/ is at least as new as everything it is made from. */
export function isBuilt() {
  return existsSync(STAMP) && SOURCES.every((path) => newest(join(root, path)) <= statSync(STAMP).mtimeMs);
}

/**
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
