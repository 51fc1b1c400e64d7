import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { ApplicationForm } from '../../domain/application/form.ts';
import type { Member } from '../../domain/member/member.ts';
import { formOf, nextSiren } from './forms.ts';
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

/**
 * As many more members like one: its dossier as it is, under their own ids, SIRENs, names and addresses. For tests that
 * need many, when joining has been tested elsewhere. Their links open nothing, and their numbers come from no series.
 */
export const membersLike = async (world: World, one: Joined, count: number): Promise<Omit<Joined, 'link'>[]> => {
  const others = Array.from({ length: count }, (_, at) => {
    const siren = nextSiren();
    const form: ApplicationForm = JSON.parse(JSON.stringify(one.form).replaceAll(one.form.company.siren, siren));
    return { applicationId: randomUUID(), number: `M9${String(at).padStart(5, '0')}`, form };
  });
  await world.copy(
    others.map(
      ({ applicationId, number, form }) =>
        new Map([
          [one.applicationId, applicationId],
          [one.number, number],
          [one.form.company.siren, form.company.siren],
        ]),
    ),
  );
  return others;
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
