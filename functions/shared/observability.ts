import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

// What is logged are names, identifiers and outcomes: never a form, an address, a token or a whole event.

/** Structured log of the running function. */
export const logger = new Logger({ serviceName: 'traboule' });

/** Counts of the business, one count a metric; the dashboard shows them. */
export const metrics = new Metrics({ namespace: 'Traboule', serviceName: 'traboule' });
