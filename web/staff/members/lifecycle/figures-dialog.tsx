import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { YearlyFigures } from '../../../../domain/application/form.ts';
import { changeFigures } from '../../../../domain/member/change.ts';
import { parisDay } from '../../../../domain/time/paris.ts';
import { serverNow } from '../../../api/server-time.ts';
import { typedNumber } from '../../../form/typed-number.ts';
import { WholeNumberInput } from '../../../form/whole-number-input.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, useConsequences, usePreview } from './use-change.ts';

const Typed = z.object({ year: z.string(), employees: z.string(), turnover: z.string(), comment: z.string() });

/** Records the headcount and turnover of a year. */
export const FiguresDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const said = useConsequences(member.antenna);
  const preview = usePreview();
  const today = parisDay(new Date(serverNow()).toISOString());
  const latest = member.figures.at(-1);
  const [begun] = useState({
    year: String(latest?.year ?? Number(today.slice(0, 4)) - 1),
    employees: String(latest?.employees ?? ''),
    turnover: String(latest?.turnover ?? ''),
    comment: '',
  });
  // Begun from other figures, it is another draft: what is known now is not written over by what was kept before.
  const from = [begun.year, begun.employees, begun.turnover].join(' ');
  const [typed, setTyped, forget] = useKeptDraft(`figures.${member.number}.${from}`, Typed, begun);
  const { sending, done } = useChange(
    'ChangeMemberFigures',
    member.number,
    ({ consequences }) => said(consequences),
    forget,
  );
  const change = (part: Partial<typeof typed>): void => {
    for (const field of Object.keys(part)) sending.drop(`figures.${field}`);
    setTyped({ ...typed, ...part });
  };
  const figures = {
    year: typedNumber(typed.year, language),
    employees: typedNumber(typed.employees, language),
    turnover: typedNumber(typed.turnover, language),
  };
  const sound = YearlyFigures.safeParse(figures).data;
  const outlook =
    sound === undefined ? null : preview(() => changeFigures(member, sound, typed.comment, today).consequences);
  return (
    <LifecycleDialog
      title={t('lifecycle.figures.title')}
      text={t('lifecycle.figures.text')}
      confirm={t('lifecycle.figures.confirm')}
      sending={sending}
      body={{ figures, comment: typed.comment }}
      follows={outlook !== null && 'value' in outlook ? said(outlook.value) : []}
      done={done}
      onClose={onClose}
    >
      <Group grow align="start">
        {(['year', 'employees', 'turnover'] as const).map((field) => (
          <WholeNumberInput
            key={field}
            label={t(`lifecycle.figures.${field}`)}
            grouped={field !== 'year'}
            value={typed[field]}
            error={sending.errorAt(`figures.${field}`)}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </Group>
      <CommentField
        value={typed.comment}
        error={sending.errorAt('comment')}
        onChange={(comment) => change({ comment })}
      />
    </LifecycleDialog>
  );
};
