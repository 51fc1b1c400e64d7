import type { Application } from '../../domain/application/application.ts';
import type { Holder } from '../../domain/invoice/issue.ts';
import { getMember } from '../data/members.ts';

/** Whom dues are asked of, as they are now: the member that an application became, or else what its form says. */
export const holderOf = async (application: Application): Promise<Holder> => {
  if (application.memberNumber !== null) return getMember(application.memberNumber);
  const { form, commune } = application;
  const { company, establishment, contact, figures } = form;
  return { company, establishment, contact, figures, commune };
};
