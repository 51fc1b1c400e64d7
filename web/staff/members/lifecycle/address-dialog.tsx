import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { moveMember } from '../../../../domain/member/change.ts';
import { call } from '../../../api/call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import classes from './lifecycle.module.css';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, useConsequences, usePreview } from './use-change.ts';

const Typed = z.object({
  street: z.string(),
  postcode: z.string(),
  communeCode: z.string(),
  siret: z.string(),
  comment: z.string(),
});

const useCommunes = (postcode: string) =>
  useQuery({
    queryKey: ['communes', postcode],
    queryFn: async ({ signal }) => {
      const { items } = await call('FindCommunes', { query: { q: postcode }, signal });
      // Five digits may be the INSEE code of another commune, too.
      return items.filter(({ postcodes }) => postcodes.includes(postcode));
    },
    enabled: /^\d{5}$/.test(postcode),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Moves a member's establishment; in another commune its workflow places it anew. */
export const AddressDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const said = useConsequences(member.antenna);
  const preview = usePreview();
  const { street, postcode, communeCode, siret } = member.establishment;
  const [begun] = useState({ street, postcode, communeCode, siret: siret ?? '', comment: '' });
  // Begun from another address, it is another draft.
  const from = [begun.street, begun.communeCode, begun.siret].join(' ');
  const [typed, setTyped, forget] = useKeptDraft(`address.${member.number}.${from}`, Typed, begun);
  const communes = useCommunes(typed.postcode);
  const { sending, done } = useChange('MoveMember', member.number, ({ consequences }) => said(consequences), forget);
  const change = (part: Partial<typeof typed>): void => {
    for (const field of Object.keys(part)) sending.drop(`establishment.${field}`);
    setTyped({ ...typed, ...part });
  };
  const found = communes.data ?? [member.commune];
  // One commune needs no choosing.
  const commune = found.find(({ code }) => code === typed.communeCode) ?? (found.length === 1 ? found[0] : undefined);
  const digits = typed.siret.replace(/\s/g, '');
  const establishment = {
    street: typed.street,
    postcode: typed.postcode,
    communeCode: commune?.code ?? '',
    siret: digits === '' ? null : digits,
  };
  const outlook =
    commune === undefined
      ? null
      : preview(() => moveMember(member, establishment, commune, typed.comment).consequences);
  return (
    <LifecycleDialog
      title={t('lifecycle.address.title')}
      confirm={t('lifecycle.address.confirm')}
      sending={sending}
      body={{ establishment, comment: typed.comment }}
      follows={outlook !== null && 'value' in outlook ? said(outlook.value) : []}
      done={done}
      onClose={onClose}
    >
      <TextInput
        label={t('lifecycle.address.street')}
        aria-required
        value={typed.street}
        error={sending.errorAt('establishment.street')}
        onChange={(event) => change({ street: event.currentTarget.value })}
      />
      <div className={classes.place}>
        <TextInput
          label={t('lifecycle.address.postcode')}
          inputMode="numeric"
          maxLength={5}
          aria-required
          value={typed.postcode}
          error={sending.errorAt('establishment.postcode')}
          onChange={(event) => change({ postcode: event.currentTarget.value.trim(), communeCode: '' })}
        />
        <NativeSelect
          label={t('lifecycle.address.commune')}
          aria-required
          value={commune?.code ?? ''}
          error={sending.errorAt('establishment.communeCode')}
          onChange={(event) => change({ communeCode: event.currentTarget.value })}
          data={[
            { value: '', label: t('lifecycle.address.choose') },
            ...found.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </div>
      <TextInput
        label={t('lifecycle.address.siret')}
        inputMode="numeric"
        value={typed.siret}
        error={sending.errorAt('establishment.siret')}
        onChange={(event) => change({ siret: event.currentTarget.value })}
      />
      <CommentField
        value={typed.comment}
        error={sending.errorAt('comment')}
        onChange={(comment) => change({ comment })}
      />
    </LifecycleDialog>
  );
};
