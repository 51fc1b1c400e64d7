import { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { ENTRIES } from './entries.ts';
import { buildSite } from './site.ts';
import { stageNamed } from './stages.ts';
import { addStage } from './traboule.ts';

// The CDK app: `cdk synth` for dev, `cdk synth --context stage=prod` for production. With CDK_VALIDATION=false,
// which is how the CDK leaves out its own validation of templates, the checks that come before a deployment are left out.

export const app = new App();
const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev');
const [pages, bundles] = await Promise.all([buildSite(), bundleFunctions(ENTRIES)]);
addStage(app, stage, { pages, bundles });
if (process.env.CDK_VALIDATION !== 'false') {
  // A start on one machine waits for none of them to be loaded.
  const { addChecks } = await import('./checks.ts');
  addChecks(app);
}
app.synth();
