import { LOCALES } from '../../domain/text/locale.ts';
import type { Language } from '../i18n/language.ts';

/** Units, the largest first, in milliseconds. */
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

const write = (value: number, unit: string, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(value);

/**
 * A length of time by its two largest units, what is smaller left out: `3 j 4 h`, `12 min 5 s`, `850 ms`.
 * @param duration milliseconds; a negative one counts as none
 */
export const formatDuration = (duration: number, language: Language): string => {
  const length = Math.max(0, duration);
  const largest = UNITS.findIndex(([, size]) => length >= size);
  if (largest === -1) return write(Math.round(length), 'millisecond', language);
  let rest = length;
  return UNITS.slice(largest, largest + 2)
    .flatMap(([unit, size], place) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return place > 0 && count === 0 ? [] : [write(count, unit, language)];
    })
    .join(' ');
};
