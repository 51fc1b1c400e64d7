import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeFigures } from '../../../../domain/member/change.ts';
import { parisDay } from '../../../../domain/time/paris.ts';
import { serverNow } from '../../../api/server-time.ts';
import { parseWholeNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { CommentField } from './comment-field.tsx';
import type { DialogProps } from './lifecycle-actions.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { useChange, useConsequences, usePreview } from './use-change.ts';

/** Records the headcount and turnover of a year. */
export const FiguresDialog = ({ member, onClose }: DialogProps) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const said = useConsequences(member.antenna);
  const preview = usePreview();
  const today = parisDay(new Date(serverNow()).toISOString());
  const latest = member.figures.at(-1);
  const [typed, setTyped] = useState({
    year: String(latest?.year ?? Number(today.slice(0, 4)) - 1),
    employees: String(latest?.employees ?? ''),
    turnover: String(latest?.turnover ?? ''),
    comment: '',
  });
  const { sending, done } = useChange('ChangeMemberFigures', member.number, ({ consequences }) => said(consequences));
  const change = (part: Partial<typeof typed>): void => {
    for (const field of Object.keys(part)) sending.drop(`figures.${field}`);
    setTyped({ ...typed, ...part });
  };
  // What cannot be read as a number is left for the route's schema to refuse.
  const read = (text: string) => parseWholeNumber(text, language) ?? Number.NaN;
  const figures = { year: read(typed.year), employees: read(typed.employees), turnover: read(typed.turnover) };
  const whole = Object.values(figures).every((value) => Number.isInteger(value));
  const outlook = whole ? preview(() => changeFigures(member, figures, typed.comment, today).consequences) : null;
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
          <TextInput
            key={field}
            label={t(`lifecycle.figures.${field}`)}
            inputMode="numeric"
            autoComplete="off"
            aria-required
            value={typed[field]}
            error={sending.errorAt(`figures.${field}`)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
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
