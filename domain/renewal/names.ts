/** Name of the execution of a renewal: one a dossier and period, however often it is started. */
export const renewalName = (applicationId: string, key: string): string => `${applicationId}-renewal-${key}`;

/** Natural key of the dues of a renewal. */
export const renewalDuesId = (applicationId: string, key: string): string => `${applicationId}~renewal-${key}`;

/** Key of the renewal that dues are for; null for those of joining. */
export const renewalOfDues = (duesId: string): string | null =>
  /~renewal-(\d{4}-\d{2}-\d{2}(?:-\d+)?)$/.exec(duesId)?.[1] ?? null;
