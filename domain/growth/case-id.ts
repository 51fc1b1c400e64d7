/** A case's id: its company's application and which case of it it is. */
export const caseIdOf = (applicationId: string, number: number): string => `${applicationId}~${number}`;

/** The application a case's id starts with. */
export const applicationOfCase = (caseId: string): string => caseId.split('~')[0] ?? '';

/** Name of the execution that screens a company: one a case. */
export const screeningNameOf = (caseId: string): string => caseId.replace('~', '-growth-');

/** The case an execution of `high-growth-screening` is about; null when its name is of another form. */
export const caseOfScreening = (executionName: string): string | null => {
  const [, applicationId, number] = /^([0-9a-f-]{36})-growth-(\d+)$/.exec(executionName) ?? [];
  return applicationId === undefined ? null : caseIdOf(applicationId, Number(number));
};
