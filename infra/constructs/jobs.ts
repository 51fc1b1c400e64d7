import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { JobName } from '../entries.ts';
import type { Stage } from '../stages.ts';
import type { Functions } from './functions.ts';
import { machineArn } from './workflow.ts';

export type JobsProps = {
  stage: Stage;
  functions: Functions;
  deadLetterQueues: Readonly<Partial<Record<JobName, IQueue>>>;
};

/** What an event asks for: what failed is recorded. */
export class Jobs extends Construct {
  constructor(scope: Construct, id: string, props: JobsProps) {
    super(scope, id);
    const { stage, functions, deadLetterQueues } = props;

    new Rule(this, 'JoiningFailed', {
      description:
        'A workflow ended otherwise than it provides: close the application or the case as failed, or say so of the bank file',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: (['Joining', 'BankReconciliation', 'HighGrowthScreening'] as const).map((workflow) =>
            machineArn(this, stage, workflow),
          ),
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
