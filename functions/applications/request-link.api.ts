import type { Application } from '../../domain/application/application.ts';
import { sameEmail } from '../../domain/application/changes.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { findApplication } from '../data/applications.ts';
import { takeLinkRequest } from '../data/link-requests.ts';
import { findMember } from '../data/members.ts';
import { findFormer, findSirenLock } from '../data/siren-locks.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';

/** The application that holds a SIREN, or became the membership that does, or did: it may still owe, or ask for its data. */
const applicationOf = async (siren: string): Promise<Application | null> => {
  const lock = await findSirenLock(siren);
  if (lock?.owner === 'application') return findApplication(lock.id);
  const number = lock?.id ?? (await findFormer(siren));
  const member = number === null ? null : await findMember(number);
  return member === null ? null : findApplication(member.applicationId);
};

/** Mails a new link to the address of an application. The answer is the same whether there is one or not. */
export const handler = api(ROUTES.RequestLink, anybody, async ({ body, now }) => {
  const application = await applicationOf(body.siren);
  if (application !== null && sameEmail(application.form.contact.email, body.email)) {
    const slot = await takeLinkRequest(application.applicationId, now);
    if (slot === null) return { sent: true as const };
    const { firstName } = application.form.contact;
    const companyName = application.form.company.legalName;
    await sendMail({
      name: 'link-requested',
      application,
      naturalKey: `${application.applicationId}#${slot}`,
      values: async () => {
        const { url, validUntil } = await mailedLink(application, now);
        return { firstName, companyName, link: url, expiresAt: validUntil };
      },
      now,
    });
  }
  return { sent: true as const };
});
