import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte()],
  test: {
    env: { ESTRADE_LOG: 'silent' },
    // Properties and whole afternoons take their time on a busy machine: a test ends by what it finds, not by the clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['{shared,server,client,scripts}/**/*.test.ts'],
    exclude: ['client/e2e/**', 'node_modules/**'],
  },
});
