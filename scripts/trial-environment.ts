import { EnvironmentName, STRIPE_OFF } from '../domain/environment.ts';

const machine = 'arn:aws:states:eu-west-3:000000000000:stateMachine:joining';
const job = 'arn:aws:lambda:eu-west-3:000000000000:function:job';

/**
 * An environment in which every bundled function loads: a handler reads its variables when its module loads. Nothing
 * is called. It is total over the names, so a new variable cannot be forgotten here.
 */
export const TRIAL_ENVIRONMENT: Readonly<Record<EnvironmentName, string>> = {
  [EnvironmentName.table]: 'table',
  [EnvironmentName.joining]: machine,
  [EnvironmentName.site]: 'https://example.org',
  [EnvironmentName.mailFrom]: 'mail@example.org',
  [EnvironmentName.mailTemplates]: 'trial',
  [EnvironmentName.mailConfigurationSet]: 'trial',
  [EnvironmentName.register]: 'https://example.org',
  [EnvironmentName.jobs]: `schedule=${job}`,
  [EnvironmentName.stripe]: 'https://example.org',
  [EnvironmentName.stripeKeys]: STRIPE_OFF,
};
