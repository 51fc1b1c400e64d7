import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { FreeText } from '../form/free-text.tsx';
import { typedNumber } from '../form/typed-number.ts';
import type { Sending } from '../form/use-sending.ts';
import { WholeNumberInput } from '../form/whole-number-input.tsx';
import type { Language } from '../i18n/language.ts';
import type { ShownYear } from './figures-list.tsx';

/** The figures of a year and what is said of them, as typed. */
export const TypedFigures = z.object({ employees: z.string(), turnover: z.string(), comment: z.string() });
export type TypedFigures = z.infer<typeof TypedFigures>;

const typedOf = (amount: number | null): string => (amount === null ? '' : String(amount));

/** The figures of a year as a form begins with them. */
export const begunWith = ({ current: { employees, turnover } }: ShownYear): TypedFigures => ({
  employees: typedOf(employees),
  turnover: typedOf(turnover),
  comment: '',
});

/** What is sent of figures that were typed. */
export const sentFigures = ({ employees, turnover }: TypedFigures, language: Language) => ({
  employees: typedNumber(employees, language),
  turnover: typedNumber(turnover, language),
});

type FieldsProps<T extends TypedFigures> = { typed: T; sending: Sending; onChange: (typed: T) => void };

/** Headcount and turnover. What is wrong with a field is forgotten as it is changed. */
export const AmountFields = <T extends TypedFigures>({ typed, sending, onChange }: FieldsProps<T>) => {
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

/** What is said of the figures: why they are corrected, or what they were checked against. */
export const CommentField = <T extends TypedFigures>({
  typed,
  sending,
  onChange,
  label,
  help,
  required = false,
}: FieldsProps<T> & { label: string; help: string; required?: boolean }) => (
  <FreeText
    label={label}
    description={help}
    aria-required={required}
    value={typed.comment}
    error={sending.errorAt('comment')}
    onType={(value) => {
      sending.drop('comment');
      onChange({ ...typed, comment: value });
    }}
  />
);
