import { useTranslation } from 'react-i18next';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { Tally } from '../../growth/decisions.tsx';
import { said } from '../../growth/said.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Section } from '../shared/section.tsx';
import classes from './jury.module.css';
import { VoteBadge } from './vote-badge.tsx';

/** How the vote ended, with everybody's votes: shown once none is taken any more. */
export const OutcomePanel = ({ outcome }: { outcome: NonNullable<JuryCase['outcome']> }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Section title={t(`jury.verdict.${outcome.verdict.verdict}`)}>
      <p className={classes.sentence}>{said(outcome.sentence, language)}</p>
      <Tally verdict={outcome.verdict} />
      <ul className={classes.votes}>
        {outcome.votes.map((vote) => (
          <li key={vote.jurorId}>
            <p className={classes.voter}>
              <strong>{vote.name}</strong> <VoteBadge vote={vote.vote} />
            </p>
            <p className={classes.reason}>{vote.comment}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
