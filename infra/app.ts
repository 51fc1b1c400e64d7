import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundle.ts';
import { ENTRIES } from './entries.ts';
import { buildSite } from './site.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { WorkflowsStack } from './stacks/workflows-stack.ts';
import { stageNamed } from './stages.ts';

// The stacks of one stage: `cdk synth` for dev, `cdk synth -c stage=prod` for production. Neither an account nor the
// network is needed; the account is that of the credentials `cdk deploy` runs with.

const app = new App();
const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev');
const [pages, bundles] = await Promise.all([buildSite(), bundleFunctions(ENTRIES)]);
const named = (part: string): string => `traboule-${stage.name}-${part}`;

const edge = EdgeStack.isNeeded(stage) ? new EdgeStack(app, named('edge'), stage) : undefined;
const data = new DataStack(app, named('data'), stage);
const web = new WebStack(app, named('web'), {
  stage,
  userPool: data.userPool,
  signInDomain: data.signInDomain,
  pages,
  certificate: edge?.certificate,
  firewall: edge?.firewallArn,
});
new WorkflowsStack(app, named('workflows'), {
  stage,
  table: data.table,
  frontDoor: web.frontDoor,
  staffAuthorizer: web.staffAuthorizer,
  siteUrl: web.siteUrl,
  bundles,
});

Tags.of(app).add('application', 'traboule');
Tags.of(app).add('stage', stage.name);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
