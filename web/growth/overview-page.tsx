import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Candidacy } from './candidacy.tsx';
import classes from './growth.module.css';
import { GrowthChart } from './growth-chart.tsx';
import { GrowthPage, type GrowthProps } from './growth-page.tsx';
import { Missing } from './missing.tsx';
import { Participation } from './participation.tsx';
import { FIGURES_PATH, FILE_PATH } from './paths.ts';
import { Score } from './score.tsx';

/** The company's candidacy and programme, its score explained, its growth against the thresholds. */
export const OverviewPage = ({ token, growth, look }: GrowthProps) => {
  const { t } = useTranslation();
  const { companyName, memberNumber, participation, evaluation, figures, missing, file } = growth;
  return (
    <GrowthPage
      title={t('growth.title')}
      lead={memberNumber === null ? companyName : t('growth.lead', { company: companyName, number: memberNumber })}
      look={look}
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <Candidacy token={token} growth={growth} />
        </div>
        <div className={classes.side}>
          {participation === null ? null : <Participation participation={participation} />}
          <Missing missing={missing}>
            <Button component={Link} href={FIGURES_PATH} variant="outline" size="sm">
              {t('growth.missing.add')}
            </Button>
          </Missing>
          <section className={classes.panel}>
            <h2 className={classes.panelTitle}>{t('growth.short.figures')}</h2>
            <p className={classes.muted}>{t('growth.short.figuresText', { count: figures.length })}</p>
            <Link href={FIGURES_PATH} className={classes.link}>
              {t('growth.short.figuresSee')}
            </Link>
          </section>
          <section className={classes.panel}>
            <h2 className={classes.panelTitle}>{t('growth.short.file')}</h2>
            <p className={classes.muted}>
              {t(file.presentation === '' ? 'growth.short.fileEmpty' : 'growth.short.fileWritten')}
            </p>
            <Link href={FILE_PATH} className={classes.link}>
              {t(file.presentation === '' ? 'growth.short.fileWrite' : 'growth.short.fileSee')}
            </Link>
          </section>
        </div>
      </div>
      <div className={classes.below}>
        <Score eyebrow={t('growth.today')} evaluation={evaluation} />
        <GrowthChart evaluation={evaluation} figures={figures} />
      </div>
    </GrowthPage>
  );
};
