import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DRAFTS, hashOf, keepOnly } from './files.ts';

/** Where the pages are built, in a folder named by the hash of what they were built from. */
const SITE_FOLDER = 'build/site';
const INPUTS = ['web', 'domain', 'package-lock.json'];

/**
 * Builds the pages, unless they are there already, built from the same sources.
 * @returns the folder they are in
 */
export const buildSite = async (): Promise<string> => {
  const hash = hashOf(INPUTS).slice(0, 16);
  const folder = path.join(SITE_FOLDER, hash);
  if (existsSync(folder)) return folder;
  if (!existsSync('web/main.tsx')) throw new Error('There are no pages to build: web/main.tsx is missing.');
  // Pages are those of production, whatever the environment of who builds them: React's own for development is slower by
  // far, and must not be kept for others under the same hash.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const draft = path.join(DRAFTS, 'site');
  await build({
    configFile: 'web/vite.config.ts',
    build: { outDir: path.resolve(draft), emptyOutDir: true },
    logLevel: 'warn',
  });
  mkdirSync(SITE_FOLDER, { recursive: true });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process built the same pages meanwhile: its folder is as good.
    if (!existsSync(folder)) throw error;
  }
  keepOnly(SITE_FOLDER, [hash]);
  rmSync(DRAFTS, { recursive: true, force: true });
  return folder;
};
