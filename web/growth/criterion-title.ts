import type { CriterionName } from '../../domain/growth/policy.ts';
import { CRITERION_TITLES } from '../../domain/growth/wording.ts';
import type { Language } from '../i18n/language.ts';
import { said } from './said.ts';

/** What a criterion is called. */
export const criterionTitle = (name: CriterionName, language: Language): string =>
  said(CRITERION_TITLES[name], language);
