import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { ActionDialog } from '../action-dialog.tsx';
import { ReasonField } from '../fields.tsx';
import { useAction } from '../use-action.ts';

const Draft = z.object({ comment: z.string() });
const NOTHING: z.infer<typeof Draft> = { comment: '' };

/** Grants or declines the delay that a company asks for. */
export const DelayDialog = ({
  decision,
  all: { invoice, receivable },
  onClose,
  onDone,
}: {
  decision: 'grant' | 'decline';
  all: StaffInvoice;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { number } = invoice;
  const [draft, setDraft, forget] = useKeptDraft(`delay.${number}`, Draft, NOTHING);
  const action = useAction('DecideDelay', { number }, () => {
    forget();
    onDone();
  });
  const until = receivable?.delayAsked?.until;
  return (
    <ActionDialog
      title={t(`invoice.${decision}.title`)}
      text={t(`invoice.${decision}.text`, {
        company: invoice.buyer.legalName,
        day: until === undefined ? '' : formatDate(until, language),
      })}
      confirm={t(`invoice.${decision}.confirm`)}
      danger={decision === 'decline'}
      action={action}
      onClose={onClose}
      onSubmit={() => action.send({ decision, comment: draft.comment })}
    >
      <ReasonField
        label={t('invoice.comment')}
        description={t('invoice.commentHelp')}
        value={draft.comment}
        error={action.errorAt('comment')}
        onChange={(comment) => {
          action.drop('comment');
          setDraft({ comment });
        }}
      />
    </ActionDialog>
  );
};
