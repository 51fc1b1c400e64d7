import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { LinkDecision } from '../../domain/contract/growth-responses.ts';
import { formatDay } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './growth.module.css';
import { said } from './said.ts';

type Decision = z.infer<typeof LinkDecision>;

/** What each jury decided, by how many, and why: its reasons unsigned. */
export const Decisions = ({ decisions }: { decisions: readonly Decision[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.block}>
      {decisions.map((decision) => (
        <div key={decision.at} className={classes.exchange}>
          <h3 className={classes.blockTitle}>{t(`growth.decision.${decision.instance}`)}</h3>
          <p className={classes.small}>{formatDay(decision.at, language)}</p>
          <p className={classes.sentence}>{said(decision.sentence, language)}</p>
          <Tally verdict={decision.verdict} />
          <p className={classes.reasonsTitle}>{t('growth.decision.reasons')}</p>
          <ul className={classes.reasons}>
            {decision.comments.map((comment) => (
              <li key={comment}>{comment}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};

/** The votes as a row of seats: for, against, wanting more, silent. */
export const Tally = ({ verdict }: { verdict: Decision['verdict'] }) => {
  const { t } = useTranslation();
  const seats = [
    ...Array.from({ length: verdict.admit }, () => 'admit' as const),
    ...Array.from({ length: verdict.decline }, () => 'decline' as const),
    ...Array.from({ length: verdict.askMore }, () => 'ask-more' as const),
    ...Array.from({ length: verdict.silent }, () => 'silent' as const),
  ];
  return (
    <div className={classes.seats} role="img" aria-label={t('growth.decision.tally', { ...verdict })}>
      {seats.map((seat, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seats are alike and never move.
        <span key={at} className={classes.seat} data-vote={seat} />
      ))}
      <span aria-hidden="true">{t('growth.decision.short', { ...verdict })}</span>
    </div>
  );
};
