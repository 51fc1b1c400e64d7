import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { ActionDialog } from '../action-dialog.tsx';
import { centsOf, ReasonField, ShareField, WHOLE } from '../fields.tsx';
import { useAction } from '../use-action.ts';
import type { Credit } from './credits-page.tsx';

const Draft = z.object({ share: z.object({ whole: z.boolean(), amount: z.string() }), reason: z.string() });
const NOTHING: z.infer<typeof Draft> = { share: WHOLE, reason: '' };

/** Records that what is held was paid back, in whole or in part. */
export const RefundDialog = ({
  credit,
  onClose,
  onDone,
}: {
  credit: Credit;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [draft, setDraft, forget] = useKeptDraft(`refund.${credit.paymentId}`, Draft, NOTHING);
  const action = useAction('RefundCredit', { id: credit.paymentId }, () => {
    forget();
    onDone();
  });
  return (
    <ActionDialog
      title={t('credits.refund.title')}
      text={t('credits.refund.text', { company: credit.companyName })}
      confirm={t('credits.refund.confirm')}
      action={action}
      onClose={onClose}
      onSubmit={() => action.send({ cents: centsOf(draft.share, language), reason: draft.reason })}
    >
      <ShareField
        label={t('credits.refund.share')}
        cents={credit.heldCents}
        value={draft.share}
        error={action.errorAt('cents')}
        onChange={(share) => {
          action.drop('cents');
          setDraft({ ...draft, share });
        }}
      />
      <ReasonField
        description={t('credits.refund.reasonHelp')}
        value={draft.reason}
        error={action.errorAt('reason')}
        onChange={(reason) => {
          action.drop('reason');
          setDraft({ ...draft, reason });
        }}
      />
    </ActionDialog>
  );
};
