import { Button, Group, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FailedField } from '../api/failure.ts';
import { QuotePanel } from '../dues/quote-panel.tsx';
import { SECTIONS, sectionErrors } from '../form/sections.ts';
import type { DraftForm } from '../form/use-draft-form.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/page.tsx';
import { Progress } from './progress.tsx';
import { Refused } from './refused.tsx';
import { ReviewFacts } from './review-facts.tsx';
import { useSubmit } from './use-submit.ts';

/** The whole form before it is sent. */
export const ReviewPage = ({
  kept,
  onRefused,
}: {
  kept: DraftForm;
  onRefused: (fields: readonly FailedField[]) => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const { send, sending, failure } = useSubmit(kept, onRefused);
  const problem = useRef<HTMLDivElement>(null);
  const [incomplete, setIncomplete] = useState(false);
  const first = SECTIONS.find((section) => sectionErrors(section, kept.form.getValues(), language).length > 0);

  const trySending = (): void => {
    if (first === undefined) {
      setIncomplete(false);
      send();
    } else {
      setIncomplete(true);
      requestAnimationFrame(() => problem.current?.focus());
    }
  };

  return (
    <Page title={t('join.step.review.title')} lead={t('join.step.review.lead')} above={<Progress current="review" />}>
      <div ref={problem} tabIndex={-1}>
        {incomplete && first !== undefined ? (
          <Text role="alert" c="red.7" fw={600} mb="md">
            {t('join.review.incomplete', { section: t(`join.step.${first}.short`) })}
          </Text>
        ) : null}
      </div>
      <Stack gap="md">
        <ReviewFacts />
        <QuotePanel />
        <Text size="sm" c="dimmed">
          {t('join.review.evidence')}
        </Text>
        {failure === null ? null : <Refused failure={failure} kept={kept} onRetry={trySending} retrying={sending} />}
      </Stack>
      <Group mt="xl" justify="space-between">
        <Button variant="default" onClick={() => navigate('/join/charter')}>
          {t('join.previous')}
        </Button>
        <Button color="terracotta.6" size="lg" loading={sending} onClick={trySending}>
          {t('join.review.send')}
        </Button>
      </Group>
      <Text role="status" size="sm" c="dimmed" ta="right" mt="xs">
        {sending ? t('join.review.sending') : ''}
      </Text>
    </Page>
  );
};
