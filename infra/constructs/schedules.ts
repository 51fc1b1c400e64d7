import { Aws, Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
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
import { type Cadence, expressionOf, SCHEDULE_ZONE } from '../../domain/schedule/cadence.ts';
import { SCHEDULE_NAMES, SCHEDULES, type ScheduleName } from '../../domain/schedule/schedules.ts';
import { acknowledgePatterns, writtenArn } from '../acknowledge.ts';
import { type JobName, SCHEDULED } from '../entries.ts';
import type { Functions } from './functions.ts';

export type SchedulesProps = {
  /** Name of their group. */
  group: string;
  functions: Functions;
  deadLetterQueues: Readonly<Partial<Record<JobName, IQueue>>>;
};

/** The schedules that call jobs of these functions. */
export const schedulesOf = (functions: Functions): ScheduleName[] =>
  SCHEDULE_NAMES.filter((name) => functions.all.has(SCHEDULED[name]));

/** What runs by itself, with where it goes when it fails each time. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, props: SchedulesProps) {
    super(scope, id);
    const { functions, deadLetterQueues } = props;
    const group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: props.group,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        // Only schedules of this account and of this group act through it.
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': group.scheduleGroupArn } },
      }),
    });
    for (const name of schedulesOf(functions)) {
      const job = SCHEDULED[name];
      const { cadence, title } = SCHEDULES[name];
      const handler = functions.of(job);
      acknowledgePatterns(role, 'The scheduler may call the job and its versions.', `${writtenArn(handler)}:*`);
      new Schedule(this, job, {
        scheduleName: name,
        description: title.en,
        scheduleGroup: group,
        schedule: scheduleOf(cadence),
        target: new LambdaInvoke(handler, {
          role,
          input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
          deadLetterQueue: deadLetterQueues[job],
          ...patienceOf(cadence),
        }),
      });
    }
  }
}

const scheduleOf = (cadence: Cadence): ScheduleExpression =>
  cadence.kind === 'every'
    ? ScheduleExpression.rate(Duration.minutes(cadence.minutes))
    : ScheduleExpression.expression(expressionOf(cadence), TimeZone.of(SCHEDULE_ZONE));

/** One that runs often finds the same work at its next run; the others are tried for most of a day. */
const patienceOf = (cadence: Cadence): { retryAttempts: number; maxEventAge: Duration } =>
  cadence.kind === 'every'
    ? { retryAttempts: 2, maxEventAge: Duration.minutes(cadence.minutes) }
    : { retryAttempts: 185, maxEventAge: Duration.hours(20) };
