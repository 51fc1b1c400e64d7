/** The nomenclatures an activity code may be written in: NAF rev. 2 (2008) and NAF 2025. */
export const NOMENCLATURE_NAMES = ['NAF2', 'NAF2025'] as const;
export type Nomenclature = (typeof NOMENCLATURE_NAMES)[number];

/** The day INSEE's register goes over from NAF rev. 2 to NAF 2025 (1 January 2027). ISO 8601 date. */
export const NAF_2025_FROM = '2027-01-01';

/**
 * The days, both included, on which the form takes a code of each nomenclature. NAF 2025 codes are published beside the
 * old ones in the register a year ahead, and companies go on reading the old code on their papers for a year after: both
 * are taken from a year before the change to a year after it. ISO 8601 dates in Europe/Paris.
 */
export const ACCEPTED: Record<Nomenclature, { from: string; to: string | null }> = {
  NAF2: { from: '2008-01-01', to: '2027-12-31' },
  NAF2025: { from: '2026-01-01', to: null },
};

/** The nomenclature in force on a day: the one the form proposes. @param on ISO 8601 date in Europe/Paris */
export const nomenclatureAt = (on: string): Nomenclature => (on < NAF_2025_FROM ? 'NAF2' : 'NAF2025');
