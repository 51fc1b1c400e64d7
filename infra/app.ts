import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildSite } from './site.ts';
import { DataStack } from './stacks/data-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { stageNamed } from './stages.ts';

const app = new App();
const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev');
const pages = await buildSite();
const id = (part: string): string => `traboule-${stage.name}-${part}`;
const data = new DataStack(app, id('data'), stage);
new WebStack(app, id('web'), { stage, userPool: data.userPool, signInDomain: data.signInDomain, pages });
Tags.of(app).add('application', 'traboule');
Tags.of(app).add('stage', stage.name);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
