import { useTranslation } from 'react-i18next';
import type { AssignmentReason } from '../../domain/antenna/assignment.ts';

/** Why the rule said what it said, a sentence each. */
export const AntennaReasons = ({ reasons }: { reasons: readonly AssignmentReason[] }) => {
  const { t } = useTranslation();
  return (
    <ul>
      {reasons.map(({ code, params }) => (
        <li key={code}>{t(`antenna.reason.${code}`, { replace: params })}</li>
      ))}
    </ul>
  );
};
