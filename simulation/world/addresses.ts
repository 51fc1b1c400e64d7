import { SCHEDULE_NAMES } from '../../domain/schedule/schedules.ts';
import type { WorkflowName } from '../../domain/workflow/execution.ts';

// Where things are in this world: nowhere but here do these names and hosts mean anything.

export const REGION = 'eu-west-3';
export const ACCOUNT = '000000000000';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/simulation`;
export const HOSTS = { states: 'states.simulation', mail: 'email.simulation' } as const;

export const machineArn = (workflow: WorkflowName): string =>
  `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${workflow}`;
export const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
/** Name of the function at an ARN. */
export const functionIn = (arn: string): string => arn.split(':').at(-1) ?? '';

/** Name of the table. */
export const TABLE_NAME = 'simulation';
/** Prefix of the mail templates' names. */
export const MAILS = 'simulation';

/** What the functions read of their environment. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'simulation',
  AWS_SECRET_ACCESS_KEY: 'simulation',
  AWS_ENDPOINT_URL_SFN: `http://${HOSTS.states}`,
  AWS_ENDPOINT_URL_SESV2: `http://${HOSTS.mail}`,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  TABLE_NAME,
  JOINING_STATE_MACHINE_ARN: machineArn('joining'),
  SITE_URL: 'https://traboule.example',
  MAIL_FROM: 'traboule@example.org',
  MAIL_TEMPLATE_PREFIX: MAILS,
  MAIL_CONFIGURATION_SET: 'simulation',
  STRIPE_URL: 'http://127.0.0.1:1',
  STRIPE_KEYS: 'off',
  SCHEDULED_FUNCTIONS: SCHEDULE_NAMES.map((name) => `${name}=${functionArn(name)}`).join(','),
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
};
