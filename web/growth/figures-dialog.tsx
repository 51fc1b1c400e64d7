import { Textarea } from '@mantine/core';
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
import { type Sending, useSending } from '../form/use-sending.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WholeNumberInput } from './figures-fields.tsx';
import type { ShownYear } from './figures-list.tsx';

const Typed = z.object({ year: z.string(), employees: z.string(), turnover: z.string(), comment: z.string() });
type Typed = z.infer<typeof Typed>;

type Props = { token: string; onClose: () => void; onDone: (growth: LinkGrowth) => void };

/** A year more. @param suggested the year that is most likely meant */
export const AddYearDialog = ({ token, suggested, onClose, onDone }: Props & { suggested: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nothing] = useState<Typed>({ year: String(suggested), employees: '', turnover: '', comment: '' });
  const [typed, setTyped, forget] = useKept('traboule.growth.year', Typed, nothing);
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
      body={{
        year: typedNumber(typed.year, language),
        employees: typedNumber(typed.employees, language),
        turnover: typedNumber(typed.turnover, language),
      }}
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
      <Amounts typed={typed} sending={sending} onChange={setTyped} />
    </FormDialog>
  );
};

/** A year that is there, corrected, with why: what stood is kept. */
export const CorrectYearDialog = ({ token, year, onClose, onDone }: Props & { year: ShownYear }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nothing] = useState<Typed>({
    year: String(year.year),
    employees: year.current.employees === null ? '' : String(year.current.employees),
    turnover: year.current.turnover === null ? '' : String(year.current.turnover),
    comment: '',
  });
  const [typed, setTyped, forget] = useKept(`traboule.growth.year.${year.year}`, Typed, nothing);
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
      body={{
        employees: typedNumber(typed.employees, language),
        turnover: typedNumber(typed.turnover, language),
        comment: typed.comment,
      }}
      onClose={onClose}
    >
      <Amounts typed={typed} sending={sending} onChange={setTyped} />
      <Textarea
        label={t('growth.figures.correct.comment')}
        description={t('growth.figures.correct.commentHelp')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={typed.comment}
        error={sending.errorAt('comment')}
        onChange={(event) => setTyped({ ...typed, comment: event.currentTarget.value })}
      />
    </FormDialog>
  );
};

const Amounts = ({
  typed,
  sending,
  onChange,
}: {
  typed: Typed;
  sending: Sending;
  onChange: (typed: Typed) => void;
}) => {
  const { t } = useTranslation();
  const change = (field: 'employees' | 'turnover') => (value: string) => {
    sending.drop(field);
    onChange({ ...typed, [field]: value });
  };
  return (
    <>
      <WholeNumberInput
        label={t('growth.measure.employees')}
        description={t('growth.figures.employeesHelp')}
        value={typed.employees}
        error={sending.errorAt('employees')}
        onChange={change('employees')}
      />
      <WholeNumberInput
        label={t('growth.measure.turnover')}
        unit="€"
        value={typed.turnover}
        error={sending.errorAt('turnover')}
        onChange={change('turnover')}
      />
    </>
  );
};
