import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { BankLineToMatch } from '../../../../domain/contract/dues-responses.ts';
import { formatMoney } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { ActionDialog } from '../action-dialog.tsx';
import { ReasonField } from '../fields.tsx';
import { useAction } from '../use-action.ts';

const Draft = z.object({ reason: z.string() });
const NOTHING: z.infer<typeof Draft> = { reason: '' };

/** Sets a line aside for good, with a reason. */
export const DismissDialog = ({
  line,
  onClose,
  onDone,
}: {
  line: BankLineToMatch;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [draft, setDraft, forget] = useKeptDraft(`dismiss.${line.lineId}`, Draft, NOTHING);
  const action = useAction('DismissBankLine', { id: line.lineId }, () => {
    forget();
    onClose();
    onDone();
  });
  return (
    <ActionDialog
      title={t('queue.dismiss.title')}
      text={t('queue.dismiss.text', {
        amount: formatMoney(line.cents, line.currency, language),
        payer: line.payer ?? t('bank.noPayer'),
      })}
      confirm={t('queue.dismiss.confirm')}
      danger
      action={action}
      onClose={onClose}
      onSubmit={() => action.send({ reason: draft.reason })}
    >
      <ReasonField
        description={t('queue.dismiss.reasonHelp')}
        value={draft.reason}
        error={action.errorAt('reason')}
        onChange={(reason) => {
          action.drop('reason');
          setDraft({ reason });
        }}
      />
    </ActionDialog>
  );
};
