import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Siren } from '../../../../domain/company/identity.ts';
import { transferMember } from '../../../../domain/member/change.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, useConsequences, usePreview } from './use-change.ts';

const Typed = z.object({ siren: z.string(), legalName: z.string(), siret: z.string(), reason: z.string() });
const NOTHING = { siren: '', legalName: '', siret: '', reason: '' };

const digitsOf = (typed: string): string => typed.replace(/\s/g, '');

/** Transfers a membership to the company that goes on after a merger or a sale. For the head office. */
export const TransferDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const said = useConsequences(member.antenna);
  const preview = usePreview();
  const [typed, setTyped, forget] = useKeptDraft(`transfer.${member.number}`, Typed, NOTHING);
  const { sending, done } = useChange(
    'TransferMember',
    member.number,
    ({ consequences }) => said(consequences),
    forget,
  );
  const change = (part: Partial<typeof typed>): void => {
    for (const field of Object.keys(part)) {
      sending.drop(field);
      sending.drop(`company.${field}`);
    }
    setTyped({ ...typed, ...part });
  };
  const siret = digitsOf(typed.siret);
  const company = {
    siren: digitsOf(typed.siren),
    legalName: typed.legalName,
    siret: siret === '' ? null : siret,
  };
  const known = Siren.safeParse(company.siren).success && company.legalName.trim() !== '';
  const outlook = known ? preview(() => transferMember(member, company, typed.reason).consequences) : null;
  const follows = outlook !== null && 'value' in outlook ? said(outlook.value) : [];
  return (
    <LifecycleDialog
      title={t('lifecycle.transfer.title', { company: member.company.legalName })}
      text={t('lifecycle.transfer.text')}
      confirm={t('lifecycle.transfer.confirm')}
      sending={sending}
      body={{ company, reason: typed.reason }}
      follows={follows.length === 0 ? [] : [...follows, t('lifecycle.transfer.kept'), t('lifecycle.transfer.free')]}
      done={done}
      onClose={onClose}
    >
      <TextInput
        label={t('lifecycle.transfer.siren')}
        inputMode="numeric"
        aria-required
        value={typed.siren}
        error={sending.errorAt('company.siren')}
        onChange={(event) => change({ siren: event.currentTarget.value })}
      />
      <TextInput
        label={t('lifecycle.transfer.legalName')}
        aria-required
        value={typed.legalName}
        error={sending.errorAt('company.legalName')}
        onChange={(event) => change({ legalName: event.currentTarget.value })}
      />
      <TextInput
        label={t('lifecycle.address.siret')}
        inputMode="numeric"
        value={typed.siret}
        error={sending.errorAt('company.siret')}
        onChange={(event) => change({ siret: event.currentTarget.value })}
      />
      <CommentField
        required
        value={typed.reason}
        error={sending.errorAt('reason')}
        onChange={(reason) => change({ reason })}
      />
    </LifecycleDialog>
  );
};
