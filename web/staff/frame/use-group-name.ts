import { useTranslation } from 'react-i18next';
import { ANTENNA_CODES, ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import type { StaffGroup } from '../../../domain/staff/staff.ts';

/** Names a group of staff in the reader's language. */
export const useGroupName = (): ((group: StaffGroup) => string) => {
  const { t } = useTranslation('staff');
  return (group) => {
    if (group === 'admin' || group === 'treasurer' || group === 'jury') return t(`groups.${group}`);
    const code = ANTENNA_CODES.find((antenna) => group === `antenna:${antenna}`);
    return code === undefined ? group : t('groups.antenna', { name: ANTENNA_NAMES[code] });
  };
};
