import * as z from 'zod';
import type { ApplicationForm } from '../../domain/application/form.ts';
import type { Member } from '../../domain/member/member.ts';
import { formOf } from './forms.ts';
import { bringToReview, submit, type World } from './world.ts';

const Admitted = z.object({ memberNumber: z.string() });

/** A company that joined: its dossier, its number, and the link the form was answered with. */
export type Joined = { applicationId: string; number: string; link: string; form: ApplicationForm };

/** Takes a company from the form to the member, through the real handlers. @param now ISO 8601 instant of all of it */
export const joinMember = async (world: World, now: string, form: ApplicationForm = formOf()): Promise<Joined> => {
  const submitted = await submit(world, form, now);
  const taskId = await bringToReview(world, submitted, now);
  await world.call('AnswerStaffTask', {
    params: { id: taskId },
    staff: ['admin'],
    body: { decision: 'approve', comment: '' },
    now,
  });
  const { applicationId, link } = submitted;
  const { memberNumber } = Admitted.parse(await world.task('members/admit-member', { applicationId, now }));
  return { applicationId, number: memberNumber, link, form };
};

/** The member as it is kept. */
export const memberOf = async ({ number }: Pick<Joined, 'number'>): Promise<Member> => {
  const { getMember } = await import('../../functions/data/members.ts');
  return getMember(number);
};

/** Types of the lines of its dossier. */
export const linesOf = async ({ applicationId }: Pick<Joined, 'applicationId'>): Promise<string[]> => {
  const { listTimeline } = await import('../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};

/** Who holds a SIREN. */
export const holderOf = async (siren: string) => {
  const { findSirenLock } = await import('../../functions/data/siren-locks.ts');
  return findSirenLock(siren);
};
