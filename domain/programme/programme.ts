import type { AntennaCode } from '../antenna/antenna.ts';
import { Refusal } from '../errors.ts';
import type { Actor } from '../task/task.ts';
import {
  type Candidate,
  type Cohort,
  type ExitReason,
  inPlace,
  type Participant,
  takes,
  type WaitingList,
} from './cohort.ts';
import { chooseMentor, type Mentor, mayMentor, withCharge, withoutCharge } from './mentor.ts';

/** The whole programme as it was read; each part is written on condition that it is still so. */
export type Programme = {
  cohorts: readonly Cohort[];
  waiting: WaitingList;
  mentors: readonly Mentor[];
};

/** Tells whether a company has a place or waits for one. */
export const isKnown = ({ cohorts, waiting }: Pick<Programme, 'cohorts' | 'waiting'>, applicationId: string): boolean =>
  waiting.entries.some((entry) => entry.applicationId === applicationId) ||
  cohorts.some((cohort) => inPlace(cohort).some((one) => one.applicationId === applicationId));

const replace = <T>(list: readonly T[], old: T, now: T): T[] => list.map((one) => (one === old ? now : one));

/** Gives a company a place in a cohort, with a mentor where one is free. */
const place = (programme: Programme, cohort: Cohort, candidate: Candidate, at: string, told: boolean): Programme => {
  const mentor = chooseMentor(programme.mentors, candidate);
  const { applicationId, caseId, memberNumber, companyName, siren, antenna } = candidate;
  const participant: Participant = {
    applicationId,
    caseId,
    memberNumber,
    companyName,
    siren,
    antenna,
    enrolledAt: at,
    mentorId: mentor?.mentorId ?? null,
    done: [],
    exit: null,
    told,
  };
  return {
    ...programme,
    cohorts: replace(programme.cohorts, cohort, { ...cohort, participants: [...cohort.participants, participant] }),
    mentors:
      mentor === null ? programme.mentors : replace(programme.mentors, mentor, withCharge(mentor, applicationId)),
  };
};

/** The cohort that takes the next company: the first to begin among those with a place. */
const nextCohort = (cohorts: readonly Cohort[], on: string): Cohort | undefined =>
  cohorts
    .filter((cohort) => takes(cohort, on))
    .sort((a, b) => a.from.localeCompare(b.from) || a.cohortId.localeCompare(b.cohortId))[0];

/**
 * Enrols an admitted company: in the first cohort with a place, or else on the waiting list, after those who were
 * admitted before it. Enrolled again,
 * nothing changes.
 * @param on ISO 8601 date in Europe/Paris
 */
export const enrol = (programme: Programme, candidate: Candidate, when: { at: string; on: string }): Programme => {
  if (isKnown(programme, candidate.applicationId)) return programme;
  const cohort = nextCohort(programme.cohorts, when.on);
  // Whoever waits already goes first.
  if (cohort !== undefined && programme.waiting.entries.length === 0) {
    return place(programme, cohort, candidate, when.at, true);
  }
  // In the order the juries admitted them, whichever of two that come at once is written first.
  const entries = [...programme.waiting.entries, { ...candidate, since: when.at }].sort((a, b) =>
    a.since.localeCompare(b.since),
  );
  return fill({ ...programme, waiting: { ...programme.waiting, entries } }, when);
};

/** Gives the places that are free to those who wait, the longest waiting first. */
export const fill = (programme: Programme, when: { at: string; on: string }): Programme => {
  const [next, ...entries] = programme.waiting.entries;
  const cohort = nextCohort(programme.cohorts, when.on);
  if (next === undefined || cohort === undefined) return programme;
  const placed = place(programme, cohort, next, when.at, false);
  return fill({ ...placed, waiting: { ...placed.waiting, entries } }, when);
};

/** The programme with a company of this antenna from now on, wherever it stands in it; where it does already, as it is. */
export const placedIn = (programme: Programme, applicationId: string, antenna: AntennaCode): Programme => {
  const moves = (one: Candidate): boolean => one.applicationId === applicationId && one.antenna !== antenna;
  const moved = <T extends Candidate>(list: readonly T[]): T[] =>
    list.map((one) => (moves(one) ? { ...one, antenna } : one));
  const { cohorts, waiting } = programme;
  return {
    ...programme,
    cohorts: cohorts.map((cohort) =>
      cohort.participants.some(moves) ? { ...cohort, participants: moved(cohort.participants) } : cohort,
    ),
    waiting: waiting.entries.some(moves) ? { ...waiting, entries: moved(waiting.entries) } : waiting,
  };
};

/** Stands where a company was. */
const NOBODY = '—';

/** A company that had a place, without its name and what was said of it: that there was one stays. */
const nameless = (participant: Participant): Participant => ({
  ...participant,
  companyName: NOBODY,
  siren: '',
  done: participant.done.map((milestone) => ({ ...milestone, comment: '' })),
  exit: participant.exit === null ? null : { ...participant.exit, comment: '' },
});

