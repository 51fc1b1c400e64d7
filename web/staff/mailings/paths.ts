import type { DirectoryFilter } from '../../../domain/directory/filter.ts';
import { filterParameters } from '../members/directory/view.ts';

export const MAILINGS_PATH = '/staff/mailings';

/** The page that writes to the members a filter means. */
export const newMailingAddress = (filter: DirectoryFilter): string => {
  const query = new URLSearchParams(filterParameters(filter)).toString();
  return query === '' ? `${MAILINGS_PATH}/new` : `${MAILINGS_PATH}/new?${query}`;
};
