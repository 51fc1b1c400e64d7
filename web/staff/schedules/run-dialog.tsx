import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStaffCall } from '../api/use-staff-call.ts';
import { ActionDialog } from '../treasury/action-dialog.tsx';
import type { Schedule } from './schedules-page.tsx';

/** Asks whether a schedule is meant to run now. @param onDone is given the instant its run is known by */
export const RunDialog = ({
  schedule,
  onClose,
  onDone,
}: {
  schedule: Schedule;
  onClose: () => void;
  onDone: (at: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const cache = useQueryClient();
  const run = useMutation({
    mutationFn: () => call('RunSchedule', { params: { name: schedule.name } }),
    onSuccess: ({ at }) => onDone(at),
    onSettled: () => cache.invalidateQueries({ queryKey: ['staff', 'ListSchedules'] }),
  });
  return (
    <ActionDialog
      title={t('schedules.run.title', { title: schedule.title[language] })}
      text={t('schedules.run.text', { what: schedule.what[language] })}
      confirm={t('schedules.run.confirm')}
      action={{ pending: run.isPending, failure: run.error }}
      onClose={onClose}
      onSubmit={() => run.mutate()}
    />
  );
};
