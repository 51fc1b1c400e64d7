import { Button, Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { ANSWER_SCHEMAS } from '../../domain/task/task.ts';
import { call } from '../api/call.ts';
import own from '../application/application.module.css';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { FreeText } from '../form/free-text.tsx';
import { useKept } from '../form/use-kept.ts';
import { useSending } from '../form/use-sending.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './growth.module.css';
import { useLookAgain } from './use-growth.ts';

const Typed = z.object({ choice: z.enum(['accept', 'appeal']).nullable(), grounds: z.string() });
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { choice: null, grounds: '' };

/** After a decision against it the company accepts, or appeals once, with its grounds. Nothing is chosen beforehand. */
export const AppealForm = ({ token, task }: { token: string; task: LinkGrowth['openTasks'][number] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const lookAgain = useLookAgain(token);
  const [typed, setTyped, forget] = useKept(`traboule.growth.appeal.${task.taskId}`, Typed, NOTHING);
  const sending = useSending({
    schema: ANSWER_SCHEMAS['appeal-decision'],
    send: (body, idempotencyKey) =>
      call('AnswerLinkTask', { link: token, params: { id: task.taskId }, body, idempotencyKey }),
    onDone: () => {
      forget();
      return lookAgain();
    },
  });
  const change = (part: Partial<Typed>): void => {
    sending.drop('appeal');
    sending.drop('grounds');
    setTyped({ ...typed, ...part });
  };
  const body = {
    appeal: typed.choice === null ? undefined : typed.choice === 'appeal',
    grounds: typed.choice === 'appeal' ? typed.grounds : '',
  };
  return (
    <form ref={sending.form} noValidate className={own.action} onSubmit={sending.submit(body)}>
      <p>{t('growth.appeal.text', { moment: formatMoment(task.dueAt, language) })}</p>
      <Radio.Group
        className={classes.wide}
        label={t('growth.appeal.legend')}
        value={typed.choice}
        error={sending.errorAt('appeal') === undefined ? undefined : t('growth.appeal.missing')}
        onChange={(choice) => change({ choice: choice === 'appeal' ? 'appeal' : 'accept' })}
      >
        <Stack gap="xs" mt="xs">
          <div className={classes.option}>
            <Radio value="accept" label={t('growth.appeal.accept')} description={t('growth.appeal.acceptHelp')} />
          </div>
          <div className={classes.option}>
            <Radio value="appeal" label={t('growth.appeal.appeal')} description={t('growth.appeal.appealHelp')} />
          </div>
        </Stack>
      </Radio.Group>
      {typed.choice === 'appeal' ? (
        <FreeText
          className={classes.wide}
          label={t('growth.appeal.grounds')}
          description={t('growth.appeal.groundsHelp')}
          minRows={4}
          maxRows={20}
          maxLength={4000}
          aria-required
          value={typed.grounds}
          error={sending.errorAt('grounds')}
          onType={(value) => change({ grounds: value })}
        />
      ) : null}
      {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
      <Group>
        <Button type="submit" color={typed.choice === 'appeal' ? 'terracotta.6' : undefined} loading={sending.pending}>
          {t(typed.choice === 'appeal' ? 'growth.appeal.send' : 'growth.appeal.confirm')}
        </Button>
      </Group>
    </form>
  );
};
