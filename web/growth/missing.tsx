import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import classes from './growth.module.css';

/** The figures without which some criterion could not be measured; nothing when all are there. */
export const Missing = ({ missing, children }: Pick<LinkGrowth, 'missing'> & { children?: ReactNode }) => {
  const { t } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <section className={classes.missing}>
      <h2 className={classes.panelTitle}>{t('growth.missing.title')}</h2>
      <p className={classes.muted}>{t('growth.missing.text')}</p>
      <ul className={classes.plain}>
        {missing.map(({ year, measure }) => (
          <li key={`${year} ${measure}`}>
            {t('growth.missing.figure', { measure: t(`growth.measure.${measure}`), year })}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
};
