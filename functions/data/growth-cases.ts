import * as z from 'zod';
import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { type CaseStage, GrowthCase, isOpen } from '../../domain/growth/case.ts';
import { applicationOfCase } from '../../domain/growth/case-id.ts';
import { type Change, changeApplication } from './applications.ts';
import { WriteConflict } from './errors.ts';
import { applicationPartition, CASE_PREFIX, caseIndexes, caseKey, GROWTH_CASES } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, list, transact, type Write } from './table.ts';

/** A screening with what only the back end may know. */
export const StoredCase = GrowthCase.extend({
  /** What the state that waits is told through; null while none waits. */
  token: z.string().min(1).nullable(),
  /** Since when its workflow must be started, or told of something; null when it knows all. */
  undeliveredSince: z.iso.datetime().nullable(),
  /** False until its first step ran. */
  started: z.boolean(),
  revision: z.int().nonnegative(),
});
export type StoredCase = z.infer<typeof StoredCase>;

/** The case, strongly consistent; null when there is none. */
export const findCase = (caseId: string): Promise<StoredCase | null> => get(caseKey(caseId), StoredCase);

/** @throws Refusal `not-found` */
export const getCase = async (caseId: string): Promise<StoredCase> => {
  const growthCase = await findCase(caseId);
  if (growthCase === null) throw new Refusal('not-found');
  return growthCase;
};

/** Every screening of a company, the oldest first. */
export const listCasesOf = (applicationId: string): Promise<StoredCase[]> =>
  list({ pk: applicationPartition(applicationId), prefix: CASE_PREFIX }, StoredCase);

/** Screenings: those that are open, then those that a jury had, then the others, the newest first of each. @param filter `antennas`: absent for all */
export const listCases = (
  filter: { antennas?: readonly AntennaCode[] | undefined; stage?: CaseStage | undefined },
  page: PageRequest,
): Promise<Page<StoredCase>> => {
  const { antennas, stage } = filter;
  return readPage('GSI1', { pk: GROWTH_CASES, newestFirst: true }, StoredCase, page, (growthCase) => {
    if (stage !== undefined && growthCase.stage !== stage) return false;
    return antennas === undefined || antennas.includes(growthCase.antenna);
  });
};

const PAGE = 100;

/** Screenings in the order of the list, up to the first that is not wanted. */
const casesWhile = async (wanted: (growthCase: StoredCase) => boolean): Promise<StoredCase[]> => {
  const cases: StoredCase[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCases({}, { cursor, limit: PAGE });
    for (const next of page.items) {
      if (!wanted(next)) return cases;
      cases.push(next);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return cases;
};

/** Screenings that are open. The list may lag by a moment: whoever acts on one reads it first. */
export const openCases = async (): Promise<StoredCase[]> =>
  (await casesWhile(({ endedAt }) => endedAt === null)).filter(isOpen);

/** How many judged screenings jurors look back on. */
const LOOKED_BACK = 200;

/** Screenings that are open, and the latest that a jury judged. */
export const casesOfJuries = (): Promise<StoredCase[]> => {
  let judged = 0;
  return casesWhile(({ endedAt, sessions }) => {
    if (endedAt === null) return true;
    judged += 1;
    return sessions.length > 0 && judged <= LOOKED_BACK;
  });
};

/** The write of a new case. */
export const newCaseWrite = (growthCase: StoredCase): Write => ({
  put: { ...caseKey(growthCase.caseId), ...caseIndexes(growthCase), ...growthCase },
  condition: 'attribute_not_exists(PK)',
  otherwise: () => new WriteConflict(`The case ${growthCase.caseId} was opened by another.`),
});

/** The write of a case as it becomes; it fails when somebody else wrote first. */
export const caseWrite = (before: StoredCase, after: StoredCase): Write => {
  const written = { ...after, revision: before.revision + 1 };
  return {
    put: { ...caseKey(written.caseId), ...caseIndexes(written), ...written },
    condition: 'revision = :read',
    values: { ':read': before.revision },
    otherwise: () => new WriteConflict(`The case ${written.caseId} was changed by another.`),
  };
};

/** Writes a case alone, where no line of the timeline tells of it. @throws {@link WriteConflict} when another was first */
export const writeCase = (before: StoredCase, changes: Partial<StoredCase>): Promise<void> =>
  transact([caseWrite(before, { ...before, ...changes })]);

/** What happens to a case in one write. */
export type CaseChange = {
  growthCase: StoredCase;
  /** ISO 8601 instant. */
  at: string;
  events: Change['events'];
  /** What must change with it or not at all: tasks, the profile, a cohort. */
  writes?: Write[];
};

/**
 * Changes a case and its company's timeline together. `decide` may run several times and must not act.
 * @param decide null when there is nothing (left) to do
 * @returns the case as it is afterwards, and its application
 * @throws Refusal `not-found`; whatever `decide` throws; TransientStoreError
 */
export const changeCase = async (
  caseId: string,
  decide: (growthCase: StoredCase, application: Application) => CaseChange | null | Promise<CaseChange | null>,
): Promise<{ growthCase: StoredCase; application: Application }> => {
  const result: { growthCase?: StoredCase } = {};
  const application = await changeApplication(applicationOfCase(caseId), async (current) => {
    const before = await getCase(caseId);
    const change = await decide(before, current);
    if (change === null) {
      result.growthCase = before;
      return null;
    }
    const { at, events, writes = [] } = change;
    // The company is the one that was screened; its antenna may have changed.
    const after = { ...change.growthCase, antenna: current.antenna?.code ?? before.antenna };
    result.growthCase = { ...after, revision: before.revision + 1 };
    return { application: current, at, events, writes: [caseWrite(before, after), ...writes] };
  });
  if (result.growthCase === undefined) throw new Error(`Nothing was decided of ${caseId}.`);
  return { growthCase: result.growthCase, application };
};
