import { useTranslation } from 'react-i18next';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { formatDate } from '../../format/dates.ts';
import { Decisions } from '../../growth/decisions.tsx';
import { FiguresList } from '../../growth/figures-list.tsx';
import { FileView } from '../../growth/file-view.tsx';
import { GrowthChart } from '../../growth/growth-chart.tsx';
import { Questions } from '../../growth/questions.tsx';
import { Score } from '../../growth/score.tsx';
import type { Language } from '../../i18n/language.ts';
import own from '../application/application.module.css';
import { Section } from '../shared/section.tsx';

/** A candidate's file: what the company says of itself, its score, its figures, what was asked, what it appeals against. */
export const CandidateFile = ({
  file: { appeal, file, evaluation, figures, contradictions, questions, foundedOn },
  language,
}: {
  file: NonNullable<JuryCase['file']>;
  language: Language;
}) => {
  const { t } = useTranslation('staff');
  return (
    <>
      {appeal === null ? null : (
        <Section title={t('jury.file.appeal')}>
          <blockquote className={own.quote}>{appeal.grounds}</blockquote>
          <Decisions decisions={[appeal.decision]} />
        </Section>
      )}
      <Section title={t('jury.file.presentation')}>
        <FileView file={file} />
        <p>{t('jury.file.founded', { date: formatDate(foundedOn, language) })}</p>
      </Section>
      {questions.length === 0 ? null : (
        <Section title={t('jury.file.questions')}>
          <Questions questions={questions} titled={false} />
        </Section>
      )}
      <Score eyebrow={t('jury.file.score')} evaluation={evaluation} />
      <GrowthChart evaluation={evaluation} figures={figures} />
      <Section title={t('jury.file.figures')}>
        <FiguresList figures={figures} contradictions={contradictions} reader="staff" />
      </Section>
    </>
  );
};
