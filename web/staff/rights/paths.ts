/** The page of the rights over a dossier. */
export const rightsAddress = (applicationId: string): string => `/staff/rights/${applicationId}`;
/** Everything that is held of it, to be read and handed over. */
export const exportAddress = (applicationId: string): string => `${rightsAddress(applicationId)}/export`;
