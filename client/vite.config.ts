import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [svelte()],
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    target: ['es2022', 'chrome100', 'safari15'],
    sourcemap: true,
    rolldownOptions: { input: { app: here('index.html'), gallery: here('gallery.html'), verify: here('verify.html') } },
  },
});