/** The programme without what it says of a company whose dossier is erased: it has left, so it waits for no place. */
export const forgetting = (programme: Programme, applicationId: string): Programme => ({
  ...programme,
  cohorts: programme.cohorts.map((cohort) => {
    const known = ({ applicationId: id, companyName }: Participant) => id === applicationId && companyName !== NOBODY;
    if (!cohort.participants.some(known)) return cohort;
    return { ...cohort, participants: cohort.participants.map((one) => (known(one) ? nameless(one) : one)) };
  }),
});

/** Changes a company that holds a place. @throws Refusal `not-found` when it holds none there */
const change = (
  programme: Programme,
  cohortId: string,
  applicationId: string,
  changed: (participant: Participant, cohort: Cohort) => Participant,
): Programme => {
  const cohort = programme.cohorts.find((one) => one.cohortId === cohortId);
  const participant =
    cohort === undefined ? undefined : inPlace(cohort).find((one) => one.applicationId === applicationId);
  if (cohort === undefined || participant === undefined) throw new Refusal('not-found');
  const participants = replace(cohort.participants, participant, changed(participant, cohort));
  return { ...programme, cohorts: replace(programme.cohorts, cohort, { ...cohort, participants }) };
};

export type Exit = { reason: ExitReason; at: string; by: Actor; comment: string };

/**
 * A company leaves its cohort, or graduates from it: its place goes to the one that has waited the longest, its mentor
 * is free.
 * @throws Refusal `not-found` when it holds no place there
 */
export const leave = (
  programme: Programme,
  cohortId: string,
  applicationId: string,
  exit: Exit,
  on: string,
): Programme => {
  const left = change(programme, cohortId, applicationId, (participant) => ({ ...participant, exit }));
  const mentors = left.mentors.map((mentor) =>
    mentor.charges.includes(applicationId) ? withoutCharge(mentor, applicationId) : mentor,
  );
  return fill({ ...left, mentors }, { at: exit.at, on });
};

/** A company leaves the programme wherever it stands in it: its place, or the waiting list. Elsewhere nothing changes. */
export const leaveProgramme = (programme: Programme, applicationId: string, exit: Exit, on: string): Programme => {
  const entries = programme.waiting.entries.filter((entry) => entry.applicationId !== applicationId);
  const rest =
    entries.length === programme.waiting.entries.length
      ? programme
      : { ...programme, waiting: { ...programme.waiting, entries } };
  const cohort = rest.cohorts.find((one) => inPlace(one).some((each) => each.applicationId === applicationId));
  return cohort === undefined ? rest : leave(rest, cohort.cohortId, applicationId, exit, on);
};

/**
 * Changes how many companies a cohort takes; more places go to those who wait.
 * @throws Refusal `not-found`; `invalid-fields` when more hold a place already
 */
export const resize = (
  programme: Programme,
  cohortId: string,
  capacity: number,
  when: { at: string; on: string },
): Programme => {
  const cohort = programme.cohorts.find((one) => one.cohortId === cohortId);
  if (cohort === undefined) throw new Refusal('not-found');
  const taken = inPlace(cohort).length;
  if (capacity < taken) {
    throw new Refusal('invalid-fields', {
      errors: [{ path: 'capacity', code: 'cohort.below-enrolled', params: { taken } }],
    });
  }
  return fill({ ...programme, cohorts: replace(programme.cohorts, cohort, { ...cohort, capacity }) }, when);
};

/** Records a milestone once; recorded again, the later record stands. @throws Refusal `not-found`, `invalid-fields` */
export const recordMilestone = (
  programme: Programme,
  cohortId: string,
  applicationId: string,
  taken: Participant['done'][number],
): Programme =>
  change(programme, cohortId, applicationId, (participant, cohort) => {
    if (!cohort.milestones.some(({ milestoneId }) => milestoneId === taken.milestoneId)) {
      throw new Refusal('invalid-fields', { errors: [{ path: 'milestoneId', code: 'not-in-list' }] });
    }
    const others = participant.done.filter(({ milestoneId }) => milestoneId !== taken.milestoneId);
    return { ...participant, done: [...others, taken] };
  });

/**
 * Gives a company another mentor.
 * @throws Refusal `not-found`; `invalid-fields` when the mentor has a tie with it, or takes no more on
 */
export const assignMentor = (
  programme: Programme,
  cohortId: string,
  applicationId: string,
  mentorId: string,
): Programme => {
  const mentor = programme.mentors.find((one) => one.mentorId === mentorId);
  const assigned = change(programme, cohortId, applicationId, (participant) => {
    if (mentor === undefined || !mayMentor(mentor, participant)) {
      throw new Refusal('invalid-fields', { errors: [{ path: 'mentorId', code: 'mentor.not-available' }] });
    }
    return { ...participant, mentorId };
  });
  return {
    ...assigned,
    mentors: assigned.mentors.map((one) => {
      if (one.mentorId === mentorId) return withCharge(one, applicationId);
      return one.charges.includes(applicationId) ? withoutCharge(one, applicationId) : one;
    }),
  };
};

/** Companies that moved up and were not told so yet. */
export const untold = ({ participants }: Pick<Cohort, 'participants'>): Participant[] =>
  participants.filter(({ told, exit }) => !told && exit === null);
