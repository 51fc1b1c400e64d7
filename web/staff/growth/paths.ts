// Where the parts of growth are in the console.

export const GROWTH = '/staff/growth';
export const COMPANIES_PATH = `${GROWTH}/companies`;
export const POLICY_PATH = `${GROWTH}/policy`;
export const PROGRAMME_PATH = `${GROWTH}/programme`;
export const JURORS_PATH = `${GROWTH}/jurors`;
export const JURY = '/staff/jury';

export const caseAddress = (caseId: string): string => `${GROWTH}/cases/${encodeURIComponent(caseId)}`;
export const companyAddress = (applicationId: string): string => `${COMPANIES_PATH}/${applicationId}`;
export const juryAddress = (caseId: string): string => `${JURY}/${encodeURIComponent(caseId)}`;
