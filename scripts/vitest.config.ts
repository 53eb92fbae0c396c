import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    env: { ESTRADE_LOG: 'silent' },
    include: ['{shared,server,client,scripts}/**/*.test.ts'],
    exclude: ['client/e2e/**', 'node_modules/**'],
  },
});
