import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { YearlyFigures } from '../../domain/application/form.ts';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { CorrectionBody } from '../../domain/contract/growth-routes.ts';
import { call } from '../api/call.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { typedNumber } from '../form/typed-number.ts';
import { useKept } from '../form/use-kept.ts';
import { useSending } from '../form/use-sending.ts';
import { WholeNumberInput } from '../form/whole-number-input.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { AmountFields, begunWith, CommentField, sentFigures, TypedFigures } from './figures-fields.tsx';
import type { ShownYear } from './figures-list.tsx';

const TypedYear = TypedFigures.extend({ year: z.string() });
type TypedYear = z.infer<typeof TypedYear>;

type Props = { token: string; onClose: () => void; onDone: (growth: LinkGrowth) => void };

/** A year more. @param suggested the year that is most likely meant */
export const AddYearDialog = ({ token, suggested, onClose, onDone }: Props & { suggested: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nothing] = useState<TypedYear>({ year: String(suggested), employees: '', turnover: '', comment: '' });
  const [typed, setTyped, forget] = useKept('traboule.growth.year', TypedYear, nothing);
  const sending = useSending({
    schema: YearlyFigures,
    send: (body) => call('AddFigures', { link: token, body }),
    onDone: (growth) => {
      forget();
      onDone(growth);
    },
  });
  return (
    <FormDialog
      confirm={t('growth.figures.save')}
      title={t('growth.figures.add.title')}
      text={t('growth.figures.add.text')}
      sending={sending}
      body={{ year: typedNumber(typed.year, language), ...sentFigures(typed, language) }}
      onClose={onClose}
    >
      <WholeNumberInput
        label={t('growth.year')}
        grouped={false}
        value={typed.year}
        error={sending.errorAt('year')}
        onChange={(year) => {
          sending.drop('year');
          setTyped({ ...typed, year });
        }}
      />
      <AmountFields typed={typed} sending={sending} onChange={setTyped} />
    </FormDialog>
  );
};

/** A year that is there, corrected, with why: what stood is kept. */
export const CorrectYearDialog = ({ token, year, onClose, onDone }: Props & { year: ShownYear }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [begun] = useState(() => begunWith(year));
  const [typed, setTyped, forget] = useKept(`traboule.growth.year.${year.year}`, TypedFigures, begun);
  const sending = useSending({
    schema: CorrectionBody,
    send: (body) => call('CorrectFigures', { link: token, params: { year: year.year }, body }),
    onDone: (growth) => {
      forget();
      onDone(growth);
    },
  });
  return (
    <FormDialog
      confirm={t('growth.figures.save')}
      title={t('growth.figures.correct.title', { year: year.year })}
      text={t(year.current.origin === 'checked' ? 'growth.figures.correct.checked' : 'growth.figures.correct.text')}
      sending={sending}
      body={{ ...sentFigures(typed, language), comment: typed.comment }}
      onClose={onClose}
    >
      <AmountFields typed={typed} sending={sending} onChange={setTyped} />
      <CommentField
        label={t('growth.figures.correct.comment')}
        help={t('growth.figures.correct.commentHelp')}
        typed={typed}
        sending={sending}
        onChange={setTyped}
      />
    </FormDialog>
  );
};
