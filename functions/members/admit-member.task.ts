import type { Application } from '../../domain/application/application.ts';
import { assertMove } from '../../domain/application/lifecycle.ts';
import { AdmitMemberInput, AdmitMemberOutput } from '../../domain/joining/steps.ts';
import { newMember } from '../../domain/member/admit.ts';
import { assertLive } from '../applications/live.ts';
import { changeApplication } from '../data/applications.ts';
import { getMember, lastMemberCount, newMemberWrites } from '../data/members.ts';
import { handSirenToMember } from '../data/siren-locks.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';

/** Makes the application a membership: member, number, SIREN and status change together, or nothing does. */
const admit = (applicationId: string, now: string): Promise<Application> =>
  changeApplication(applicationId, async (application) => {
    if (application.status === 'admitted') return null;
    assertLive(application);
    assertMove(application.status, 'admitted');
    const count = await lastMemberCount();
    const member = newMember(application, count + 1, now);
    const { number, company } = member;
    return {
      application: { ...application, status: 'admitted', memberNumber: number, closedAt: now },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'member-admitted', memberNumber: number } }],
      writes: [...newMemberWrites(member, count), handSirenToMember(company.siren, applicationId, number, now)],
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
    values: () => ({
      firstName: form.contact.firstName,
      companyName: form.company.legalName,
      memberNumber,
      antenna,
      ...period,
    }),
    now,
  });
  return { memberNumber };
});
