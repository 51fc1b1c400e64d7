import { Temporal } from 'temporal-polyfill';
import type { Application } from '../../domain/application/application.ts';
import { storeLink } from '../data/links.ts';
import { readEnvironment } from './environment.ts';
import { emailSha256, newToken, sha256 } from './tokens.ts';

const { site } = readEnvironment('site');

/** Days a private link opens its application for. */
const VALID_DAYS = 90;

/** Until when a link made now is valid. @param now ISO 8601 instant @returns ISO 8601 instant */
export const validUntil = (now: string): string =>
  Temporal.Instant.from(now)
    .add({ hours: VALID_DAYS * 24 })
    .toString({ smallestUnit: 'millisecond' });

/** The page of an application. The token stands in the fragment, which browsers send to no server. */
export const trackingUrl = (token: string): string => `${site}/application#${token}`;

/** Makes a link to be mailed to the contact's address of now: opening it proves the address. */
export const mailedLink = async (
  application: Pick<Application, 'applicationId'> & { form: Pick<Application['form'], 'contact'> },
  now: string,
): Promise<{ url: string; validUntil: string }> => {
  const token = newToken();
  const until = validUntil(now);
  const { applicationId, form } = application;
  await storeLink(sha256(token), {
    applicationId,
    via: 'mail',
    emailSha256: emailSha256(form.contact.email),
    validUntil: until,
  });
  return { url: trackingUrl(token), validUntil: until };
};
