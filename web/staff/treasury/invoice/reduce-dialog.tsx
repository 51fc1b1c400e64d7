import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { ActionDialog } from '../action-dialog.tsx';
import { centsOf, ReasonField, ShareField, WHOLE } from '../fields.tsx';
import { useAction } from '../use-action.ts';

const ROUTE = { waive: 'WaiveInvoice', credit: 'CreditInvoice' } as const;
const Draft = z.object({ share: z.object({ whole: z.boolean(), amount: z.string() }), reason: z.string() });
const NOTHING: z.infer<typeof Draft> = { share: WHOLE, reason: '' };

/** Gives up, or cancels by a credit note, what is left of an invoice or a part of it, with a reason. */
export const ReduceDialog = ({
  kind,
  all: { invoice, balanceCents },
  onClose,
  onDone,
}: {
  kind: 'waive' | 'credit';
  all: StaffInvoice;
  onClose: () => void;
  /** @param creditNote number of the credit note that was issued; null for a waiver */
  onDone: (creditNote: string | null) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { number } = invoice;
  const [draft, setDraft, forget] = useKeptDraft(`${kind}.${number}`, Draft, NOTHING);
  const action = useAction(ROUTE[kind], { number }, (answer) => {
    forget();
    onDone('creditNote' in answer ? answer.creditNote : null);
  });
  return (
    <ActionDialog
      title={t(`invoice.${kind}.title`)}
      text={t(`invoice.${kind}.text`, { number, company: invoice.buyer.legalName })}
      confirm={t(`invoice.${kind}.confirm`)}
      danger
      action={action}
      onClose={onClose}
      onSubmit={() => action.send({ cents: centsOf(draft.share, language), reason: draft.reason })}
    >
      <ShareField
        label={t(`invoice.${kind}.share`)}
        cents={balanceCents}
        value={draft.share}
        error={action.errorAt('cents')}
        onChange={(share) => {
          action.drop('cents');
          setDraft({ ...draft, share });
        }}
      />
      <ReasonField
        description={t(`invoice.${kind}.reasonHelp`)}
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
