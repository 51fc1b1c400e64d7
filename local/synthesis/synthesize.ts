import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { StartError } from '../start/text.ts';
import { hashInputs } from './inputs.ts';

/** Assemblies kept: the last ones used, so that changing back and forth between versions stays quick. */
const KEPT = 4;
/** A draft this old, in milliseconds, was left by a start that was killed. */
const ABANDONED = 3_600_000;
const Settings = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/** Where the cloud assembly of the checkout as it is belongs, whether it has been synthesized or not. */
export const assemblyFolder = (root: string): string => join(root, 'build', 'assembly', hashInputs(root));

/**
 * Folder of the cloud assembly of the checkout as it is, synthesized if these very sources have not been before. The
 * CDK app runs directly, in a process of its own: what `cdk synth` adds (credentials, look-ups) is of no use here.
 * @param root the checkout
 * @param onSynthesis called when there is something to wait for
 * @throws StartError with what the app printed when it fails
 */
export async function synthesize(root: string, onSynthesis: () => void): Promise<string> {
  const folder = assemblyFolder(root);
  const parent = dirname(folder);
  if (!existsSync(folder)) {
    onSynthesis();
    mkdirSync(parent, { recursive: true });
    const draft = `${folder}.${process.pid}.draft`;
    await runApp(root, draft);
    publish(draft, folder);
  }
  const now = new Date();
  utimesSync(folder, now, now);
  forgetOthers(parent);
  return folder;
}

/** Another start may have published the same assembly meanwhile: it is as good. */
function publish(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

function forgetOthers(parent: string): void {
  const byAge = readdirSync(parent)
    .map((name) => ({ path: join(parent, name), usedAt: statSync(join(parent, name)).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  const isDraft = ({ path }: { path: string }) => path.endsWith('.draft');
  const abandoned = byAge.filter((entry) => isDraft(entry) && entry.usedAt < Date.now() - ABANDONED);
  const old = byAge.filter((entry) => !isDraft(entry)).slice(KEPT);
  for (const { path } of [...abandoned, ...old]) rmSync(path, { recursive: true, force: true });
}

function runApp(root: string, outputFolder: string): Promise<void> {
  const { context } = Settings.parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: root,
    env: {
      ...process.env,
      CDK_OUTDIR: outputFolder,
      // Paths of constructs in the templates, as `cdk synth` has them written.
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, 'aws:cdk:enable-path-metadata': true }),
      // What is not deployed is not checked for it: that is a third of what a first start waits for beside the bundles.
      CDK_VALIDATION: 'false',
      NODE_OPTIONS: '',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      rmSync(outputFolder, { recursive: true, force: true });
      reject(
        new StartError(
          {
            fr: "L'infrastructure (infra/) ne se laisse pas synthétiser. Corrigez ce qui suit, puis relancez.",
            en: 'The infrastructure (infra/) does not synthesize. Put right what follows, then start again.',
          },
          { details: printed },
        ),
      );
    });
  });
}
