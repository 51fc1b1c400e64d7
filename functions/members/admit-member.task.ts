import type { Application } from '../../domain/application/application.ts';
import { assertMove } from '../../domain/application/lifecycle.ts';
import { AdmitMemberInput, AdmitMemberOutput } from '../../domain/joining/steps.ts';
import { newMember, readmittedMember } from '../../domain/member/admit.ts';
import type { Member } from '../../domain/member/member.ts';
import { erasedFrom } from '../../domain/member/retention.ts';
import { assertLive } from '../applications/live.ts';
import { type Change, changeApplication } from '../data/applications.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { getMember, lastMemberCount, memberWrites, newMemberWrites } from '../data/members.ts';
import { retentionWrite } from '../data/retention.ts';
import { handSirenToMember } from '../data/siren-locks.ts';
import type { Write } from '../data/table.ts';
import { openingOf } from '../growth/opening.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { formerMember } from './former.ts';

/** The member an application becomes: a new one, or the one its company was before, under the same number. */
const memberOf = async (application: Application, now: string): Promise<{ member: Member; writes: Write[] }> => {
  const former = await formerMember(application.form.company.siren);
  if (former !== null) {
    const member = readmittedMember(former, application, now);
    return {
      member,
      writes: [
        ...memberWrites(former, { member, at: now, events: [] }),
        // The dossier it had before is nobody's any more, and goes when it would have gone.
        ...(former.leftAt === null ? [] : [retentionWrite(former.applicationId, 'people', erasedFrom(former.leftAt))]),
      ],
    };
  }
  const count = await lastMemberCount();
  const member = newMember(application, count + 1, now);
  return { member, writes: newMemberWrites(member, count) };
};

/** Opens the screening for growth that the company asked for in its form: it is stored with the member, to be started. */
const openScreening = async (
  application: Application,
  member: Member,
  now: string,
): Promise<Pick<Change, 'events'> & { writes: Write[] }> => {
  if (!application.form.growthProgramme) return { events: [], writes: [] };
  const profile = await readProfile(application);
  const { event, writes } = openingOf(member, profile, { reason: 'admission', by: { kind: 'system' }, now });
  return { events: [event], writes };
};

/** Makes the application a membership: member, number, SIREN and status change together, or nothing does. */
const admit = (applicationId: string, now: string): Promise<Application> =>
  changeApplication(applicationId, async (application) => {
    if (application.status === 'admitted') return null;
    assertLive(application);
    assertMove(application.status, 'admitted');
    const { member, writes } = await memberOf(application, now);
    const { number, company } = member;
    const admitted = { ...application, status: 'admitted' as const, memberNumber: number, closedAt: now };
    const screening = await openScreening(admitted, member, now);
    return {
      application: admitted,
      at: now,
      events: [
        { actor: { kind: 'system' }, happening: { type: 'member-admitted', memberNumber: number } },
        ...screening.events,
      ],
      writes: [...writes, ...handSirenToMember(company.siren, applicationId, number, now), ...screening.writes],
    };
  });

/** Admits the company, once, and welcomes it. */
export const handler = task(AdmitMemberInput, AdmitMemberOutput, async ({ applicationId, now }) => {
  const application = await admit(applicationId, now);
  const { memberNumber, form } = application;
  if (memberNumber === null) throw new Error(`The application ${applicationId} has no membership number.`);
  const { antenna, period } = await getMember(memberNumber);
  await sendMail({
    name: 'member-admitted',
    application,
    naturalKey: applicationId,
    values: async () => ({
      firstName: form.contact.firstName,
      companyName: form.company.legalName,
      memberNumber,
      antenna,
      ...period,
      link: (await mailedLink(application, now)).url,
    }),
    now,
  });
  return { memberNumber, screening: form.growthProgramme };
});
