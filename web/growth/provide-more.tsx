import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { ANSWER_SCHEMAS } from '../../domain/task/task.ts';
import { call } from '../api/call.ts';
import own from '../application/application.module.css';
import { Quote } from '../application/quote.tsx';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { FreeText } from '../form/free-text.tsx';
import { useKept } from '../form/use-kept.ts';
import { useSending } from '../form/use-sending.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './growth.module.css';
import { useLookAgain } from './use-growth.ts';

const Typed = z.object({ message: z.string() });
const NOTHING = { message: '' };

/** What the jury asks more, in its words, and the company's answer. */
export const ProvideMore = ({
  token,
  task,
  questions,
}: {
  token: string;
  task: LinkGrowth['openTasks'][number];
  questions: readonly string[];
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const lookAgain = useLookAgain(token);
  const [typed, setTyped, forget] = useKept(`traboule.growth.answer.${task.taskId}`, Typed, NOTHING);
  const sending = useSending({
    schema: ANSWER_SCHEMAS['provide-more'],
    send: (body, idempotencyKey) =>
      call('AnswerLinkTask', { link: token, params: { id: task.taskId }, body, idempotencyKey }),
    onDone: () => {
      forget();
      return lookAgain();
    },
  });
  return (
    <form ref={sending.form} noValidate className={own.action} onSubmit={sending.submit(typed)}>
      {questions.map((question) => (
        <Quote key={question} label={t('growth.questions.jury')}>
          {question}
        </Quote>
      ))}
      <FreeText
        className={classes.wide}
        label={t('growth.more.label')}
        description={t('growth.more.until', { moment: formatMoment(task.dueAt, language) })}
        minRows={4}
        maxRows={20}
        maxLength={6000}
        aria-required
        value={typed.message}
        error={sending.errorAt('message')}
        onType={(value) => {
          sending.drop('message');
          setTyped({ message: value });
        }}
      />
      {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
      <Group>
        <Button type="submit" size="lg" color="terracotta.6" loading={sending.pending}>
          {t('growth.more.send')}
        </Button>
      </Group>
    </form>
  );
};
