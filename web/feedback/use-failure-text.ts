import { useTranslation } from 'react-i18next';
import { type ProblemText, problemText } from '../../domain/text/problems.ts';
import type { Failure } from '../api/failure.ts';
import { isConnectionTrouble } from '../api/failure.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** What people read of a failure: the contract's own words for a refusal, ours when the API could not be heard. */
export const useFailureText = (): ((failure: Failure) => ProblemText) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ reason }) =>
    isConnectionTrouble(reason)
      ? { title: t(`trouble.${reason}.title`), detail: t(`trouble.${reason}.detail`) }
      : problemText(reason, language);
};
