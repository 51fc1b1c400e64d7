import { useTranslation } from 'react-i18next';
import type { Question } from '../../domain/growth/case.ts';
import { Quote } from '../application/quote.tsx';
import { formatDay } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './growth.module.css';

/**
 * What the jury asked of the company, and what it answered; nothing when it never asked.
 * @param titled false where a heading says so already
 */
export const Questions = ({ questions, titled = true }: { questions: readonly Question[]; titled?: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (questions.length === 0) return null;
  return (
    <div className={titled ? classes.block : undefined}>
      {titled ? <h3 className={classes.blockTitle}>{t('growth.questions.title')}</h3> : null}
      {questions.map((question) => (
        <div key={question.askedAt} className={classes.exchange}>
          <p className={classes.small}>{t('growth.questions.asked', { day: formatDay(question.askedAt, language) })}</p>
          {question.questions.map((text) => (
            <Quote key={text} label={t('growth.questions.jury')}>
              {text}
            </Quote>
          ))}
          {question.answer === null || question.answeredAt === null ? (
            <p className={classes.muted}>
              {t('growth.questions.waiting', { day: formatDay(question.dueAt, language) })}
            </p>
          ) : (
            <Quote label={t('growth.questions.answer', { day: formatDay(question.answeredAt, language) })}>
              {question.answer}
            </Quote>
          )}
        </div>
      ))}
    </div>
  );
};
