import type * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { waitsFor } from '../../domain/application/lifecycle.ts';
import { isLive } from '../../domain/application/status.ts';
import type {
  LinkApplication,
  LinkTask,
  StaffApplication,
  StaffApplicationSummary,
  StaffTask,
} from '../../domain/contract/responses.ts';
import type { Member } from '../../domain/member/member.ts';
import { membershipOutlook } from '../../domain/member/outlook.ts';
import { registerDifferences } from '../../domain/register/differences.ts';
import { answerableThrough, type LinkVia } from '../../domain/task/rules.ts';
import type { HumanTask } from '../../domain/task/task.ts';
import { forApplicant, type TimelineEvent } from '../../domain/timeline/event.ts';

// What of an application each reader gets to see.

const isOpen = (task: HumanTask): boolean => task.status === 'open';

const linkTasks = (tasks: readonly HumanTask[], via: LinkVia): z.input<typeof LinkTask>[] =>
  tasks
    .filter(isOpen)
    .flatMap(({ taskId, kind, dueAt, note, audience }) =>
      kind === 'confirm-email' || kind === 'correct-application' || kind === 'confirm-figures'
        ? [{ taskId, kind, dueAt, note, answerable: answerableThrough({ kind, audience }, via) }]
        : [],
    );

/**
 * An application as its applicant sees it, and the membership it led to: that may have passed to another company since.
 * @param member null while it led to none
 * @param via how the link it is read through reached the applicant's present address
 * @param now ISO 8601 instant
 */
export const linkView = (
  {
    application,
    member,
    tasks,
    timeline,
  }: {
    application: Application;
    member: Member | null;
    tasks: readonly HumanTask[];
    timeline: readonly TimelineEvent[];
  },
  via: LinkVia,
  now: string,
): LinkApplication => {
  const { applicationId, form, antenna, status } = application;
  const { legalName, siren } = member?.applicationId === applicationId ? member.company : form.company;
  return {
    applicationId,
    status,
    companyName: legalName,
    siren,
    language: form.contact.language,
    submittedAt: application.submittedAt,
    waitsFor: waitsFor(application, tasks),
    // A member is asked things too.
    openTasks: isLive(status) || status === 'admitted' ? linkTasks(tasks, via) : [],
    form,
    commune: application.commune,
    antenna: antenna === null ? null : { code: antenna.code, assignedBy: antenna.assignedBy },
    proposal: application.proposal,
    memberNumber: application.memberNumber,
    membership: member === null ? null : membershipOutlook(member, applicationId, now),
    expiryReason: application.expiryReason,
    refusalComment: application.refusalComment,
    withdrawable: isLive(status),
    timeline: timeline.map(({ at, actor, happening }) => ({
      at,
      actor: { kind: actor.kind },
      happening: forApplicant(happening),
    })),
  };
};

/** An application as a line of the staff's list. */
export const summaryView = (application: Application): z.input<typeof StaffApplicationSummary> => {
  const { company } = application.form;
  return {
    applicationId: application.applicationId,
    status: application.status,
    companyName: company.legalName,
    siren: company.siren,
    category: company.category,
    communeName: application.commune.name,
    antenna: application.antenna?.code ?? null,
    submittedAt: application.submittedAt,
    updatedAt: application.updatedAt,
  };
};

/** A task as staff see it, with what they must know of the application it is about. */
export const staffTaskView = (task: HumanTask, application: Application): StaffTask => {
  const { audience, answer: _, ...rest } = task;
  const { company } = application.form;
  // A member that moved is placed where it is now: the application tells where it was.
  const asked = task.kind === 'choose-antenna' ? application.proposal?.inputs.communeName : undefined;
  return {
    ...rest,
    antennas: audience.kind === 'staff' ? audience.antennas : [],
    headOffice: audience.kind === 'staff' && audience.headOffice,
    companyName: company.legalName,
    siren: company.siren,
    category: company.category,
    communeName: asked ?? application.commune.name,
    proposal: application.proposal,
  };
};

/** An application as staff see it, with what the register says beside what was typed. */
export const staffView = (
  application: Application,
  tasks: readonly HumanTask[],
  timeline: readonly TimelineEvent[],
): StaffApplication => ({
  ...summaryView(application),
  form: application.form,
  commune: application.commune,
  consent: application.consent,
  emailConfirmedAt: application.emailConfirmedAt,
  register: application.register,
  registerDifferences: registerDifferences(application),
  proposal: application.proposal,
  assignedBy: application.antenna?.assignedBy ?? null,
  memberNumber: application.memberNumber,
  expiryReason: application.expiryReason,
  refusalComment: application.refusalComment,
  restartable: application.status === 'failed',
  openTasks: tasks.filter(isOpen).map((task) => staffTaskView(task, application)),
  timeline: [...timeline],
});
