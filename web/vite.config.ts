import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../build/web'),
    emptyOutDir: true,
    // The content security policy allows no data: fonts or scripts: everything is a file of its own.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/config.json', '/local'].map((path) => [path, process.env.TRABOULE_SITE ?? 'http://127.0.0.1:4300']),
    ),
  },
});
