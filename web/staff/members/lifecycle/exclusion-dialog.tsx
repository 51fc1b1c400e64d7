import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange } from './use-change.ts';

/** Excludes a member, at once. For the head office. */
export const ExclusionDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const [reason, setReason] = useState('');
  const { sending, done } = useChange('ExcludeMember', member.number, () => [t('lifecycle.exclusion.ended')]);
  return (
    <LifecycleDialog
      title={t('lifecycle.exclusion.title', { company: member.company.legalName })}
      confirm={t('lifecycle.exclusion.confirm')}
      danger
      sending={sending}
      body={{ reason }}
      follows={[
        t('lifecycle.exclusion.atOnce'),
        t('lifecycle.exclusion.owed'),
        t('lifecycle.exclusion.told', { email: member.contact.email }),
        t('lifecycle.exclusion.back'),
      ]}
      done={done}
      onClose={onClose}
    >
      <CommentField
        required
        value={reason}
        error={sending.errorAt('reason')}
        onChange={(value) => {
          sending.drop('reason');
          setReason(value);
        }}
      />
    </LifecycleDialog>
  );
};
