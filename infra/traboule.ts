import { type App, Tags } from 'aws-cdk-lib';
import type { Bundle } from './bundle.ts';
import { allowToRunJobs } from './constructs/run-jobs.ts';
import { entriesOf, PARTS } from './parts.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { MailStack } from './stacks/mail-stack.ts';
import { PartStack } from './stacks/part-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { WorkflowsStack } from './stacks/workflows-stack.ts';
import type { Stage } from './stages.ts';

/** What is built before anything can be deployed. */
export type Built = {
  /** Folder of the pages. */
  pages: string;
  /** Bundles of the functions, by name. */
  bundles: ReadonlyMap<string, Bundle>;
};

/**
 * Adds the stacks of a stage to an app. Neither an account nor the network is needed: the account is that of the
 * credentials `cdk deploy` runs with.
 */
export const addStage = (app: App, stage: Stage, { pages, bundles }: Built): void => {
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
  const { mail } = new MailStack(app, named('mail'), stage);
  const props = {
    stage,
    table: data.table,
    mail,
    frontDoor: web.frontDoor,
    staffAuthorizer: web.staffAuthorizer,
    siteUrl: web.siteUrl,
    bundles,
  };
  const first = new WorkflowsStack(app, named('workflows'), props);
  const others = PARTS.flatMap((part) =>
    // A part that has no function yet has no stack.
    part === 'workflows' || entriesOf(part).length === 0
      ? []
      : [new PartStack(app, named(part), part, { ...props, alarmTopic: first.alarms.topic })],
  );
  allowToRunJobs([first, ...others].map(({ functions }) => functions));
  Tags.of(app).add('application', 'traboule');
  Tags.of(app).add('stage', stage.name);
};
