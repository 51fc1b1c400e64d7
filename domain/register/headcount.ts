/** A headcount band (tranche d'effectif salarié): both ends included; `max` null for no upper end. */
export type HeadcountBand = { min: number; max: number | null };

/**
 * The bands of the register, by code (INSEE, variable trancheEffectifsUniteLegale). `NN` is not among them: it says that
 * the headcount is unknown, or that the company employs nobody.
 */
const BANDS: Readonly<Record<string, HeadcountBand>> = {
  '00': { min: 0, max: 0 },
  '01': { min: 1, max: 2 },
  '02': { min: 3, max: 5 },
  '03': { min: 6, max: 9 },
  '11': { min: 10, max: 19 },
  '12': { min: 20, max: 49 },
  '21': { min: 50, max: 99 },
  '22': { min: 100, max: 199 },
  '31': { min: 200, max: 249 },
  '32': { min: 250, max: 499 },
  '41': { min: 500, max: 999 },
  '42': { min: 1000, max: 1999 },
  '51': { min: 2000, max: 4999 },
  '52': { min: 5000, max: 9999 },
  '53': { min: 10000, max: null },
};

/** The band of a code; null when the code says nothing of the headcount. */
export const headcountBand = (code: string | null): HeadcountBand | null =>
  code !== null && Object.hasOwn(BANDS, code) ? (BANDS[code] ?? null) : null;

/** Tells whether a headcount lies in a band. */
export const inBand = (employees: number, band: HeadcountBand): boolean =>
  employees >= band.min && (band.max === null || employees <= band.max);

/** A band as people read it in any language: `10–19`, `0`, `≥ 10000`. */
export const formatBand = ({ min, max }: HeadcountBand): string => {
  if (max === null) return `≥ ${min}`;
  return min === max ? String(min) : `${min}–${max}`;
};
