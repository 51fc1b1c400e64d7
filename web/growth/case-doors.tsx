import { useTranslation } from 'react-i18next';
import type { CaseStage } from '../../domain/growth/case.ts';
import own from '../application/application.module.css';
import { CASE_STEPS, stepsOf } from './case-steps.ts';
import classes from './growth.module.css';

/** The way of a candidacy as a row of doors: those passed, the one it stands at, those ahead. */
export const CaseDoors = ({ stage }: { stage: CaseStage }) => {
  const { t } = useTranslation();
  const states = stepsOf(stage);
  return (
    <ol className={`${own.stages} ${classes.doors}`} aria-label={t('growth.case.steps')}>
      {CASE_STEPS.map((step) => (
        <li
          key={step}
          className={own.stage}
          data-state={states[step]}
          aria-current={states[step] === 'current' ? 'step' : undefined}
        >
          <span className={own.door} aria-hidden="true" />
          <span>
            {t(`growth.case.step.${step}`)}
            <span className={own.stageState}>{t(`application.stageState.${states[step]}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};
