import type { Language } from '../application/form.ts';
import type { Condition, CriterionResult, Evaluation, Verdict } from './evaluation.ts';
import { annualRate, type Fraction } from './fraction.ts';
import type { GrowthPolicy } from './policy.ts';
import { amount, CRITERION_TITLES, number, rate, share, yearsOld } from './wording.ts';

// What a result says in words. Every sentence is made from the result alone, so it cannot tell another story.

const VERDICTS: Record<Verdict, Record<Language, string>> = {
  met: { fr: 'Rempli', en: 'Met' },
  near: { fr: 'Tout près', en: 'Close' },
  'not-met': { fr: 'Non rempli', en: 'Not met' },
  unknown: { fr: 'Non mesurable', en: 'Not measurable' },
};

/** The growth a year a criterion asks for, and whether more than it; null where it asks for something else. */
const askedRate = (
  policy: GrowthPolicy,
  { criterion, measure }: CriterionResult,
): { rate: Fraction; strict: boolean } | null => {
  const { criteria } = policy;
  switch (criterion) {
    case 'oecd-employees':
    case 'oecd-turnover':
    case 'eurostat-employees':
    case 'young-turnover':
      return criteria[criterion];
    case 'gazelle':
      return criteria[measure === 'turnover' ? 'oecd-turnover' : 'oecd-employees'];
    default:
      return null;
  }
};

const threshold = (policy: GrowthPolicy, result: CriterionResult, language: Language): string => {
  const asked = askedRate(policy, result);
  const needed = amount(result.needed ?? 0, result.measure, language);
  if (asked === null) return language === 'fr' ? `il fallait ${needed}` : `${needed} needed`;
  const written = share(asked.rate, language);
  if (language === 'fr')
    return `il fallait ${asked.strict ? `plus de ${written}` : `au moins ${written}`} par an, soit ${needed}`;
  return `${asked.strict ? `more than ${written}` : `at least ${written}`} a year needed, that is ${needed}`;
};

const marginText = ({ margin, measure }: CriterionResult, language: Language): string => {
  const by = amount(Math.abs(margin ?? 0), measure, language);
  if ((margin ?? 0) >= 0) return language === 'fr' ? `${by} de marge` : `${by} to spare`;
  return language === 'fr' ? `il manque ${by}` : `${by} short`;
};

const movement = ({ from, to, measure, years }: CriterionResult, language: Language): string => {
  if (to === null) return '';
  if (measure === 'funds') {
    return language === 'fr'
      ? `${amount(to.value, 'funds', 'fr')} levés de ${years[0]} à ${years.at(-1)}`
      : `${amount(to.value, 'funds', 'en')} raised from ${years[0]} to ${years.at(-1)}`;
  }
  if (from === null) return '';
  const growth = annualRate(from.value, to.value, to.year - from.year);
  const start = amount(from.value, measure, language);
  const end = amount(to.value, measure, language);
  if (language === 'fr') {
    return `de ${start} en ${from.year} à ${end} en ${to.year}${growth === null ? '' : `, soit ${rate(growth, 'fr')} par an`}`;
  }
  return `from ${start} in ${from.year} to ${end} in ${to.year}${growth === null ? '' : `, ${rate(growth, 'en')} a year`}`;
};

const CONDITIONS: Record<Condition['name'], (condition: Condition, language: Language) => string> = {
  'start-size': ({ measured, limit }, language) =>
    language === 'fr'
      ? `effectif de départ : ${number(measured, 'fr')} pour ${number(limit, 'fr')} au moins`
      : `headcount at the start: ${number(measured, 'en')}, at least ${number(limit, 'en')} needed`,
  'end-size': ({ measured, limit }, language) =>
    language === 'fr'
      ? `chiffre d’affaires atteint : ${amount(measured, 'turnover', 'fr')} pour ${amount(limit, 'turnover', 'fr')} au moins`
      : `turnover reached: ${amount(measured, 'turnover', 'en')}, at least ${amount(limit, 'turnover', 'en')} needed`,
  age: ({ measured, limit }, language) =>
    language === 'fr'
      ? `âge : ${yearsOld(measured, 'fr')} pour ${yearsOld(limit, 'fr')} au plus`
      : `age: ${yearsOld(measured, 'en')}, at most ${yearsOld(limit, 'en')} allowed`,
  sme: ({ measured, limit }, language) =>
    language === 'fr'
      ? `PME l’année précédente : ${number(measured, 'fr')} pour ${number(limit, 'fr')} au plus`
      : `an SME the year before: ${number(measured, 'en')}, at most ${number(limit, 'en')} allowed`,
};

/** What stands against a company, or all conditions when nothing does. */
const conditionTexts = ({ conditions }: CriterionResult, language: Language): string[] => {
  const failing = conditions.filter(({ met }) => !met);
  return (failing.length > 0 ? failing : conditions).map((condition) =>
    CONDITIONS[condition.name](condition, language),
  );
};

