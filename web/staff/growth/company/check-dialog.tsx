import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBody } from '../../../../domain/contract/growth-routes.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { AmountFields, begunWith, CommentField, sentFigures, TypedFigures } from '../../../growth/figures-fields.tsx';
import type { ShownYear } from '../../../growth/figures-list.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';

/** Confirms the figures of a year as they stand, or as the accounts have them, and says against what. */
export const CheckDialog = ({
  applicationId,
  year: shown,
  onClose,
  onDone,
}: {
  applicationId: string;
  year: ShownYear;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const cache = useQueryClient();
  const { year } = shown;
  const [begun] = useState(() => begunWith(shown));
  const [typed, setTyped, forget] = useKeptDraft(`check.${applicationId}.${year}`, TypedFigures, begun);
  const sending = useSending({
    schema: CheckBody,
    send: (body) => call('CheckFigures', { params: { id: applicationId, year }, body }),
    onDone: async () => {
      forget();
      await cache.invalidateQueries({ queryKey: ['staff'] });
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('growth.check.title', { year })}
      text={t('growth.check.text')}
      confirm={t('growth.check.confirm')}
      sending={sending}
      body={{ ...sentFigures(typed, language), comment: typed.comment }}
      onClose={onClose}
    >
      <AmountFields typed={typed} sending={sending} onChange={setTyped} />
      <CommentField
        label={t('growth.check.comment')}
        help={t('growth.check.commentHelp')}
        required
        typed={typed}
        sending={sending}
        onChange={setTyped}
      />
    </FormDialog>
  );
};
