import { Alert, Button, Group } from '@mantine/core';
import { type ComponentType, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { QuotePanel } from '../dues/quote-panel.tsx';
import { AntennaSection } from '../form/antenna-section.tsx';
import { CharterSection } from '../form/charter-section.tsx';
import { CompanySection } from '../form/company-section.tsx';
import { ContactSection } from '../form/contact-section.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { EstablishmentSection } from '../form/establishment-section.tsx';
import { FiguresSection } from '../form/figures-section.tsx';
import { SECTIONS, type Section } from '../form/sections.ts';
import type { DraftForm } from '../form/use-draft-form.ts';
import { useShownErrors } from '../form/use-shown-errors.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/page.tsx';
import { ClearDraft } from './clear-draft.tsx';
import { Progress } from './progress.tsx';

const FIELDS: Record<Section, ComponentType> = {
  company: CompanySection,
  establishment: EstablishmentSection,
  contact: ContactSection,
  figures: FiguresSection,
  antenna: AntennaSection,
  charter: CharterSection,
};

/** One step of the form: its fields, what is wrong with them once one tries to go on, and the way on. */
export const StepPage = ({ section, kept }: { section: Section; kept: DraftForm }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [query] = useSearchParams();
  const fromReview = query.has('review');
  const index = SECTIONS.indexOf(section);
  const next = fromReview ? 'review' : (SECTIONS[index + 1] ?? 'review');
  const previous = index === 0 ? '/join' : `/join/${SECTIONS[index - 1]}`;
  const [attempt, setAttempt] = useState(query.has('refused') ? 1 : 0);
  const errors = useShownErrors([section]);
  const Fields = FIELDS[section];

  const goOn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await kept.form.handleSubmit(
      () => navigate(`/join/${next}`),
      () => setAttempt((tried) => tried + 1),
    )();
  };

  return (
    <Page
      title={t(`join.step.${section}.title`)}
      lead={t(`join.step.${section}.lead`)}
      above={<Progress current={section} />}
    >
      <form noValidate onSubmit={(event) => void goOn(event)}>
        {attempt > 0 ? <ErrorSummary errors={errors} attempt={attempt} /> : null}
        <Restored kept={kept} />
        <Fields />
        {section === 'company' || section === 'figures' ? <QuotePanel /> : null}
        <Group mt="xl" justify="space-between">
          <Button variant="default" onClick={() => navigate(fromReview ? '/join/review' : previous)}>
            {t('join.previous')}
          </Button>
          <Button type="submit" loading={kept.form.formState.isSubmitting}>
            {next === 'review' ? t('join.toReview') : t('join.next')}
          </Button>
        </Group>
      </form>
    </Page>
  );
};

/** Told once when a form was found on this device: what was typed then is back. */
const Restored = ({ kept }: { kept: DraftForm }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (kept.restoredAt === null) return null;
  return (
    <Alert
      role="note"
      color="ochre"
      mb="lg"
      withCloseButton
      closeButtonLabel={t('form.close')}
      onClose={kept.acknowledge}
    >
      {t('join.restored', { moment: formatMoment(kept.restoredAt, language) })}
      <ClearDraft onClear={kept.clear} compact />
    </Alert>
  );
};
