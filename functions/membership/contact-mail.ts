import { getApplication } from '../data/applications.ts';
import { type OwedMail, owedMailId } from '../data/owed-mails.ts';
import { sendMail } from '../shared/mailer.ts';

/**
 * Tells the address before that another one has taken its place.
 * @throws TransientMailError, TransientStoreError
 */
export const sendContactChanged = async (mail: OwedMail & { about: 'contact' }, now: string): Promise<void> => {
  const { applicationId, former, companyName, email } = mail;
  const { version } = await getApplication(applicationId);
  await sendMail({
    name: 'contact-changed',
    application: { applicationId, version, form: { contact: former } },
    naturalKey: owedMailId(mail),
    values: () => ({ firstName: former.firstName, companyName, email }),
    now,
  });
};
