import type { Application } from '../../domain/application/application.ts';
import { type CaseChange, changeCase, type StoredCase } from '../data/growth-cases.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { assertCaseOpen } from './live.ts';
import { settledOutput } from './settled.ts';

/** What a state of a screening that waits asks. */
type CaseQuestion = {
  caseId: string;
  /** ISO 8601 instant the state was entered. */
  now: string;
  taskToken: string;
  /** What the question changes of the case, with its tasks and lines; the same whenever the state is tried again. */
  ask: (growthCase: StoredCase, application: Application) => Promise<Omit<CaseChange, 'at'>>;
};

/**
 * Asks people about a case, once however often the state is tried: the case keeps the token of the state that waits. What
 * is settled already is told at once.
 * @returns the case and its application; null when there is nothing (left) to wait for
 * @throws CaseClosedError; TransientStoreError; TransientWorkflowError
 */
export const askAboutCase = async ({
  caseId,
  now,
  taskToken,
  ask,
}: CaseQuestion): Promise<{ growthCase: StoredCase; application: Application } | null> => {
  const asked = await changeCase(caseId, async (growthCase, application) => {
    assertCaseOpen(growthCase);
    const change = await ask(growthCase, application);
    // What was settled before this state came to wait is told below: nothing is left to deliver.
    return { ...change, growthCase: { ...change.growthCase, token: taskToken, undeliveredSince: null }, at: now };
  });
  const output = settledOutput(asked.growthCase);
  if (output === null) return asked;
  await sendAnswer(taskToken, output);
  return null;
};
