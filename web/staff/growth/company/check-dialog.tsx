import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CheckBody } from '../../../../domain/contract/growth-routes.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { typedNumber } from '../../../form/typed-number.ts';
import { useSending } from '../../../form/use-sending.ts';
import { WholeNumberInput } from '../../../growth/figures-fields.tsx';
import type { ShownYear } from '../../../growth/figures-list.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';

const Typed = z.object({ employees: z.string(), turnover: z.string(), comment: z.string() });
type Typed = z.infer<typeof Typed>;

/** Confirms the figures of a year as they stand, or as the accounts have them, and says against what. */
export const CheckDialog = ({
  applicationId,
  year: { year, current },
  onClose,
  onDone,
}: {
  applicationId: string;
  year: ShownYear;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const call = useStaffCall();
  const cache = useQueryClient();
  const [begun] = useState<Typed>({
    employees: current.employees === null ? '' : String(current.employees),
    turnover: current.turnover === null ? '' : String(current.turnover),
    comment: '',
  });
  const [typed, setTyped, forget] = useKeptDraft(`check.${applicationId}.${year}`, Typed, begun);
  const sending = useSending({
    schema: CheckBody,
    send: (body) => call('CheckFigures', { params: { id: applicationId, year }, body }),
    onDone: async () => {
      forget();
      await cache.invalidateQueries({ queryKey: ['staff'] });
      onDone();
    },
  });
  const change = (field: keyof Typed) => (value: string) => {
    sending.drop(field);
    setTyped({ ...typed, [field]: value });
  };
  return (
    <FormDialog
      title={t('growth.check.title', { year })}
      text={t('growth.check.text')}
      confirm={t('growth.check.confirm')}
      sending={sending}
      body={{
        employees: typedNumber(typed.employees, language),
        turnover: typedNumber(typed.turnover, language),
        comment: typed.comment,
      }}
      onClose={onClose}
    >
      <WholeNumberInput
        label={shared('growth.measure.employees')}
        value={typed.employees}
        error={sending.errorAt('employees')}
        onChange={change('employees')}
      />
      <WholeNumberInput
        label={shared('growth.measure.turnover')}
        unit="€"
        value={typed.turnover}
        error={sending.errorAt('turnover')}
        onChange={change('turnover')}
      />
      <Textarea
        label={t('growth.check.comment')}
        description={t('growth.check.commentHelp')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        aria-required
        value={typed.comment}
        error={sending.errorAt('comment')}
        onChange={(event) => change('comment')(event.currentTarget.value)}
      />
    </FormDialog>
  );
};
