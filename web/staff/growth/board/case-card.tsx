import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import type { GrowthCaseSummary } from '../../../../domain/contract/growth-responses.ts';
import { formatDay, formatDistance } from '../../../format/dates.ts';
import { ResultBadge } from '../../../growth/verdict-badge.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { caseAddress } from '../paths.ts';
import classes from './board.module.css';

/** A screening as a card of the board: where it stands, what it waits for and until when. */
export const CaseCard = ({ growthCase, now }: { growthCase: GrowthCaseSummary; now: Date }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { caseId, companyName, antenna, stage, result, dueAt, votes, reason, endedAt } = growthCase;
  const late = dueAt !== null && Date.parse(dueAt) < now.getTime();
  return (
    <article className={classes.card}>
      <h3 className={classes.company}>
        <Link href={caseAddress(caseId)} data-card={caseId}>
          {companyName}
        </Link>
      </h3>
      <p className={classes.small}>
        {ANTENNA_NAMES[antenna]} · {t(`growth.reason.${reason}`)}
      </p>
      <p className={classes.stage}>{t(`growth.stage.${stage}`)}</p>
      {result === null || stage === 'not-eligible' ? null : <ResultBadge result={result} short />}
      {votes === null ? null : (
        <p className={classes.votes}>
          <span className={classes.dots} aria-hidden="true">
            {Array.from({ length: votes.seats }, (_, seat) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: seats are alike and never move.
              <span key={seat} data-cast={seat < votes.voted} />
            ))}
          </span>
          {t('growth.board.votes', { ...votes })}
        </p>
      )}
      {dueAt === null ? null : (
        <p className={classes.small} data-late={late}>
          {t('growth.board.due', { day: formatDay(dueAt, language) })} ({formatDistance(dueAt, now.getTime(), language)}
          )
        </p>
      )}
      {endedAt === null ? null : (
        <p className={classes.small}>{t('growth.board.ended', { day: formatDay(endedAt, language) })}</p>
      )}
    </article>
  );
};
