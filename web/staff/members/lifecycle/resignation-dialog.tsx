import { Alert, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { giveNotice, resignationDeadline } from '../../../../domain/member/lifecycle.ts';
import { parisDay } from '../../../../domain/time/paris.ts';
import { serverNow } from '../../../api/server-time.ts';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, usePreview } from './use-change.ts';

const Typed = z.object({ receivedOn: z.string(), late: z.boolean(), comment: z.string() });

/** Records a resignation that came in writing: in time for this period, or late for the next. */
export const ResignationDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const preview = usePreview();
  const now = new Date(serverNow()).toISOString();
  const [begun] = useState({ receivedOn: parisDay(now), late: false, comment: '' });
  const [typed, setTyped, forget] = useKeptDraft(`resignation.${member.number}`, Typed, begun);
  const { receivedOn, late, comment } = typed;
  const ends = (day: string | null): string[] =>
    day === null ? [] : [t('lifecycle.resignation.ends', { day: formatDate(day, language) })];
  const { sending, done } = useChange('TakeResignation', member.number, ({ endsOn }) => ends(endsOn), forget);
  const deadline = resignationDeadline(member.period);
  const tooLate = receivedOn > deadline;
  const outlook = preview(() => giveNotice(member, { receivedOn, late, comment }, now)?.member.resignation ?? null);
  const effective = 'value' in outlook ? (outlook.value?.effectiveOn ?? member.resignation?.effectiveOn ?? null) : null;
  const follows = [
    ...ends(effective),
    ...(effective === null ? [] : [t(tooLate ? 'lifecycle.resignation.owes' : 'lifecycle.resignation.free')]),
    ...(effective === null ? [] : [t('lifecycle.resignation.mail')]),
  ];
  return (
    <LifecycleDialog
      title={t('lifecycle.resignation.title')}
      text={t('lifecycle.resignation.text', { day: formatDate(deadline, language) })}
      confirm={t('lifecycle.resignation.confirm')}
      danger
      sending={sending}
      body={{ receivedOn, late: tooLate && late, comment }}
      follows={follows}
      done={done}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('lifecycle.resignation.receivedOn')}
        aria-required
        value={receivedOn}
        error={sending.errorAt('receivedOn')}
        onChange={(event) => {
          sending.drop('receivedOn');
          setTyped({ ...typed, receivedOn: event.currentTarget.value });
        }}
      />
      {tooLate && (
        <Alert color="ochre" title={t('lifecycle.resignation.tooLate', { day: formatDate(deadline, language) })}>
          <Checkbox
            label={t('lifecycle.resignation.late')}
            checked={late}
            onChange={(event) => setTyped({ ...typed, late: event.currentTarget.checked })}
          />
        </Alert>
      )}
      <CommentField
        value={comment}
        error={sending.errorAt('comment')}
        onChange={(value) => setTyped({ ...typed, comment: value })}
      />
    </LifecycleDialog>
  );
};
