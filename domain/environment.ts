/** Names of the environment variables of the handlers: set by the stacks, read once by functions/shared/environment.ts. */
export const EnvironmentName = {
  /** Name of the one table. */
  table: 'TABLE_NAME',
  /** ARN of the `joining` state machine. */
  joining: 'JOINING_STATE_MACHINE_ARN',
  /** Origin of the site, without a trailing slash: links in mails start with it. */
  site: 'SITE_URL',
  /** Address mails come from. */
  mailFrom: 'MAIL_FROM',
  /** Prefix of the SES template names. */
  mailTemplates: 'MAIL_TEMPLATE_PREFIX',
  /** SES configuration set. */
  mailConfigurationSet: 'MAIL_CONFIGURATION_SET',
  /** Base address of the public register (Recherche d'entreprises). */
  register: 'REGISTER_URL',
  /** Functions that schedules call, as `schedule=ARN` pairs between commas. */
  jobs: 'SCHEDULED_FUNCTIONS',
  /** Base address of Stripe's API. */
  stripe: 'STRIPE_URL',
  /**
   * Where the keys of the account at Stripe are: name of the secret (AWS Secrets Manager) that holds them, or, on one
   * machine, the keys themselves as JSON; STRIPE_OFF where cards are not taken.
   */
  stripeKeys: 'STRIPE_KEYS',
} as const;
export type EnvironmentName = (typeof EnvironmentName)[keyof typeof EnvironmentName];

/** Cards are not taken online. */
export const STRIPE_OFF = 'off';
