import type { StoredCase } from '../data/growth-cases.ts';
import { sendClosure } from '../shared/workflow.ts';

/** Tells the state that waits that its case is closed. A step that starts later finds out by itself. */
export const tellClosed = async ({ caseId, token, abandoned }: StoredCase): Promise<void> => {
  if (token !== null && abandoned !== null) await sendClosure(token, caseId);
};
