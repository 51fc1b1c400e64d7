import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import { formatCents, parseCents, typedCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { ActionDialog } from '../action-dialog.tsx';
import { AmountField, ReasonField, typedAmount } from '../fields.tsx';
import { useToday } from '../invoices/use-late.ts';
import { useAction } from '../use-action.ts';

const METHODS = ['cheque', 'card', 'transfer'] as const;
const Draft = z.object({ method: z.enum(METHODS), amount: z.string(), receivedOn: z.string(), note: z.string() });

/** Enters a payment by hand. More than is left is taken too, and held for the company. */
export const PaymentDialog = ({
  all: { invoice, balanceCents },
  onClose,
  onDone,
}: {
  all: StaffInvoice;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const today = useToday();
  const { number } = invoice;
  const nothing = useMemo(
    (): z.infer<typeof Draft> => ({
      method: 'cheque',
      amount: typedCents(balanceCents, language),
      receivedOn: today,
      note: '',
    }),
    [balanceCents, language, today],
  );
  const [draft, setDraft, forget] = useKeptDraft(`pay.${number}`, Draft, nothing);
  const action = useAction('PayInvoice', { number }, () => {
    forget();
    onDone();
  });
  const cents = parseCents(draft.amount, language);
  const over = cents !== null && cents > balanceCents ? cents - balanceCents : 0;
  const change = (part: Partial<z.infer<typeof Draft>>, path: string): void => {
    action.drop(path);
    setDraft({ ...draft, ...part });
  };
  return (
    <ActionDialog
      title={t('invoice.pay.title')}
      text={t('invoice.pay.text', { number, company: invoice.buyer.legalName })}
      confirm={t('invoice.pay.confirm')}
      action={action}
      onClose={onClose}
      onSubmit={() =>
        action.send({
          method: draft.method,
          cents: typedAmount(draft.amount, language),
          receivedOn: draft.receivedOn,
          note: draft.note,
        })
      }
    >
      <NativeSelect
        label={t('invoice.pay.method')}
        value={draft.method}
        error={action.errorAt('method')}
        onChange={({ currentTarget: { value } }) =>
          change({ method: METHODS.find((method) => method === value) ?? draft.method }, 'method')
        }
        data={METHODS.map((method) => ({ value: method, label: t(`invoice.method.${method}`) }))}
      />
      <AmountField
        label={t('treasury.amount')}
        description={
          over > 0
            ? t('invoice.pay.over', { amount: formatCents(over, language) })
            : t('invoice.pay.left', { amount: formatCents(balanceCents, language) })
        }
        value={draft.amount}
        error={action.errorAt('cents')}
        onChange={(amount) => change({ amount }, 'cents')}
      />
      <TextInput
        type="date"
        label={t('invoice.pay.receivedOn')}
        max={today}
        value={draft.receivedOn}
        error={action.errorAt('receivedOn')}
        aria-required
        onChange={(event) => change({ receivedOn: event.currentTarget.value }, 'receivedOn')}
      />
      <ReasonField
        label={t('invoice.pay.note')}
        description={t('invoice.pay.noteHelp')}
        value={draft.note}
        error={action.errorAt('note')}
        onChange={(note) => change({ note }, 'note')}
      />
    </ActionDialog>
  );
};
