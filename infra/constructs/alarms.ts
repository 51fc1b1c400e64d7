import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { WorkflowName } from '../entries.ts';
import type { Stage } from '../stages.ts';
import type { FrontDoor } from './front-door.ts';
import type { Functions } from './functions.ts';
import { oldestUndelivered, sumOf } from './metrics.ts';
import type { TheTable } from './the-table.ts';
import type { Workflow } from './workflow.ts';

/** What is watched of every part of the product. */
export type Watched = {
  stage: Stage;
  functions: Functions;
  workflows: ReadonlyMap<WorkflowName, Workflow>;
  deadLetterQueues: Readonly<Record<string, IQueue>>;
};

/** What there is once, whatever the part. */
export type WatchedOnce = { frontDoor: FrontDoor; table: TheTable };

/** Sections of docs/runbook.md, one a kind of alarm. */
export type RunbookSection =
  | 'function-errors'
  | 'throttles'
  | 'workflow-failures'
  | 'dead-letters'
  | 'redelivery-stopped'
  | 'undelivered-answers'
  | 'api-errors'
  | 'api-latency'
  | 'table-throttles'
  | 'mail-reputation';

type Condition = {
  section: RunbookSection;
  says: string;
  metric: IMetric;
  threshold: number;
  /** Periods of the metric in which it must be so, in a row. One unless said. */
  periods?: number;
  /** `below` the threshold alarms, and silence too; otherwise at or above it, and silence is good. */
  below?: true;
};

const FIVE_MINUTES = Duration.minutes(5);

/** What wakes somebody up in one part of the product, each with its page of the runbook. */
export class Alarms extends Construct {
  readonly topic: ITopic;
  private readonly stage: Stage;

  /** @param told whom to tell; absent for the part that makes the topic, which all tell */
  constructor(scope: Construct, id: string, watched: Watched, told?: ITopic) {
    super(scope, id);
    this.stage = watched.stage;
    this.topic = told ?? this.makeTopic();
    this.watchFunctions(watched.functions);
    this.watchWorkflows(watched);
  }

  /** Watches what there is once: the API, the table, the mail, and the job that repairs. */
  watchOnce({ frontDoor, table }: WatchedOnce, functions: Functions): void {
    this.watchThrottles();
    this.watchRedelivery(functions);
    this.watchApi(frontDoor);
    this.watchTable(table);
    this.watchMail();
  }

  private makeTopic(): ITopic {
    const topic = new Topic(this, 'Topic', { displayName: `Traboule ${this.stage.name}`, enforceSSL: true });
    // A topic with a policy of its own has lost the one by which whatever is of its account may publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': this.alarmArn('*') } },
      }),
    );
    if (this.stage.alarmAddress !== undefined) {
      topic.addSubscription(new EmailSubscription(this.stage.alarmAddress));
    }
    return topic;
  }

  private watchFunctions(functions: Functions): void {
    for (const handler of functions.all.values()) {
      const isTask = handler.caller === 'task';
      this.alarm(`${handler.handlerName}Errors`, {
        section: 'function-errors',
        says: `The function ${handler.handlerName} fails.`,
        metric: handler.metricErrors({ period: FIVE_MINUTES }),
        // Outcomes of the business leave a task as errors that the workflow catches, and passing faults are retried.
        threshold: isTask ? 10 : 1,
        periods: isTask ? 2 : 1,
      });
    }
  }

  private watchThrottles(): void {
    this.alarm('Throttles', {
      section: 'throttles',
      says: 'Functions of this account and region are throttled.',
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: Stats.SUM,
        period: FIVE_MINUTES,
      }),
      threshold: 1,
    });
  }

  private watchWorkflows({ workflows, deadLetterQueues }: Watched): void {
    for (const [name, workflow] of workflows) {
      this.alarm(`${name}Failures`, {
        section: 'workflow-failures',
        says: `An execution of ${name} failed, timed out or was aborted.`,
        metric: new MathExpression({
          label: `${name}: ended badly`,
          expression: sumOf('failed', 'timedOut', 'aborted'),
          usingMetrics: {
            failed: workflow.metricFailed(),
            timedOut: workflow.metricTimedOut(),
            aborted: workflow.metricAborted(),
          },
          period: FIVE_MINUTES,
        }),
        threshold: 1,
      });
    }
    for (const [name, queue] of Object.entries(deadLetterQueues)) {
      this.alarm(`${name}DeadLetters`, {
        section: 'dead-letters',
        says: `An event for ${name} was given up.`,
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
        threshold: 1,
      });
    }
  }

  private watchRedelivery(functions: Functions): void {
    this.alarm('RedeliveryStopped', {
      section: 'redelivery-stopped',
      says: 'The redelivery job has not run for 30 minutes.',
      metric: functions.of('RedeliverAnswers').metricInvocations({ period: Duration.minutes(30) }),
      threshold: 1,
      below: true,
    });
    this.alarm('UndeliveredAnswers', {
      section: 'undelivered-answers',
      says: 'An answer has waited more than 30 minutes to reach its workflow.',
      metric: oldestUndelivered(this.stage),
      threshold: 1800,
    });
  }

  private watchApi({ stage: api }: FrontDoor): void {
    this.alarm('ApiErrors', {
      section: 'api-errors',
      says: 'The API answers with errors of its own (5xx).',
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      threshold: 3,
    });
    this.alarm('ApiLatency', {
      section: 'api-latency',
      says: 'One answer of the API in twenty takes more than 3 seconds.',
      metric: api.metricLatency({ period: FIVE_MINUTES, statistic: Stats.p(95) }),
      threshold: 3000,
      periods: 3,
    });
  }

  private watchTable(table: TheTable): void {
    this.alarm('TableThrottles', {
      section: 'table-throttles',
      says: 'The table turns requests away.',
      metric: new MathExpression({
        label: 'throttled reads and writes',
        expression: sumOf('reads', 'writes'),
        usingMetrics: {
          reads: table.metric('ReadThrottleEvents', { statistic: Stats.SUM }),
          writes: table.metric('WriteThrottleEvents', { statistic: Stats.SUM }),
        },
        period: FIVE_MINUTES,
      }),
      threshold: 5,
    });
  }

  private watchMail(): void {
    const reputation = (metricName: string): Metric =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.MAXIMUM, period: Duration.hours(1) });
    this.alarm('MailBounces', {
      section: 'mail-reputation',
      says: 'More than 4 mails in a hundred bounce; Amazon SES reviews the account at 5.',
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.04,
    });
    this.alarm('MailComplaints', {
      section: 'mail-reputation',
      says: 'More than 8 mails in ten thousand are reported as spam; Amazon SES reviews the account at 10.',
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.0008,
    });
  }

  private alarm(id: string, { section, says, metric, threshold, periods = 1, below }: Condition): void {
    const alarm = new Alarm(this, id, {
      alarmName: this.alarmName(id),
      alarmDescription: `${says} What to do: docs/runbook.md#${section}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  private alarmName(id: string): string {
    return `traboule-${this.stage.name}-${id}`;
  }

  private alarmArn(id: string): string {
    const name = { service: 'cloudwatch', resource: 'alarm', resourceName: this.alarmName(id) };
    return Stack.of(this).formatArn({ ...name, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  }
}
