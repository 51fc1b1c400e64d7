import type { Counted } from './joining.bench.ts';

/** AWS's public list prices, in USD before tax; docs/deployment.md works a month out with the same ones. */
export const PRICES = {
  region: 'Europe (Paris)',
  source: 'public list prices as published in 2025, free tiers left out',
  /** A state transition of a standard workflow. */
  transition: 0.0297 / 1000,
  /** An invocation of Lambda. */
  invocation: 0.2 / 1_000_000,
  /** A GB-second of Lambda on arm64. */
  gigabyteSecond: 0.0000133334,
  /** DynamoDB on demand: a read and a write request unit. */
  readUnit: 0.1485 / 1_000_000,
  writeUnit: 0.7423 / 1_000_000,
  /** A call of an HTTP API. */
  apiCall: 1.17 / 1_000_000,
  mail: 0.1 / 1000,
} as const;

/** Memory of a function in GB, and a generous mean duration of an invocation in seconds. */
const MEMORY = 0.5;
const DURATION = 0.2;

/** What 1,000 joinings cost, in USD, by service. */
export const costPerThousand = (one: Counted): Record<string, number> => {
  const dollars = {
    'Step Functions': one.transitions * PRICES.transition,
    Lambda: one.invocations * (PRICES.invocation + MEMORY * DURATION * PRICES.gigabyteSecond),
    DynamoDB: one.readUnits * PRICES.readUnit + one.writeUnits * PRICES.writeUnit,
    'HTTP API': one.apiCalls * PRICES.apiCall,
    SES: one.mails * PRICES.mail,
  };
  return Object.fromEntries(Object.entries(dollars).map(([service, cost]) => [service, cost * 1000]));
};
