import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconInfoCircle, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import type { Failure } from '../../api/failure.ts';
import { useFailureText } from '../../feedback/use-failure-text.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { ItemResult } from './bulk-approval.ts';

const LOOKS = {
  waiting: { Icon: IconCircleDashed, color: 'gray.6' },
  sending: { Icon: IconLoader2, color: 'passage.7' },
  approved: { Icon: IconCircleCheck, color: 'green.7' },
  'already-answered': { Icon: IconInfoCircle, color: 'ochre.7' },
  failed: { Icon: IconAlertTriangle, color: 'red.7' },
} as const;

/** One company of a bulk approval, and what became of it, in words. */
export const BulkItem = ({ task, result }: { task: StaffTask; result: ItemResult<Failure> | null }) => {
  const say = useResultText();
  const { Icon, color } = LOOKS[result?.kind ?? 'waiting'];
  return (
    <li>
      <Text component="span" c={color}>
        <Icon size={20} aria-hidden="true" />
      </Text>
      <div>
        <Text fw={600}>{task.companyName}</Text>
        <Text size="sm" c="dimmed">
          {result === null ? task.communeName : say(result)}
        </Text>
      </div>
    </li>
  );
};

const useResultText = (): ((result: ItemResult<Failure>) => string) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const failureText = useFailureText();
  return (result) => {
    switch (result.kind) {
      case 'waiting':
      case 'sending':
      case 'approved':
        return t(`bulk.result.${result.kind}`);
      case 'already-answered':
        return result.by === null || result.at === null
          ? t('bulk.result.already')
          : t('bulk.result.alreadyBy', { name: result.by, date: formatMoment(result.at, language) });
      case 'failed':
        return t('bulk.result.failed', { why: failureText(result.failure).title });
    }
  };
};
