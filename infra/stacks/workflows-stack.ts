import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Bundle } from '../bundle.ts';
import { Alarms } from '../constructs/alarms.ts';
import { Dashboard } from '../constructs/dashboard.ts';
import type { FrontDoor } from '../constructs/front-door.ts';
import { Functions } from '../constructs/functions.ts';
import { Jobs } from '../constructs/jobs.ts';
import { Mail } from '../constructs/mail.ts';
import { Routes } from '../constructs/routes.ts';
import type { TheTable } from '../constructs/the-table.ts';
import { Workflow } from '../constructs/workflow.ts';
import type { Stage } from '../stages.ts';

export type WorkflowsStackProps = {
  stage: Stage;
  table: TheTable;
  frontDoor: FrontDoor;
  staffAuthorizer: IHttpRouteAuthorizer;
  /** Origin of the site, without a trailing slash. */
  siteUrl: string;
  bundles: ReadonlyMap<string, Bundle>;
};

/** What the product does: functions, state machines, routes, jobs, mail, and who is told when it goes wrong. */
export class WorkflowsStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkflowsStackProps) {
    const { stage, table, frontDoor, staffAuthorizer, siteUrl, bundles } = props;
    super(scope, id, { env: { region: stage.region }, crossRegionReferences: true });

    const deadLetterQueues = {
      RedeliverAnswers: this.deadLetters('RedeliverAnswers'),
      RecordFailure: this.deadLetters('RecordFailure'),
    };
    const mail = new Mail(this, 'Mail', { stage });
    const functions = new Functions(this, 'Functions', { stage, bundles, table, mail, siteUrl, deadLetterQueues }).all;
    const workflows = {
      AntennaAssignment: new Workflow(this, { stage, workflow: 'AntennaAssignment', functions }),
      Joining: new Workflow(this, { stage, workflow: 'Joining', functions }),
    };
    new Routes(this, 'Routes', { api: frontDoor.api, staffAuthorizer, functions });
    new Jobs(this, 'Jobs', { stage, functions, deadLetterQueues });

    const watched = { stage, frontDoor, table, functions, workflows, deadLetterQueues };
    const alarms = new Alarms(this, 'Alarms', watched);
    const dashboard = new Dashboard(this, 'Dashboard', watched);

    new CfnOutput(this, 'JoiningArn', {
      value: workflows.Joining.stateMachineArn,
      description: 'The joining workflow',
    });
    new CfnOutput(this, 'AlarmTopicArn', { value: alarms.topic.topicArn, description: 'Where alarms are sent' });
    new CfnOutput(this, 'DashboardName', {
      value: dashboard.dashboardName,
      description: 'How joining goes, on one page',
    });
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
