import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

// What is logged and counted are names, identifiers and outcomes: never a form, an address, a token or a whole event.
// The stacks name the service (POWERTOOLS_SERVICE_NAME), one a stage.

/** Structured log of the running function. */
export const logger = new Logger();

const metrics = new Metrics({ namespace: 'Traboule' });

/** Reports an age in seconds under a name that alarms and the dashboard know. */
export const reportAge = (name: 'OldestUndelivered', seconds: number): void => {
  metrics.addMetric(name, MetricUnit.Seconds, seconds);
  metrics.publishStoredMetrics();
};
