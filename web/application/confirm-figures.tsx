import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearlyFigures } from '../../domain/application/form.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { formatMoment, todayInParis } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './application.module.css';
import { useLookAgain } from './use-application.ts';

type Task = LinkApplication['openTasks'][number];
type Typed = Record<keyof YearlyFigures, number | string>;

/** The question of a renewal: the figures that the dues rest on. The year that closed last is proposed. */
export const ConfirmFigures = ({ token, task }: { token: string; task: Task }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const lookAgain = useLookAgain(token);
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const [figures, setFigures] = useState<Typed>(() => ({
    year: Number(todayInParis().slice(0, 4)) - 1,
    employees: '',
    turnover: '',
  }));
  const confirm = useMutation({
    mutationFn: () =>
      call('AnswerLinkTask', { params: { id: task.taskId }, link: token, idempotencyKey, body: { figures } }),
    onSettled: lookAgain,
  });
  const field = (name: keyof YearlyFigures, rest: { suffix?: string; thousandSeparator?: string } = {}) => (
    <NumberInput
      label={t(`application.figures.${name}`)}
      value={figures[name]}
      onChange={(value) => {
        // Other figures are another post.
        setIdempotencyKey(crypto.randomUUID());
        setFigures({ ...figures, [name]: value });
      }}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      required
      {...rest}
    />
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className={classes.action} onSubmit={send}>
      <p>{t('application.figures.text', { moment: formatMoment(task.dueAt, language) })}</p>
      <Group align="flex-end">
        {field('year')}
        {field('employees', { thousandSeparator: ' ' })}
        {field('turnover', { thousandSeparator: ' ', suffix: ' €' })}
      </Group>
      <Text size="sm">{t('application.figures.hint')}</Text>
      <Button type="submit" size="lg" color="terracotta.6" loading={confirm.isPending}>
        {t('application.figures.button')}
      </Button>
      {confirm.isError ? (
        <FailureAlert error={confirm.error} onRetry={() => confirm.mutate()} retrying={confirm.isPending} />
      ) : null}
    </form>
  );
};
