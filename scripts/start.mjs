import { build, isBuilt } from './build.mjs';

if (!isBuilt()) {
  process.stderr.write('Building Estrade, once…\n');
  await build();
}
// Socket.IO's own traces print every packet, handshakes with their tokens too: they stay off whatever the environment says.
delete process.env.DEBUG;
const server = '../dist/server/main.js';
await import(server);
