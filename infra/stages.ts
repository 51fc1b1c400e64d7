import { DUES_POLICIES, SAMPLE_SELLER } from '../domain/dues/policies.ts';

// What differs from one stage to another, and nothing else. Everything that is not here is the same everywhere.

/** A name of our own for the site. Without one the site answers at the distribution's own name. */
export type SiteDomain = {
  /** For example `adhesion.example.fr`. */
  name: string;
  /** The public Route 53 zone that holds the name: the certificate, the alias and the mail records are written to it. */
  hostedZone: { id: string; name: string };
};

export type Stage = {
  name: StageName;
  /** Region of the data and of the functions. Companies and their contacts are in France, and so is their data. */
  region: string;
  domain?: SiteDomain;
  /**
   * Address mails come from. When it belongs to the hosted zone of `domain`, the whole domain is verified and signed
   * (DKIM); otherwise the address alone is, by a mail that Amazon SES sends to it.
   */
  mailFrom: string;
  /** Address of the cluster's staff, shown to companies whose case the form does not cover: a foreign company, say. */
  contact: string;
  /** Address alarms are sent to; nobody when absent. It confirms its subscription once. */
  alarmAddress?: string;
  /** True: the table, its key and the user pool survive the deletion of their stack, and refuse to be deleted. */
  keepData: boolean;
  /** Days that logs are kept. */
  logDays: 30 | 90;
  /** Rate rules in front of CloudFront: 7 USD a month and 0.60 USD a million requests. */
  firewall: boolean;
  /** Staff must give a one-time code when they sign in. */
  codeRequired: boolean;
  /** Cognito's compromised-credentials and risk checks: 0.02 USD a member of staff a month. */
  signInProtection: boolean;
  /**
   * Name of the secret (AWS Secrets Manager) with the keys of the account at Stripe, as JSON:
   * `{"secretKey": "sk_…", "webhookSecret": "whsec_…"}`. Without it cards are not taken online.
   */
  stripeSecret?: string;
  /** Requests a second the API takes, all callers together, and how many at once. */
  throttle: { rate: number; burst: number };
};

export type StageName = 'dev' | 'prod';

/** Addresses under these names (RFC 2606) belong to nobody: a stage that has one is not set up yet. */
const RESERVED_NAMES = ['example', 'example.org', 'example.com', 'example.net', 'invalid', 'test'];

export const STAGES: Record<StageName, Stage> = {
  dev: {
    name: 'dev',
    region: 'eu-west-3',
    mailFrom: 'traboule@example.org',
    contact: 'adhesions@example.org',
    keepData: false,
    logDays: 30,
    firewall: false,
    codeRequired: false,
    signInProtection: false,
    throttle: { rate: 50, burst: 100 },
  },
  prod: {
    name: 'prod',
    region: 'eu-west-3',
    mailFrom: 'traboule@example.org',
    contact: 'adhesions@example.org',
    keepData: true,
    logDays: 90,
    firewall: true,
    codeRequired: true,
    signInProtection: true,
    throttle: { rate: 100, burst: 200 },
  },
};

/**
 * The stage of that name.
 * @throws Error naming the stages there are
 */
export const stageNamed = (name: unknown): Stage => {
  if (name !== 'dev' && name !== 'prod') {
    throw new Error(`There is no stage '${String(name)}': say dev or prod (infra/stages.ts).`);
  }
  return STAGES[name];
};

/** What must be filled in before the stage can be deployed, a sentence each. */
export const missingSettings = (stage: Stage): string[] => {
  const addresses = { mailFrom: stage.mailFrom, contact: stage.contact };
  const seller = DUES_POLICIES.at(-1)?.seller;
  const sample = seller?.iban === SAMPLE_SELLER.iban || seller?.siren === SAMPLE_SELLER.siren;
  return [
    ...missingAddresses(stage.name, addresses),
    ...(stage.keepData && sample
      ? [
          'seller in domain/dues/policies.ts is still the sample: give who issues the invoices, with its SIREN and IBAN.',
        ]
      : []),
  ];
};

const missingAddresses = (stage: StageName, addresses: Record<string, string>): string[] =>
  Object.entries(addresses).flatMap(([setting, address]) => {
    const host = address.slice(address.indexOf('@') + 1);
    const nobodys = RESERVED_NAMES.some((name) => host === name || host.endsWith(`.${name}`));
    if (!nobodys) return [];
    return [`${setting} of ${stage} is still ${address}: give an address whose mail you can read.`];
  });
