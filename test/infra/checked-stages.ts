import { mkdirSync, writeFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { addChecks } from '../../infra/checks.ts';
import { ENTRIES } from '../../infra/entries.ts';
import { STAGES, type Stage } from '../../infra/stages.ts';
import { addStage } from '../../infra/traboule.ts';
import { checkedFolders } from './synthesized.ts';

// A program: synthesizes every stage with the checks that come before a deployment. One process does them all, because
// what the checks need before they read a first stack takes longer than to read the stacks.

const [, , root = ''] = process.argv;
const folders = checkedFolders(root);

/** A stage with nothing built: what the checks read does not depend on it. */
const unbuilt = (outdir: string, stage: Stage): App => {
  const folder = 'build/test/nothing';
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.html`, '');
  // The settings are those of the environment; with this one a refusal says what was found.
  const app = new App({ outdir, autoSynth: false, context: { '@aws-cdk/core:appMode': 'inmemory' } });
  addStage(app, stage, { pages: folder, bundles: new Map(ENTRIES.map(({ name }) => [name, { folder }])) });
  addChecks(app);
  return app;
};

// Production as it is deployed: by the app itself, from the environment, with the checks that it adds itself.
const { app: deployed } = await import('../../infra/app.ts');
writeFileSync(folders.checks, JSON.stringify(deployed._validationPlugins.map(({ name }) => name)));

// The start on one machine, whose assembly other tests read, leaves the checks out.
unbuilt(folders.dev, STAGES.dev).synth();

// A stage that has a domain, mail of that domain and somebody to tell. Every stack has something to refuse beside what it
// should have.
const domain = { name: 'adhesion.cluster.fr', hostedZone: { id: 'Z0123456789', name: 'cluster.fr' } };
const app = unbuilt(folders.domain, {
  ...STAGES.prod,
  domain,
  mailFrom: 'adhesion@cluster.fr',
  alarmAddress: 'alarmes@cluster.fr',
});
for (const stack of app.node.children.filter(Stack.isStack)) new Bucket(stack, 'Open');
try {
  app.synth();
} catch (refusal) {
  writeFileSync(folders.refusal, String(refusal));
}
