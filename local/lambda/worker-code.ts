import { readFile } from 'node:fs/promises';
import { stop, transform } from 'esbuild';

/**
 * The code of a sandbox's thread, compiled. A `data:` address rather than a file: threads then start without the
 * TypeScript loader of this process, and nothing is left on disk.
 */
export async function workerCode(): Promise<URL> {
  const source = await readFile(new URL('./worker.ts', import.meta.url), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'node20' });
  // Its helper process would stay for nothing.
  await stop();
  return new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
