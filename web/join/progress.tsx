import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Draft } from '../form/draft.ts';
import { SECTIONS, sectionErrors } from '../form/sections.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './join.module.css';

const STEPS = [...SECTIONS, 'review'] as const;
type Step = (typeof STEPS)[number];

/** Where one is among the steps, with a way back to those filled in. */
export const Progress = ({ current }: { current: Step }) => {
  const { t } = useTranslation();
  const at = STEPS.indexOf(current);
  const filled = useFilled();
  return (
    <nav aria-label={t('join.steps')} className={classes.progress}>
      <p className={classes.progressText}>{t('join.stepOf', { step: at + 1, steps: STEPS.length })}</p>
      <ol className={classes.progressList}>
        {STEPS.map((step, index) => {
          const state = step === current ? 'current' : filled.has(step) ? 'filled' : 'open';
          const reachable = step !== current && (index < at || filled.size >= index);
          const label = t(`join.step.${step}.short`);
          return (
            <li key={step} className={classes.progressStep} data-state={state}>
              {reachable ? (
                <Link href={`/join/${step}`}>{label}</Link>
              ) : (
                <span aria-current={step === current ? 'step' : undefined}>{label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

/** The sections filled in: nothing is wrong in them, nor in those before. */
const useFilled = (): ReadonlySet<Step> => {
  const { watch } = useFormContext<Draft>();
  const language = useLanguage();
  const draft = watch();
  const open = SECTIONS.findIndex((section) => sectionErrors(section, draft, language).length > 0);
  return new Set<Step>(open === -1 ? SECTIONS : SECTIONS.slice(0, open));
};
