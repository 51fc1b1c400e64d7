import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { growthSentence, isGrowth } from '../../domain/timeline/growth.ts';
import { isMoney, moneySentence } from '../../domain/timeline/money.ts';
import { formatDate, formatDay } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';

const commentOf = (happening: Happening): string | null =>
  'comment' in happening && happening.comment !== '' ? happening.comment : null;

/** Tells an event to the applicant: a sentence, and the comment that goes with a decision. */
export const useStory = (): ((happening: Happening) => { sentence: string; comment: string | null }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentence = (happening: Happening): string => {
    if (isMoney(happening)) return moneySentence(happening, language);
    if (isGrowth(happening)) return growthSentence(happening, language);
    switch (happening.type) {
      case 'register-checked':
        return t(`application.timeline.register.${happening.result}`);
      case 'antenna-proposed':
        return t('application.timeline.antenna-proposed', { antenna: ANTENNA_NAMES[happening.proposal.proposed] });
      case 'antenna-chosen':
      case 'antenna-recorded':
        return t(`application.timeline.${happening.type}`, { antenna: ANTENNA_NAMES[happening.antenna] });
      case 'review-asked':
        return t('application.timeline.review-asked', {
          antenna: ANTENNA_NAMES[happening.antenna],
          day: formatDay(happening.dueAt, language),
        });
      case 'changes-requested':
        return t('application.timeline.changes-requested', { day: formatDay(happening.dueAt, language) });
      case 'application-corrected':
        return t('application.timeline.application-corrected', { count: happening.changed.length });
      case 'application-expired':
        return t(`application.ended.expired.${happening.reason}`);
      case 'member-admitted':
        return t('application.timeline.member-admitted', { number: happening.memberNumber });
      case 'renewal-opened':
      case 'membership-renewed':
      case 'membership-restored':
      case 'member-rejoined':
        return t(`application.timeline.${happening.type}`, {
          from: formatDate(happening.period.from, language),
          to: formatDate(happening.period.to, language),
        });
      case 'figures-asked':
        return t('application.timeline.figures-asked', { day: formatDay(happening.dueAt, language) });
      case 'figures-confirmed':
        return t('application.timeline.figures-confirmed', { year: happening.year });
      case 'resignation-given':
        return t('application.timeline.resignation-given', { day: formatDate(happening.effectiveOn, language) });
      case 'dossier-erased':
        return t('application.timeline.dossier-erased', { day: formatDate(happening.keptUntil, language) });
      case 'member-transferred':
        return t('application.timeline.member-transferred', { after: formatCompanyNumber(happening.toSiren) });
      default:
        return t(`application.timeline.${happening.type}`);
    }
  };
  return (happening) => ({ sentence: sentence(happening), comment: commentOf(happening) });
};
