import { useTranslation } from 'react-i18next';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import classes from './application.module.css';
import { STAGES, stagesOf } from './progress.ts';

/** The way to membership as a row of doors: those passed, the one it stands at, those ahead. */
export const Stages = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const states = stagesOf(application);
  return (
    <ol className={classes.stages} aria-label={t('application.stages')}>
      {STAGES.map((stage) => (
        <li
          key={stage}
          className={classes.stage}
          data-state={states[stage]}
          aria-current={states[stage] === 'current' ? 'step' : undefined}
        >
          <span className={classes.door} aria-hidden="true" />
          <span>
            {t(`application.stage.${stage}`)}
            <span className={classes.stageState}>{t(`application.stageState.${states[stage]}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};
