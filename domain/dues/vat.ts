import type { VatRegime } from './policy.ts';
import type { Quote } from './quote-line.ts';

/** The standard rate of VAT, in hundredths of a percent (CGI art. 278). */
const STANDARD_RATE = 20_00;

/** The rate of a regime, in hundredths of a percent. */
export const vatRate = (regime: VatRegime): number => (regime === 'standard' ? STANDARD_RATE : 0);

/** VAT on an amount excluding tax, rounded half up to the cent. */
export const vatOf = (regime: VatRegime, netCents: number): Quote['vat'] => {
  const rateBasisPoints = vatRate(regime);
  return { regime, rateBasisPoints, cents: Math.floor((netCents * rateBasisPoints + 5_000) / 10_000) };
};
