import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Stage } from '../stages.ts';
import { serviceName } from './handler-function.ts';

/** The sum of metrics that are told only when something happens: where one is told, the others are nothing. */
export const sumOf = (...metrics: string[]): string => metrics.map((metric) => `FILL(${metric}, 0)`).join(' + ');

/** Age in seconds of the oldest answer that its workflow has not had, as the redelivery job counts it. */
export const oldestUndelivered = (stage: Stage): Metric =>
  new Metric({
    namespace: 'Traboule',
    metricName: 'OldestUndelivered',
    dimensionsMap: { service: serviceName(stage) },
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(5),
  });
