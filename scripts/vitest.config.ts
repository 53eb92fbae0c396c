import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte()],
  test: {
    env: { ESTRADE_LOG: 'silent' },
    include: ['{shared,server,client,scripts}/**/*.test.ts'],
    exclude: ['client/e2e/**', 'node_modules/**'],
  },
});
