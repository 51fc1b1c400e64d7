import { useTranslation } from 'react-i18next';
import type { AssignmentReason } from '../../../domain/antenna/assignment.ts';

/** Puts a reason of the antenna rule into a sentence for staff: where companies are told "you", staff read "the company". */
export const useReason = (): ((reason: AssignmentReason) => string) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  return ({ code, params }) => {
    switch (code) {
      case 'outside-region-elsewhere':
      case 'preference-among-candidates':
      case 'preference-not-candidate':
        return t(`reason.${code}`, { replace: params });
      default:
        return shared(`antenna.reason.${code}`, { replace: params });
    }
  };
};
