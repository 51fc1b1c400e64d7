import { useTranslation } from 'react-i18next';
import type { ExecutionSummary } from '../../../domain/contract/responses.ts';
import { serverNow } from '../../api/server-time.ts';
import { formatDuration } from '../../format/durations.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useNow } from '../shared/use-now.ts';

/** How long an execution took, or has run so far, in words. */
export const useDuration = (): ((execution: Pick<ExecutionSummary, 'startedAt' | 'endedAt'>) => string) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  // Told again each minute, to the second.
  useNow();
  return ({ startedAt, endedAt }) => {
    const end = endedAt === null ? serverNow() : Date.parse(endedAt);
    const duration = formatDuration(end - Date.parse(startedAt), language);
    return endedAt === null ? t('executions.soFar', { duration }) : duration;
  };
};
