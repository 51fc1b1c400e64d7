import { Duration, Stack } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Bundle } from '../bundle.ts';
import { Alarms } from '../constructs/alarms.ts';
import type { FrontDoor } from '../constructs/front-door.ts';
import { Functions } from '../constructs/functions.ts';
import type { Mail } from '../constructs/mail.ts';
import { Routes } from '../constructs/routes.ts';
import { Schedules, schedulesOf } from '../constructs/schedules.ts';
import type { TheTable } from '../constructs/the-table.ts';
import { Workflow } from '../constructs/workflow.ts';
import type { WorkflowName } from '../entries.ts';
import { entriesOf, type Part, workflowsOf } from '../parts.ts';
import type { Stage } from '../stages.ts';

export type PartStackProps = {
  stage: Stage;
  table: TheTable;
  mail: Mail;
  frontDoor: FrontDoor;
  staffAuthorizer: IHttpRouteAuthorizer;
  /** Origin of the site, without a trailing slash. */
  siteUrl: string;
  bundles: ReadonlyMap<string, Bundle>;
  /** Whom alarms tell; absent for the stack that makes the topic. */
  alarmTopic?: ITopic;
};

/** One part of the product: its functions, state machines and routes, and who is told when they go wrong. */
export class PartStack extends Stack {
  readonly functions: Functions;
  readonly workflows: ReadonlyMap<WorkflowName, Workflow>;
  readonly alarms: Alarms;
  /** Where an event goes that a job of this part failed on each time, by the job's name. */
  protected readonly deadLetterQueues: Readonly<Record<string, IQueue>>;

  constructor(scope: Construct, id: string, part: Part, props: PartStackProps) {
    const { stage, table, mail, frontDoor, staffAuthorizer, siteUrl, bundles } = props;
    super(scope, id, { env: { region: stage.region }, crossRegionReferences: true });
    const entries = entriesOf(part);
    this.deadLetterQueues = Object.fromEntries(
      entries.filter(({ role }) => role === 'job').map(({ name }) => [name, this.deadLetters(name)]),
    );
    this.functions = new Functions(this, 'Functions', {
      stage,
      bundles,
      table,
      mail,
      siteUrl,
      entries,
      deadLetterQueues: this.deadLetterQueues,
    });
    const { functions, deadLetterQueues } = this;
    this.workflows = new Map(
      workflowsOf(part).map((workflow) => [workflow, new Workflow(this, { stage, workflow, functions })]),
    );
    new Routes(this, 'Routes', { api: frontDoor.api, staffAuthorizer, functions });
    const { workflows } = this;
    if (schedulesOf(functions).length > 0) {
      const group = part === 'workflows' ? `traboule-${stage.name}` : `traboule-${stage.name}-${part}`;
      new Schedules(this, 'Schedules', { group, functions, deadLetterQueues });
    }
    this.alarms = new Alarms(this, 'Alarms', { stage, functions, workflows, deadLetterQueues }, props.alarmTopic);
  }

  private deadLetters(name: string): IQueue {
    const queue = new Queue(this, `${name}DeadLetters`, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(
      queue,
      'This queue is where the dead letters of a job go: it has none of its own.',
      'AwsSolutions-SQS3',
    );
    return queue;
  }
}
