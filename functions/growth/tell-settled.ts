import type { StoredCase } from '../data/growth-cases.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { settledOutput } from './settled.ts';

/** Tells the state that waits what settled it. A step that starts later finds out by itself. */
export const tellSettled = async (growthCase: StoredCase): Promise<void> => {
  const { token, abandoned } = growthCase;
  const output = settledOutput(growthCase);
  if (token !== null && abandoned === null && output !== null) await sendAnswer(token, output);
};
