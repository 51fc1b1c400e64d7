/** A member's own page, behind its private link. */
export const MEMBERSHIP_PATH = '/application/membership';
/** Everything the cluster holds about it. */
export const DATA_PATH = `${MEMBERSHIP_PATH}/data`;
