import { Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedEvaluation } from '../../domain/contract/growth-responses.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Criteria } from './criteria.tsx';
import classes from './growth.module.css';
import { said } from './said.ts';

/**
 * An evaluation explained: the result and why, the rule's version, then criterion by criterion.
 * @param eyebrow what stands over the result: whose score, of when
 */
export const Score = ({ eyebrow, evaluation }: { eyebrow: string; evaluation: ExplainedEvaluation }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const { result, sentence, criteria, policyVersion, closedYear } = evaluation;
  const count = (verdict: (typeof criteria)[number]['verdict']): number =>
    criteria.filter((criterion) => criterion.verdict === verdict).length;
  return (
    <section className={classes.score} data-result={result} aria-labelledby={title}>
      <p className={classes.eyebrow}>{eyebrow}</p>
      <Title order={2} id={title}>
        {t(`growth.result.${result}`)}
      </Title>
      <p className={classes.resultText}>{said(sentence, language)}</p>
      <p className={classes.tally}>
        <strong>{t('growth.criteria.met', { count: count('met') })}</strong>
        {' · '}
        {t('growth.criteria.near', { count: count('near') })}
        {' · '}
        {t('growth.criteria.policy', { version: policyVersion, year: closedYear })}
      </p>
      <Criteria criteria={criteria} />
    </section>
  );
};
