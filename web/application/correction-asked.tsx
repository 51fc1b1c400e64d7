import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import classes from './application.module.css';
import { Quote } from './quote.tsx';

/** What staff ask to be changed, in their words, and the way to the form. */
export const CorrectionAsked = ({ task }: { task: LinkApplication['openTasks'][number] }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.action}>
      {task.note === null ? null : <Quote label={t('application.correct.asked')}>{task.note}</Quote>}
      <Button component={Link} href="/application/correct" size="lg" color="terracotta.6">
        {t('application.correct.button')}
      </Button>
    </div>
  );
};