const measureName = (measure: CriterionResult['measure'], language: Language): string => {
  if (measure === 'employees') return language === 'fr' ? 'effectif' : 'headcount';
  return language === 'fr' ? 'chiffre d’affaires' : 'turnover';
};

const reason = (result: CriterionResult, language: Language): string => {
  const { years, measure, to } = result;
  const what = measureName(measure, language);
  const [first] = years;
  const fr = language === 'fr';
  switch (result.case) {
    case 'no-figures':
      return fr ? `aucun chiffre (${what}) d’une année close n’est connu` : `no ${what} of a closed year is known`;
    case 'stale':
      return fr
        ? `les derniers chiffres (${what}) sont de ${to?.year} : ceux de ${years.at(-1)} manquent`
        : `the latest ${what} is of ${to?.year}: that of ${years.at(-1)} is missing`;
    case 'missing-start':
      return fr ? `le chiffre de départ (${what} de ${first}) manque` : `the start (${what} of ${first}) is missing`;
    case 'missing-size':
      return fr ? `l’effectif de ${first} manque` : `the headcount of ${first} is missing`;
    case 'first-year':
      return fr
        ? `l’année de création ne compte pas, et ${first} ne vient pas après elle : l’entreprise est trop jeune pour cette mesure`
        : `the year of foundation does not count, and ${first} does not come after it: the company is too young for this measure`;
    case 'zero-base':
      return fr ? `une croissance depuis zéro (${first}) n’a pas de taux` : `growth from zero (${first}) has no rate`;
    default:
      return '';
  }
};

const MERGER: Record<Language, string> = {
  fr: 'une fusion ou une scission est intervenue dans ces années : le jury apprécie',
  en: 'there was a merger or a split within these years: the jury judges',
};

/** One criterion in one sentence: the verdict first, then what it rests on. */
export const criterionSentence = (policy: GrowthPolicy, result: CriterionResult, language: Language): string => {
  const verdict = VERDICTS[result.verdict][language];
  const colon = language === 'fr' ? ' : ' : ': ';
  if (result.verdict === 'unknown') return `${verdict}${colon}${reason(result, language)}.`;
  const parts = [
    movement(result, language),
    threshold(policy, result, language),
    marginText(result, language),
    ...conditionTexts(result, language),
    ...(result.case === 'merger' ? [MERGER[language]] : []),
  ];
  return `${verdict}${colon}${parts.join(language === 'fr' ? ' ; ' : '; ')}.`;
};

const RESULTS: Record<Evaluation['result'], Record<Language, string>> = {
  eligible: {
    fr: 'Éligible : au moins un critère décisif est rempli.',
    en: 'Eligible: at least one decisive criterion is met.',
  },
  borderline: {
    fr: 'À la limite : aucun critère décisif n’est rempli, mais l’entreprise en est assez près pour que le jury apprécie.',
    en: 'Borderline: no decisive criterion is met, but the company is close enough for the jury to judge.',
  },
  'not-eligible': {
    fr: 'Non éligible : aucun critère n’est rempli ni approché.',
    en: 'Not eligible: no criterion is met or nearly met.',
  },
};

/** A criterion explained: its name and its sentence, in both languages. */
export type ExplainedCriterion = CriterionResult & {
  title: Record<Language, string>;
  sentence: Record<Language, string>;
};
/** An evaluation explained. */
export type ExplainedEvaluation = Omit<Evaluation, 'criteria'> & {
  sentence: Record<Language, string>;
  criteria: ExplainedCriterion[];
};

/** Puts an evaluation into words. @param policy the very version it was made by */
export const explain = (policy: GrowthPolicy, evaluation: Evaluation): ExplainedEvaluation => ({
  ...evaluation,
  sentence: RESULTS[evaluation.result],
  criteria: evaluation.criteria.map((result) => ({
    ...result,
    title: CRITERION_TITLES[result.criterion],
    sentence: {
      fr: criterionSentence(policy, result, 'fr'),
      en: criterionSentence(policy, result, 'en'),
    },
  })),
});

/** What is missing for a company to be measured: the years and what of them, each once, by year. */
export const missingFigures = ({ criteria }: Evaluation): { year: number; measure: 'employees' | 'turnover' }[] => {
  const missing = criteria.flatMap((result) => {
    const { years, measure } = result;
    if (measure === 'funds') return [];
    const [first] = years;
    switch (result.case) {
      case 'no-figures':
        return years.map((year) => ({ year, measure }));
      case 'stale':
        return years.slice(-1).map((year) => ({ year, measure }));
      case 'missing-start':
        return first === undefined ? [] : [{ year: first, measure }];
      case 'missing-size':
        return first === undefined ? [] : [{ year: first, measure: 'employees' as const }];
      default:
        return [];
    }
  });
  return missing
    .filter((one, at) => missing.findIndex((other) => other.year === one.year && other.measure === one.measure) === at)
    .sort((a, b) => a.year - b.year || a.measure.localeCompare(b.measure));
};
