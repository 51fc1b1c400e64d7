import { Duration } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Watched, WatchedOnce } from './alarms.ts';
import { oldestUndelivered } from './metrics.ts';

const HOUR = Duration.hours(1);

/** Of all functions of the account and region: a dashboard is free up to 50 metrics. Alarms name the function. */
const lambda = (metricName: string, statistic: string = Stats.SUM): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, statistic, period: HOUR });

/** One page to see how joining goes. */
export class Dashboard extends CloudWatchDashboard {
  constructor(scope: Construct, id: string, watched: Watched, { frontDoor, table }: WatchedOnce) {
    const { stage, workflows, deadLetterQueues } = watched;
    super(scope, id, { dashboardName: `traboule-${stage.name}`, defaultInterval: Duration.days(7) });
    const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
      new GraphWidget({ title, left, right, width: 12, height: 6, leftYAxis: { min: 0 }, rightYAxis: { min: 0 } });
    const [joining, assignment] = (['Joining', 'AntennaAssignment'] as const).map((name) => {
      const workflow = workflows.get(name);
      if (workflow === undefined) throw new Error(`${name} is in another stack.`);
      return workflow;
    });
    if (joining === undefined || assignment === undefined) throw new Error('There are two workflows.');
    const api = frontDoor.stage;

    this.addWidgets(
      new TextWidget({
        markdown: `# Traboule ${stage.name}\nWhat each alarm means and what to do: docs/runbook.md`,
        width: 24,
        height: 2,
      }),
    );
    this.addWidgets(
      graph('Joinings', [
        joining.metricStarted({ period: HOUR }),
        joining.metricSucceeded({ period: HOUR }),
        joining.metricFailed({ period: HOUR }),
        joining.metricTimedOut({ period: HOUR }),
        joining.metricAborted({ period: HOUR }),
      ]),
      graph('Antenna assignments', [
        assignment.metricStarted({ period: HOUR }),
        assignment.metricSucceeded({ period: HOUR }),
        assignment.metricFailed({ period: HOUR }),
      ]),
    );
    this.addWidgets(
      graph(
        'API: requests and errors',
        [api.metricCount({ period: HOUR })],
        [api.metricClientError({ period: HOUR }), api.metricServerError({ period: HOUR })],
      ),
      graph('API: latency', [
        api.metricLatency({ period: HOUR, statistic: Stats.p(50), label: 'p50' }),
        api.metricLatency({ period: HOUR, statistic: Stats.p(95), label: 'p95' }),
      ]),
    );
    this.addWidgets(
      graph('Functions: calls and failures', [lambda('Invocations')], [lambda('Errors'), lambda('Throttles')]),
      graph('Functions: duration, p95', [lambda('Duration', Stats.p(95))]),
    );
    this.addWidgets(
      graph(
        'Answers on their way',
        [oldestUndelivered(stage)],
        Object.values(deadLetterQueues).map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period: HOUR }),
        ),
      ),
      graph(
        'Table: units and throttles',
        [
          table.metricConsumedReadCapacityUnits({ period: HOUR }),
          table.metricConsumedWriteCapacityUnits({ period: HOUR }),
        ],
        ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) =>
          table.metric(name, { period: HOUR, statistic: Stats.SUM }),
        ),
      ),
    );
    this.addWidgets(
      graph(
        'Mail',
        ['Send', 'Delivery', 'Bounce', 'Complaint'].map(
          (metricName) => new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.SUM, period: HOUR }),
        ),
      ),
    );
  }
}
