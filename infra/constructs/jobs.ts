import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledgePatterns, writtenArn } from '../acknowledge.ts';
import type { JobName } from '../entries.ts';
import type { Stage } from '../stages.ts';
import type { Functions } from './functions.ts';
import { machineArn } from './workflow.ts';

export type JobsProps = {
  stage: Stage;
  functions: Functions;
  deadLetterQueues: Readonly<Partial<Record<JobName, IQueue>>>;
};

/** What nobody asks for: what a crash left is repaired, and what failed is recorded. */
export class Jobs extends Construct {
  constructor(scope: Construct, id: string, props: JobsProps) {
    super(scope, id);
    const { stage, functions, deadLetterQueues } = props;

    const group = new ScheduleGroup(this, 'Schedules', {
      scheduleGroupName: `traboule-${stage.name}`,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        // Only schedules of this account and of this group act through it.
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': group.scheduleGroupArn } },
      }),
    });
    acknowledgePatterns(
      role,
      'The scheduler may call the job and its versions.',
      `${writtenArn(functions.of('RedeliverAnswers'))}:*`,
    );
    const redelivery = new LambdaInvoke(functions.of('RedeliverAnswers'), {
      role,
      input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
      deadLetterQueue: deadLetterQueues.RedeliverAnswers,
      // The next run comes in five minutes and finds the same work.
      retryAttempts: 2,
      maxEventAge: Duration.minutes(5),
    });
    new Schedule(this, 'RedeliverAnswers', {
      scheduleName: 'redeliver-answers',
      description: 'Deliver what was answered, and start what was submitted, when a crash came between',
      scheduleGroup: group,
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      target: redelivery,
    });

    new Rule(this, 'JoiningFailed', {
      description: 'A joining ended otherwise than the workflow provides: close the application as failed',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [machineArn(this, stage, 'Joining')],
        },
      },
      targets: [
        new LambdaFunction(functions.of('RecordFailure'), {
          deadLetterQueue: deadLetterQueues.RecordFailure,
          retryAttempts: 185,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }
}
