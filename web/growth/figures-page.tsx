import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { AddYearDialog, CorrectYearDialog } from './figures-dialog.tsx';
import { FiguresList, type ShownYear } from './figures-list.tsx';
import classes from './growth.module.css';
import { GrowthPage, type GrowthProps } from './growth-page.tsx';
import { Missing } from './missing.tsx';
import { useTake } from './use-growth.ts';

/** The year that is most likely to be added: one that is missing, or else the one before the first. */
const suggestedYear = ({ missing, figures, evaluation }: LinkGrowth): number => {
  const known = new Set(figures.map(({ year }) => year));
  const wanted = missing.find(({ year }) => !known.has(year))?.year;
  if (wanted !== undefined) return wanted;
  if (!known.has(evaluation.closedYear)) return evaluation.closedYear;
  return Math.min(...known) - 1;
};

/** A company's figures by year: their origin and history, a year more, one corrected. */
export const FiguresPage = ({ token, growth, look }: GrowthProps) => {
  const { t } = useTranslation();
  const take = useTake(token);
  const [dialog, setDialog] = useState<ShownYear | 'add' | null>(null);
  const [saved, setSaved] = useState(false);
  const done = (next: LinkGrowth): void => {
    take(next);
    setDialog(null);
    setSaved(true);
  };
  const open = (what: ShownYear | 'add'): void => {
    setSaved(false);
    setDialog(what);
  };
  const props = { token, onClose: () => setDialog(null), onDone: done };
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => open('add')}>
      {t('growth.figures.add.button')}
    </Button>
  );
  return (
    <GrowthPage title={t('growth.figures.title')} lead={t('growth.figures.lead')} look={look}>
      <div role="status">
        {saved ? (
          <Alert color="green" mb="md" icon={<IconCircleCheck aria-hidden="true" />}>
            {t('growth.figures.saved')}
          </Alert>
        ) : null}
      </div>
      {growth.figures.length === 0 ? (
        <EmptyState title={t('growth.figures.empty')} action={add}>
          {t('growth.figures.emptyText')}
        </EmptyState>
      ) : (
        <div className={classes.columns}>
          <div className={classes.main}>
            <h2 className={classes.unseen}>{t('growth.figures.list')}</h2>
            <FiguresList
              figures={growth.figures}
              contradictions={growth.contradictions}
              reader="company"
              action={(year) => (
                <Button
                  variant="outline"
                  size="sm"
                  aria-label={t('growth.figures.correct.label', { year: year.year })}
                  onClick={() => open(year)}
                >
                  {t('growth.figures.correct.button')}
                </Button>
              )}
            />
          </div>
          <div className={classes.side}>
            <Missing missing={growth.missing} />
            <section className={classes.panel}>
              <h2 className={classes.panelTitle}>{t('growth.figures.add.heading')}</h2>
              <p className={classes.muted}>{t('growth.figures.add.why')}</p>
              {add}
            </section>
          </div>
        </div>
      )}
      {dialog === 'add' ? <AddYearDialog {...props} suggested={suggestedYear(growth)} /> : null}
      {dialog !== null && dialog !== 'add' ? <CorrectYearDialog key={dialog.year} {...props} year={dialog} /> : null}
    </GrowthPage>
  );
};
