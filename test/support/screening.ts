import type { ApplicationForm } from '../../domain/application/form.ts';
import type { StoredCase } from '../../functions/data/growth-cases.ts';
import { claimsOf } from './events.ts';
import { formOf } from './forms.ts';
import type { Joining } from './joining.ts';
import type { Submitted } from './world.ts';

/** The jury of these tests, by user name: a chair, four members, five deputies of other antennas. */
const REGISTER = [
  ['claire', 'chair'],
  ['hassan', 'member'],
  ['ines', 'member'],
  ['julien', 'member'],
  ['mathilde', 'member'],
  ['nadia', 'deputy'],
  ['antoine', 'deputy'],
  ['sofia', 'deputy'],
  ['eric', 'deputy'],
] as const;
export type JurorName = (typeof REGISTER)[number][0];

/** Signs a juror in. */
export const asJuror = (name: string) => ({
  staff: {
    ...claimsOf(['jury'], `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`),
    username: name,
  },
});

type Reply = Awaited<ReturnType<Joining['call']>>;

/** Everybody who takes part in a screening, acting through the real API. */
export type Screening = {
  joining: Joining;
  /** A member whose figures make it eligible (50 → 90 people over three years), screened unless the form says otherwise. */
  member(form?: ApplicationForm): Promise<Submitted>;
  case(one: Submitted): Promise<StoredCase>;
  /** Declares without conflict, then votes. */
  vote(
    one: Submitted,
    name: JurorName,
    vote: string,
    comment?: string,
  ): Promise<{ status: number; problem: string | null }>;
  declare(one: Submitted, name: JurorName, conflict: boolean): Promise<Reply>;
  /** Answers what the company is asked, through its link. */
  answer(
    one: Submitted,
    kind: string,
    body: Record<string, unknown>,
  ): Promise<{ status: number; problem: string | null }>;
  /** Names of the jurors who sit in the latest sitting, in order. */
  seats(one: Submitted): Promise<JurorName[]>;
  jurorId(name: JurorName): Promise<string>;
  /** Enters a juror in the register. */
  enter(name: JurorName, role: string): Promise<void>;
  /** Leaves its renewal unpaid, the day before it is struck off. @returns which member, and which renewal */
  unpaid(one: Pick<Submitted, 'applicationId'>): Promise<{ memberNumber: string; key: string }>;
  mails(one: Submitted): string[];
  /** Mails to a juror about a company. */
  mailsToJuror(name: JurorName, one: Submitted): string[];
};

/** Figures of four closed years. */
export const figuresOf = (...employees: number[]): ApplicationForm['figures'] =>
  employees.map((count, at) => ({ year: 2026 - employees.length + at, employees: count, turnover: 1_000_000 }));

/** A form of a company that asks to be screened. */
export const candidateForm = (...employees: number[]): ApplicationForm =>
  formOf({ growthProgramme: true, figures: figuresOf(...(employees.length > 0 ? employees : [50, 60, 75, 90])) });

/** Suspends a member for a renewal that it did not pay. @param now ISO 8601 instant */
export const leaveUnpaid = async (
  { applicationId }: Pick<Submitted, 'applicationId'>,
  now: string,
): Promise<{ memberNumber: string; key: string }> => {
  const { getApplication } = await import('../../functions/data/applications.ts');
  const { changeMember } = await import('../../functions/data/members.ts');
  const { memberNumber } = await getApplication(applicationId);
  if (memberNumber === null) throw new Error('It is no member.');
  const key = '2030-01-01';
  await changeMember(memberNumber, (member) =>
    member.renewal?.key === key
      ? null
      : {
          member: {
            ...member,
            status: 'suspended',
            renewal: { key, period: member.period, openedAt: now, started: true, figuresAt: now },
          },
          at: now,
          events: [],
        },
  );
  return { memberNumber, key };
};

/** The head office fills the register of jurors. @param add posts one */
export const enterJurors = async (
  add: (body: Record<string, unknown>) => Promise<{ status: number; text: string }>,
  register: readonly (readonly [JurorName, string])[] = REGISTER,
): Promise<void> => {
  for (const [userName, role] of register) {
    // Two of one antenna at most sit for one of its companies; those of these tests are of Saint-Étienne.
    const body = { userName, name: userName, email: `${userName}@jury.example`, language: 'fr', antenna: 'GRE', role };
    const reply = await add(body);
    if (reply.status !== 200) throw new Error(reply.text);
  }
};

/** The people of a screening, with the register of jurors filled by the head office. */
export const startScreeningWorld = async (joining: Joining): Promise<Screening> => {
  const add = (body: Record<string, unknown>) => joining.call('AddJuror', { staff: ['admin'], body });
  await enterJurors(add);
  const current = async ({ applicationId }: Submitted): Promise<StoredCase> => {
    const { listCasesOf } = await import('../../functions/data/growth-cases.ts');
    const latest = (await listCasesOf(applicationId)).at(-1);
    if (latest === undefined) throw new Error('There is no case.');
    return latest;
  };
  const jurors = async () => {
    const { listJurors } = await import('../../functions/data/jurors.ts');
    return listJurors();
  };
  const jurorId = async (name: JurorName): Promise<string> =>
    (await jurors()).find(({ userName, active }) => userName === name && active)?.jurorId ?? '';
  const voteOf = async (one: Submitted, name: JurorName): Promise<string> => {
    const { sessions, number, applicationId } = await current(one);
    return `${applicationId}~jury-vote~${number}-${sessions.length}-${await jurorId(name)}`;
  };
  const declare: Screening['declare'] = async (one, name, conflict) => {
    const { caseId } = await current(one);
    const body = { conflict, reason: conflict ? 'Un ancien associé.' : '' };
    return joining.call('DeclareConflict', { ...asJuror(name), params: { id: caseId }, body });
  };
  const named = (mails: { template: string }[]) =>
    mails.map(({ template }) => template.replace(/^test-(.*)-(fr|en)$/, '$1'));
  return {
    joining,
    case: current,
    declare,
    jurorId,
    enter: (name, role) => enterJurors(add, [[name, role]]),
    member: async (form = candidateForm()) => {
      const one = await joining.apply(form);
      await joining.confirm(one);
      await joining.decide(one, 'review-application', { decision: 'approve', comment: '' });
      await joining.pay(one);
      const { getApplication } = await import('../../functions/data/applications.ts');
      const { status } = await getApplication(one.applicationId);
      if (status !== 'admitted') throw new Error(`The company is ${status}.`);
      return one;
    },
    vote: async (one, name, vote, comment = `Selon ${name}.`) => {
      const declared = await declare(one, name, false);
      if (declared.problem !== null) return declared;
      // Who voted is asked no more: the question they answered is in the case.
      const id = String(declared.body.taskId ?? (await voteOf(one, name)));
      return joining.call('AnswerStaffTask', {
        ...asJuror(name),
        params: { id },
        body: { vote, conflict: false, comment },
      });
    },
    answer: async (one, kind, body) => {
      const { taskId } = await joining.task(one, kind);
      return joining.call('AnswerLinkTask', { params: { id: taskId }, link: one.link, body });
    },
    seats: async (one) => {
      const { sessions } = await current(one);
      return (sessions.at(-1)?.panel.seats ?? []).map(({ name }) => name) as JurorName[];
    },
    unpaid: (one) => leaveUnpaid(one, joining.now()),
    mails: ({ form }) => named(joining.world.mailsTo(form.contact.email)),
    mailsToJuror: (name, { form }) =>
      named(
        joining.world.mailsTo(`${name}@jury.example`).filter(({ data }) => data.companyName === form.company.legalName),
      ),
  };
};
