import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ComponentType, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ApplicationForm } from '../../domain/application/form.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { QuotePanel } from '../dues/quote-panel.tsx';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { AntennaSection } from '../form/antenna-section.tsx';
import { ChangedCount } from '../form/changed-count.tsx';
import { CompanySection } from '../form/company-section.tsx';
import { ContactSection } from '../form/contact-section.tsx';
import { fromForm } from '../form/draft.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { EstablishmentSection } from '../form/establishment-section.tsx';
import { FiguresSection } from '../form/figures-section.tsx';
import { FormFrame, useServerErrors } from '../form/form-frame.tsx';
import { correctionPlace } from '../form/kept.ts';
import { judge, SECTIONS, type Section } from '../form/sections.ts';
import { type DraftForm, useDraftForm } from '../form/use-draft-form.ts';
import { useShownErrors } from '../form/use-shown-errors.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/page.tsx';
import classes from './application.module.css';
import { Quote } from './quote.tsx';
import { useLookAgain } from './use-application.ts';

type Task = LinkApplication['openTasks'][number];

/** The charter was accepted already: a correction does not ask for it again. */
const FIELDS: readonly [Exclude<Section, 'charter'>, ComponentType][] = [
  ['company', () => <CompanySection sirenFixed />],
  ['establishment', EstablishmentSection],
  ['contact', ContactSection],
  ['figures', FiguresSection],
  ['antenna', AntennaSection],
];

/** The form as it was sent, to be corrected: the comment in sight, what changed marked, everything kept until sent. */
export const CorrectForm = ({
  token,
  application,
  task,
}: {
  token: string;
  application: LinkApplication;
  task: Task;
}) => {
  const language = useLanguage();
  // The question is about the form as it stood when it was opened, whatever a refresh brings.
  const [before] = useState(application.form);
  const kept = useDraftForm(
    correctionPlace(task.taskId),
    () => fromForm(application.form, application.commune),
    (draft) => judge(draft, language).errors,
  );
  const server = useServerErrors();
  return (
    <FormFrame form={kept.form} server={server} before={before}>
      <Correction
        token={token}
        task={task}
        kept={kept}
        onRefused={(fields) => server.setFields(fields, 'application')}
      />
    </FormFrame>
  );
};

const Correction = ({
  token,
  task,
  kept,
  onRefused,
}: {
  token: string;
  task: Task;
  kept: DraftForm;
  onRefused: ReturnType<typeof useServerErrors>['setFields'];
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const lookAgain = useLookAgain(token);
  const [attempt, setAttempt] = useState(0);
  const errors = useShownErrors(SECTIONS);
  const answer = useMutation({
    mutationFn: (form: ApplicationForm) =>
      call('AnswerLinkTask', {
        params: { id: task.taskId },
        link: token,
        idempotencyKey: kept.key,
        body: { application: form },
      }),
    onSuccess: async () => {
      kept.done();
      await lookAgain();
      navigate('/application');
    },
    onError: (error) => {
      onRefused(asFailure(error).fields);
      setAttempt((tried) => tried + 1);
    },
  });

  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    await kept.form.handleSubmit(
      (draft) => {
        const { form } = judge(draft, language);
        if (form !== null && !answer.isPending) answer.mutate(form);
      },
      () => setAttempt((tried) => tried + 1),
    )();
  };

  return (
    <Page title={t('application.correct.title')} lead={t('application.correct.lead')}>
      {task.note === null ? null : <Quote label={t('application.correct.asked')}>{task.note}</Quote>}
      <Text size="sm" c="dimmed" my="md">
        {t('application.correct.until', { moment: formatMoment(task.dueAt, language) })}
      </Text>
      <form noValidate onSubmit={(event) => void send(event)}>
        {attempt > 0 ? <ErrorSummary errors={errors} attempt={attempt} /> : null}
        {kept.restoredAt === null ? null : (
          <Alert
            role="note"
            color="ochre"
            mb="lg"
            withCloseButton
            closeButtonLabel={t('form.close')}
            onClose={kept.acknowledge}
          >
            {t('join.restored', { moment: formatMoment(kept.restoredAt, language) })}
          </Alert>
        )}
        {FIELDS.map(([section, Fields]) => (
          <section key={section} className={classes.formCard}>
            <Title order={2} size="h3">
              {t(`join.step.${section}.title`)}
            </Title>
            <Fields />
            {section === 'figures' ? <QuotePanel /> : null}
          </section>
        ))}
        {answer.isError ? (
          <FailureAlert error={answer.error} onRetry={() => void send()} retrying={answer.isPending} />
        ) : null}
        <Group mt="lg" justify="space-between">
          <Button component={Link} href="/application" variant="default">
            {t('application.correct.back')}
          </Button>
          <Group>
            <ChangedCount />
            <Button type="submit" color="terracotta.6" loading={answer.isPending}>
              {t('application.correct.send')}
            </Button>
          </Group>
        </Group>
      </form>
    </Page>
  );
};
