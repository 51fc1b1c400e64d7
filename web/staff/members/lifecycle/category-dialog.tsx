import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CATEGORIES, Category } from '../../../../domain/company/category.ts';
import { changeCategory } from '../../../../domain/member/change.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, useConsequences } from './use-change.ts';

const Typed = z.object({ category: Category, comment: z.string() });

/** Puts a member into another category. */
export const CategoryDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const said = useConsequences(member.antenna);
  const [begun] = useState({ category: member.company.category, comment: '' });
  const [typed, setTyped, forget] = useKeptDraft(`category.${member.number}.${begun.category}`, Typed, begun);
  const { category, comment } = typed;
  const { sending, done } = useChange(
    'ChangeMemberCategory',
    member.number,
    ({ consequences }) => said(consequences),
    forget,
  );
  return (
    <LifecycleDialog
      title={t('lifecycle.category.title')}
      confirm={t('lifecycle.category.confirm')}
      sending={sending}
      body={typed}
      follows={said(changeCategory(member, category, comment).consequences)}
      done={done}
      onClose={onClose}
    >
      <Radio.Group
        label={t('lifecycle.category.field')}
        value={category}
        error={sending.errorAt('category')}
        onChange={(value) => setTyped({ ...typed, category: Category.parse(value) })}
      >
        <Stack gap="xs" mt="xs">
          {CATEGORIES.map((each) => (
            <Radio key={each} value={each} label={shared(`category.${each}.name`)} />
          ))}
        </Stack>
      </Radio.Group>
      <CommentField
        value={comment}
        error={sending.errorAt('comment')}
        onChange={(value) => setTyped({ ...typed, comment: value })}
      />
    </LifecycleDialog>
  );
};
