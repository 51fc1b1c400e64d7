import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { YearlyFigures } from '../../domain/application/form.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { typedNumber } from '../form/typed-number.ts';
import { useKept } from '../form/use-kept.ts';
import { useSending } from '../form/use-sending.ts';
import { WholeNumberInput } from '../form/whole-number-input.tsx';
import { formatMoment, todayInParis } from '../format/dates.ts';
import { formatEuros, formatNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './application.module.css';
import { useLookAgain } from './use-application.ts';

type Task = LinkApplication['openTasks'][number];
const Typed = z.object({ year: z.string(), employees: z.string(), turnover: z.string() });
type Typed = z.infer<typeof Typed>;
const Answer = z.strictObject({ figures: YearlyFigures });

/**
 * The question of a renewal: the figures that the dues rest on. The year that closed last is proposed, with its figures
 * where they are known.
 * @param latest the latest known, which stand when nobody answers
 */
export const ConfirmFigures = ({
  token,
  task,
  latest,
}: {
  token: string;
  task: Task;
  latest: YearlyFigures | null;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const lookAgain = useLookAgain(token);
  const [nothing] = useState<Typed>(() => {
    const closed = Number(todayInParis().slice(0, 4)) - 1;
    const known = latest?.year === closed ? latest : null;
    return {
      year: String(closed),
      employees: String(known?.employees ?? ''),
      turnover: String(known?.turnover ?? ''),
    };
  });
  const [typed, setTyped, forget] = useKept(`traboule.figures.${task.taskId}`, Typed, nothing);
  const sending = useSending({
    schema: Answer,
    send: (body, idempotencyKey) =>
      call('AnswerLinkTask', { params: { id: task.taskId }, link: token, idempotencyKey, body }),
    onDone: async () => {
      forget();
      await lookAgain();
    },
  });
  const submit = sending.submit({
    figures: {
      year: typedNumber(typed.year, language),
      employees: typedNumber(typed.employees, language),
      turnover: typedNumber(typed.turnover, language),
    },
  });
  const field = (name: keyof Typed, rest: { unit?: string; grouped?: boolean } = {}) => (
    <WholeNumberInput
      label={t(`application.figures.${name}`)}
      value={typed[name]}
      error={sending.errorAt(`figures.${name}`)}
      onChange={(value) => {
        sending.drop(`figures.${name}`);
        setTyped({ ...typed, [name]: value });
      }}
      {...rest}
    />
  );
  return (
    <form className={classes.action} ref={sending.form} onSubmit={submit} noValidate>
      <p>{t('application.figures.text', { moment: formatMoment(task.dueAt, language) })}</p>
      {latest === null ? null : (
        <p>
          {t('application.figures.latest', {
            count: latest.employees,
            year: latest.year,
            employees: formatNumber(latest.employees, language),
            turnover: formatEuros(latest.turnover, language),
          })}
        </p>
      )}
      <Group align="flex-start">
        {field('year', { grouped: false })}
        {field('employees')}
        {field('turnover', { unit: '€' })}
      </Group>
      <Text size="sm">{t('application.figures.hint')}</Text>
      <Button type="submit" size="lg" color="terracotta.6" loading={sending.pending}>
        {t('application.figures.button')}
      </Button>
      {sending.failure === null ? null : (
        <FailureAlert error={sending.failure} onRetry={() => submit()} retrying={sending.pending} />
      )}
    </form>
  );
};
