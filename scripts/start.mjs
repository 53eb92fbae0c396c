import { build, isBuilt } from './build.mjs';

if (!isBuilt()) {
  process.stderr.write('Building Estrade, once…\n');
  await build();
}
const server = '../dist/server/main.js';
await import(server);
