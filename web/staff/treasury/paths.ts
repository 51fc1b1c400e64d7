/** Where each page of the treasury is. */
export const TREASURY = '/staff/treasury';
export const BANK_PATH = `${TREASURY}/bank`;
export const QUEUE_PATH = `${TREASURY}/to-match`;
export const CREDITS_PATH = `${TREASURY}/credits`;
export const BALANCE_PATH = `${TREASURY}/balance`;
export const SCALE_PATH = `${TREASURY}/scale`;

export const invoiceAddress = (number: string): string => `${TREASURY}/invoices/${number}`;
export const statementAddress = (id: string): string => `${BANK_PATH}/${encodeURIComponent(id)}`;
export const accountAddress = (applicationId: string): string => `${TREASURY}/accounts/${applicationId}`;
