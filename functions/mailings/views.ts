import type * as z from 'zod';
import type { MailingAudience, MailingSummary } from '../../domain/contract/mailing-routes.ts';
import type { Addressed, Audience, Mailing } from '../../domain/mailing/mailing.ts';

/** Of those who are left out, how many are named. */
const NAMED = 50;

const readerOf = ({ contact, company }: Addressed) => ({
  firstName: contact.firstName,
  companyName: company.legalName,
});

/** Who gets a mail, by number; and the first of each language, as whom it is read. */
export const audienceView = ({
  recipients,
  leftOut,
}: Audience): Pick<z.input<typeof MailingAudience>, 'recipients' | 'leftOut' | 'samples'> => {
  const sample = (language: 'fr' | 'en') => {
    const reader = recipients.find(({ contact }) => contact.language === language);
    return reader === undefined ? null : readerOf(reader);
  };
  return {
    recipients: recipients.length,
    leftOut: leftOut
      .slice(0, NAMED)
      .map(({ member, reason }) => ({ number: member.number, companyName: member.company.legalName, reason })),
    samples: { fr: sample('fr'), en: sample('en') },
  };
};

export const mailingView = (mailing: Mailing): z.input<typeof MailingSummary> => ({
  mailingId: mailing.mailingId,
  at: mailing.at,
  by: mailing.by.name,
  form: mailing.form,
  recipients: mailing.recipients,
  leftOut: mailing.leftOut,
  sent: mailing.sent,
  skipped: mailing.skipped,
  status: mailing.status,
});
