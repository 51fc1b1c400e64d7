import type * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import type { MemberChanged } from '../../domain/contract/member-responses.ts';
import type { Consequence, MemberChange } from '../../domain/member/change.ts';
import type { Member } from '../../domain/member/member.ts';
import { taskScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import type { StaffMember } from '../../domain/staff/staff.ts';
import { changeMember } from '../data/members.ts';
import type { Write } from '../data/table.ts';
import { growthEnded } from '../growth/ending.ts';

/** A change that staff make to a member. */
export type StaffChange = {
  number: string;
  by: StaffMember;
  /** ISO 8601 instant. */
  now: string;
  /** What the domain says of it; asked again when another writer was first. */
  decide: (member: Member) => MemberChange;
  /** What must change with the member or not at all. */
  writes?: (before: Member, after: Member) => Write[] | Promise<Write[]>;
  /** The company goes: what it has with the growth programme ends with the change. */
  endsGrowth?: true;
};

/** The dossier of a member, reached through the same person: links are asked for, and mails sent, by what it says. */
const reachedAs = (application: Application, { contact }: Member): Application => ({
  ...application,
  form: { ...application.form, contact },
});

/** What the API answers of a change. */
export const changedView = (
  { number, status, period, resignation }: Member,
  consequences: Consequence[] = [],
): z.input<typeof MemberChanged> => ({
  number,
  status,
  period,
  endsOn: resignation?.effectiveOn ?? null,
  consequences,
});

/**
 * Makes a change, with its line in the timeline, once: one that was made already changes nothing.
 * @returns the member afterwards, and what follows from the change; nothing follows from one that was made before
 * @throws Refusal `not-found`, `wrong-antenna`, `forbidden`, and whatever `decide` refuses; TransientStoreError
 */
export const staffChange = async ({
  number,
  by,
  now,
  decide,
  writes,
  endsGrowth,
}: StaffChange): Promise<{ member: Member; consequences: Consequence[] }> => {
  const said: { consequences: Consequence[] } = { consequences: [] };
  const actor = { kind: 'staff', id: by.id, name: by.name } as const;
  const member = await changeMember(number, async (before, application) => {
    assertWithin(taskScope(by), [before.antenna]);
    const { step, consequences } = decide(before);
    said.consequences = consequences;
    if (step === null) return null;
    const growth = endsGrowth ? await growthEnded(application, { reason: 'left', by: actor, now }) : null;
    return {
      member: step.member,
      application: reachedAs(application, step.member),
      at: now,
      events: [{ actor, happening: step.happening }, ...(growth?.events ?? [])],
      writes: [...((await writes?.(before, step.member)) ?? []), ...(growth?.writes ?? [])],
    };
  });
  return { member, consequences: said.consequences };
};
