import { useEffect, useRef } from 'react';
import { Redirect, useRoute } from 'wouter';
import { emptyDraft } from '../form/draft.ts';
import { FormFrame, useServerErrors } from '../form/form-frame.tsx';
import { NEW_APPLICATION } from '../form/kept.ts';
import { SECTIONS, type Section, sectionErrors } from '../form/sections.ts';
import { useDraftForm } from '../form/use-draft-form.ts';
import { todayInParis } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ReviewPage } from './review-page.tsx';
import { SentPage } from './sent-page.tsx';
import { StartPage } from './start-page.tsx';
import { StepPage } from './step-page.tsx';

const isSection = (name: string): name is Section => SECTIONS.some((section) => section === name);

/** The way from the first question to the sent application; each step has its address, so that Back goes one step back. */
const JoinPage = () => {
  const language = useLanguage();
  const [, below] = useRoute('/join/:step');
  const step = below?.step ?? 'start';
  const section = useRef<Section>('company');
  const kept = useDraftForm(
    NEW_APPLICATION,
    () => emptyDraft(todayInParis(), language),
    (draft) => sectionErrors(section.current, draft, language),
  );
  const server = useServerErrors();
  if (isSection(step)) section.current = step;
  const { clearErrors } = kept.form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the errors are those of the step that was left.
  useEffect(() => clearErrors(), [step, clearErrors]);

  return (
    <FormFrame form={kept.form} server={server}>
      {step === 'start' ? <StartPage kept={kept} /> : null}
      {isSection(step) ? <StepPage key={step} section={step} kept={kept} /> : null}
      {step === 'review' ? <ReviewPage kept={kept} onRefused={server.setFields} /> : null}
      {step === 'sent' ? <SentPage /> : null}
      {step === 'start' || step === 'review' || step === 'sent' || isSection(step) ? null : (
        <Redirect to="/join" replace />
      )}
    </FormFrame>
  );
};

export default JoinPage;
