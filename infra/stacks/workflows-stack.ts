import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Dashboard } from '../constructs/dashboard.ts';
import { Jobs } from '../constructs/jobs.ts';
import { machineArn } from '../constructs/workflow.ts';
import { PartStack, type PartStackProps } from './part-stack.ts';

/** The first part of the product, what joining is made of, and what there is once: jobs, topic of alarms, dashboard. */
export class WorkflowsStack extends PartStack {
  constructor(scope: Construct, id: string, props: PartStackProps) {
    super(scope, id, 'workflows', props);
    const { stage, frontDoor, table } = props;
    const { functions, workflows, deadLetterQueues } = this;
    new Jobs(this, 'Jobs', { stage, functions, deadLetterQueues });

    const once = { frontDoor, table };
    this.alarms.watchOnce(once, functions);
    const dashboard = new Dashboard(this, 'Dashboard', { stage, functions, workflows, deadLetterQueues }, once);

    new CfnOutput(this, 'JoiningArn', {
      value: machineArn(this, stage, 'Joining'),
      description: 'The joining workflow',
    });
    new CfnOutput(this, 'AlarmTopicArn', { value: this.alarms.topic.topicArn, description: 'Where alarms are sent' });
    new CfnOutput(this, 'DashboardName', {
      value: dashboard.dashboardName,
      description: 'How joining goes, on one page',
    });
  }
}
