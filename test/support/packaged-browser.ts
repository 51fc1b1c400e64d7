import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { buildingAlone } from './one-at-a-time.ts';

/** A program and the variables it needs: its own libraries and fonts. */
export type Executable = { executablePath: string; env: Record<string, string> };

const Package = z.object({ version: z.string() });

/** Whether the browser that npm brings runs on this machine. */
export const PACKAGED_RUNS_HERE = process.platform === 'linux' && process.arch === 'x64';

/**
 * The headless Chromium that npm brings, unpacked once a checkout and version. It has every library and font it needs,
 * so it is the same on every machine, and it draws for a fraction of the processor time of a Chromium with windows.
 */
export const packagedBrowser = (): Executable => {
  const { version } = Package.parse(JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')));
  const folder = resolve(`build/test/browser-${version}`);
  const executablePath = join(folder, 'chromium');
  const unpacked = buildingAlone();
  try {
    if (!existsSync(folder)) unpack(folder);
  } finally {
    unpacked();
  }
  return {
    executablePath,
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
};

/** Under another name until it is whole: who is killed meanwhile leaves nothing that looks ready. */
function unpack(folder: string): void {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  execFileSync(process.execPath, ['test/support/unpack-browser.js'], {
    // The name of a Lambda runtime makes it unpack its libraries too.
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  const fonts = join(partial, 'fonts', 'fonts.conf');
  writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/', `${folder}/`));
  renameSync(partial, folder);
}
