import type { Application } from '../../domain/application/application.ts';
import type { Member } from '../../domain/member/member.ts';
import { getApplication } from '../data/applications.ts';
import type { Correspondent } from '../shared/mailer.ts';

/** A member as a mail reaches it: its contact of today, in the dossier its application began. */
export const correspondent = (
  { applicationId, contact }: Member,
  { version }: Pick<Application, 'version'>,
): Correspondent => ({ applicationId, version, form: { contact } });

/** A member as a mail reaches it. @throws Refusal `not-found`; TransientStoreError */
export const readCorrespondent = async (member: Member): Promise<Correspondent> =>
  correspondent(member, await getApplication(member.applicationId));
