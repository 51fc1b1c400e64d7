import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import type { Happening, TimelineEvent } from '../../../domain/timeline/event.ts';
import { growthSentence, isGrowth } from '../../../domain/timeline/growth.ts';
import { isMoney, moneySentence } from '../../../domain/timeline/money.ts';
import { formatDate, formatDay } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** A line of the timeline in words: what happened, and what was said about it, if anything. */
export type Story = { sentence: string; comment: string };

const commentOf = (happening: Happening): string => ('comment' in happening ? happening.comment : '');

/** Tells what happened, to staff, in the reader's language. */
export const useStory = (): ((event: TimelineEvent) => Story) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();

  // Their names have dots in them, so they are looked up in the list and not by a key.
  const names: Readonly<Record<string, string>> = t('path', { returnObjects: true });
  /** A path of the form by the longest part of it that has a name: `figures.0.turnover` is named by `figures`. */
  const nameOf = (path: string): string => {
    const parts = path.split('.');
    const known = parts
      .map((_, index) => parts.slice(0, parts.length - index).join('.'))
      .map((start) => names[start])
      .find((name) => name !== undefined);
    return known ?? path;
  };

  const periodOf = ({ from, to }: { from: string; to: string }) => ({
    from: formatDate(from, language),
    to: formatDate(to, language),
  });

  const sentenceOf = (happening: Happening): string => {
    if (isMoney(happening)) return moneySentence(happening, language);
    if (isGrowth(happening)) return growthSentence(happening, language);
    switch (happening.type) {
      case 'register-checked':
        return t(`happening.register-${happening.result}`);
      case 'antenna-proposed': {
        const { clearCut, proposed, candidates } = happening.proposal;
        return t(clearCut ? 'happening.antenna-clear' : 'happening.antenna-contested', {
          antenna: ANTENNA_NAMES[proposed],
          candidates: candidates.map((code) => ANTENNA_NAMES[code]).join(', '),
        });
      }
      case 'antenna-chosen':
      case 'antenna-recorded':
        return t(`happening.${happening.type}`, { antenna: ANTENNA_NAMES[happening.antenna] });
      case 'review-asked':
        return t('happening.review-asked', {
          antenna: ANTENNA_NAMES[happening.antenna],
          date: formatDay(happening.dueAt, language),
        });
      case 'changes-requested':
        return t('happening.changes-requested', { date: formatDay(happening.dueAt, language) });
      case 'application-corrected': {
        const fields = [...new Set(happening.changed.map(nameOf))].join(', ');
        return fields === ''
          ? t('happening.application-corrected-nothing')
          : t('happening.application-corrected', { fields });
      }
      case 'application-expired':
        return t('happening.application-expired', { reason: t(`application.expired.${happening.reason}`) });
      case 'member-admitted':
        return t('happening.member-admitted', { number: happening.memberNumber });
      case 'renewal-opened':
      case 'membership-renewed':
      case 'membership-restored':
      case 'member-rejoined':
        return t(`happening.${happening.type}`, periodOf(happening.period));
      case 'figures-asked':
        return t('happening.figures-asked', { date: formatDay(happening.dueAt, language) });
      case 'figures-confirmed':
        return t('happening.figures-confirmed', { year: happening.year });
      case 'resignation-given':
        return t('happening.resignation-given', { date: formatDate(happening.effectiveOn, language) });
      case 'dossier-erased':
        return t('happening.dossier-erased', { date: formatDate(happening.keptUntil, language) });
      case 'member-changed':
        return t('happening.member-changed', { fields: [...new Set(happening.changed.map(nameOf))].join(', ') });
      case 'member-transferred':
        return t('happening.member-transferred', {
          before: formatCompanyNumber(happening.fromSiren),
          after: formatCompanyNumber(happening.toSiren),
        });
      case 'execution-stopped':
        return t('happening.execution-stopped', { workflow: t(`workflow.${happening.execution.workflow}`) });
      case 'mail-sent':
        return t('happening.mail-sent', {
          message: t(`mail.${happening.message}`, { defaultValue: happening.message }),
        });
      default:
        return t(`happening.${happening.type}`);
    }
  };
  return ({ happening }) => ({ sentence: sentenceOf(happening), comment: commentOf(happening) });
};
