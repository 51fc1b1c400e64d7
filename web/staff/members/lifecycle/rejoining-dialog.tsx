import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { rejoin } from '../../../../domain/member/lifecycle.ts';
import { serverNow } from '../../../api/server-time.ts';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, usePreview } from './use-change.ts';

const Typed = z.object({ comment: z.string() });
const NOTHING = { comment: '' };

/** Takes a former member back, under its number. */
export const RejoiningDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const preview = usePreview();
  const [typed, setTyped, forget] = useKeptDraft(`rejoining.${member.number}`, Typed, NOTHING);
  const { comment } = typed;
  const { sending, done } = useChange('RejoinMember', member.number, () => [t('lifecycle.rejoining.asked')], forget);
  const outlook = preview(
    () => rejoin(member, comment, new Date(serverNow()).toISOString())?.member.renewal?.period ?? null,
  );
  const period = 'value' in outlook ? outlook.value : null;
  return (
    <LifecycleDialog
      title={t('lifecycle.rejoining.title', { company: member.company.legalName })}
      confirm={t('lifecycle.rejoining.confirm')}
      sending={sending}
      body={typed}
      follows={
        period === null
          ? []
          : [
              t('lifecycle.rejoining.period', {
                number: member.number,
                from: formatDate(period.from, language),
                to: formatDate(period.to, language),
              }),
              t('lifecycle.rejoining.dues'),
              t('lifecycle.rejoining.owed'),
            ]
      }
      done={done}
      onClose={onClose}
    >
      <CommentField
        value={comment}
        error={sending.errorAt('comment')}
        onChange={(said) => setTyped({ comment: said })}
      />
    </LifecycleDialog>
  );
};
