import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange } from './use-change.ts';

const Typed = z.object({ reason: z.string() });
const NOTHING = { reason: '' };

/** Excludes a member, at once. For the head office. */
export const ExclusionDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const [typed, setTyped, forget] = useKeptDraft(`exclusion.${member.number}`, Typed, NOTHING);
  const { sending, done } = useChange('ExcludeMember', member.number, () => [t('lifecycle.exclusion.ended')], forget);
  return (
    <LifecycleDialog
      title={t('lifecycle.exclusion.title', { company: member.company.legalName })}
      confirm={t('lifecycle.exclusion.confirm')}
      danger
      sending={sending}
      body={typed}
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
        value={typed.reason}
        error={sending.errorAt('reason')}
        onChange={(reason) => {
          sending.drop('reason');
          setTyped({ reason });
        }}
      />
    </LifecycleDialog>
  );
};
