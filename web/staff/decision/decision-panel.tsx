import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowUpRight } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { messageOf } from '../../../domain/text/field-errors.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { isOverdue } from '../inbox/filters.ts';
import { Section } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { type DraftError, readAnswer } from './answer.ts';
import { AntennaChoice, DecisionChoice } from './choices.tsx';
import { useDraft } from './draft.ts';
import { isOvertaken, useAnswer } from './use-answer.ts';

/** What became of an answer that this page sent. */
export type Outcome = { taskId: string } & (
  | { kind: 'sent'; later: boolean }
  /** `closed`: the workflow no longer asks, rather than somebody having answered. */
  | { kind: 'overtaken'; closed: boolean; typed: string }
);

/**
 * The question of an open task and the form of its answer. What is typed is kept until it has been sent.
 * @param onOutcome the answer was taken, or somebody else's had been before
 */
export const DecisionPanel = ({ task, onOutcome }: { task: StaffTask; onOutcome: (outcome: Outcome) => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [draft, setDraft, forgetDraft] = useDraft(task.taskId);
  const [errors, setErrors] = useState<readonly DraftError[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const answer = useAnswer(task, {
    taken: (status) => {
      forgetDraft();
      onOutcome({ kind: 'sent', taskId: task.taskId, later: status === 'answered' });
    },
    overtaken: (closed) => {
      forgetDraft();
      onOutcome({ kind: 'overtaken', taskId: task.taskId, closed, typed: draft.comment });
    },
  });
  const review = task.kind === 'review-application';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The button says that it is busy; this also holds for a second press before it has been drawn so.
    if (answer.isPending) return;
    const read = readAnswer(task, draft);
    if (!read.ok) {
      setErrors(read.errors);
      form.current?.querySelector<HTMLElement>(`[data-field="${read.errors[0]?.field ?? 'choice'}"]`)?.focus();
      return;
    }
    setErrors([]);
    answer.mutate(read.body);
  };

  const errorOf = (field: DraftError['field']): string | undefined => {
    const code = errors.find((error) => error.field === field)?.code;
    if (code === undefined) return undefined;
    if (field === 'choice') return review ? t('decision.missing') : t('decision.antennaMissing');
    return messageOf(code, undefined, language);
  };
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    setErrors((before) => before.filter((error) => !(error.field in part)));
  };
  const required = draft.choice === 'refuse' || draft.choice === 'request-changes';
  const choice = {
    value: draft.choice,
    onChange: (value: string) => change({ choice: value }),
    error: errorOf('choice'),
  };

  return (
    <Section title={review ? t('decision.title') : t('inbox.kind.choose-antenna')}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          <Deadline task={task} />
          {review ? <DecisionChoice {...choice} /> : <AntennaChoice {...choice} task={task} />}
          <FreeText
            data-field="comment"
            label={required ? t('decision.comment') : t('decision.commentOptional')}
            description={t('decision.commentHelp')}
            minRows={3}
            maxRows={12}
            maxLength={2000}
            required={required}
            withAsterisk={false}
            value={draft.comment}
            error={errorOf('comment')}
            onType={(value) => change({ comment: value })}
          />
          {answer.isError && !isOvertaken(answer.error) && (
            <FailureAlert error={answer.error}>
              <Text mt={4}>{t('decision.failed')}</Text>
            </FailureAlert>
          )}
          <Button type="submit" loading={answer.isPending} color={draft.choice === 'refuse' ? 'red' : undefined}>
            {t(labelOf(review, draft.choice))}
          </Button>
        </Stack>
      </form>
    </Section>
  );
};

const labelOf = (review: boolean, choice: string | null) => {
  if (!review) return 'decision.sendAntenna';
  if (choice === 'approve') return 'decision.sendApprove';
  if (choice === 'refuse') return 'decision.sendRefuse';
  return choice === 'request-changes' ? 'decision.sendChanges' : 'decision.send';
};

const Deadline = ({ task }: { task: StaffTask }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const now = useNow();
  const date = formatMoment(task.dueAt, language);
  if (task.escalatedAt !== null) {
    return (
      <Alert color="terracotta" icon={<IconArrowUpRight aria-hidden="true" />}>
        {t('decision.escalated', { date: formatMoment(task.escalatedAt, language) })}
      </Alert>
    );
  }
  if (isOverdue(task, now)) {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
        {t('decision.overdue', { date })}
      </Alert>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {task.kind === 'choose-antenna' ? t('decision.antennaHelp', { date }) : t('decision.due', { date })}
    </Text>
  );
};
