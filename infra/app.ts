import { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { ENTRIES } from './entries.ts';
import { buildSite } from './site.ts';
import { stageNamed } from './stages.ts';
import { addStage } from './traboule.ts';

// The CDK app: `cdk synth` for dev, `cdk synth --context stage=prod` for production.

const app = new App();
const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev');
const [pages, bundles] = await Promise.all([buildSite(), bundleFunctions(ENTRIES)]);
addStage(app, stage, { pages, bundles });
app.synth();
