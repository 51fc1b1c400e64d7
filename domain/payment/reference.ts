// Creditor references (ISO 11649): what a transfer quotes, and how a line of a bank statement finds its invoice. Ours are
// made of the ten digits of an invoice's number, so the reference alone names the invoice.

/** Longest own part of a reference, in characters (ISO 11649). */
const LONGEST = 21;
/** The digits of an invoice's number: four of the year, six of the rank in it. */
const OURS = /^RF\d{2}(\d{4})(\d{6})$/;

/** Code of what is wrong with a reference. */
export type ReferenceFault = 'reference.format' | 'reference.checksum';

/** Rest of the division by 97 of a text in which a letter stands for two digits, A = 10 … Z = 35 (ISO 7064, MOD 97-10). */
const mod97 = (text: string): number =>
  Number(BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n);

/** A reference as people type it or banks print it, in capitals and without what stands between its characters. */
export const compactReference = (typed: string): string => typed.toUpperCase().replace(/[\s.\u2010-\u2015_/-]/g, '');

/**
 * The creditor reference of a text of our own: `RF`, two check digits and the text. A zero among the check digits is kept.
 * @param own 1 to 21 capital letters and digits
 * @throws RangeError when it is anything else
 */
export const creditorReference = (own: string): string => {
  if (own.length > LONGEST || !/^[A-Z0-9]+$/.test(own)) throw new RangeError(`No reference can be made of ${own}`);
  return `RF${String(98 - mod97(`${own}RF00`)).padStart(2, '0')}${own}`;
};

/** What is wrong with a reference, if anything. @param typed spaces, hyphens and small letters are forgiven */
export const referenceFault = (typed: string): ReferenceFault | null => {
  const reference = compactReference(typed);
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return 'reference.format';
  return mod97(reference.slice(4) + reference.slice(0, 4)) === 1 ? null : 'reference.checksum';
};

/** A reference as it is printed: in fours, `RF02 2026 0000 42` (ISO 11649). */
export const formatReference = (reference: string): string => reference.replace(/(.{4})(?=.)/g, '$1 ');

/** The creditor reference of an invoice: `F2026-000042` gives `RF022026000042`. @param number of an invoice */
export const invoiceReference = (number: string): string => creditorReference(number.replace(/\D/g, ''));

/** The number of the invoice that a reference names, where it is valid and of our kind. @param typed as on the line */
export const invoiceNumberOf = (typed: string): string | null => {
  const reference = compactReference(typed);
  const [, year, rank] = OURS.exec(reference) ?? [];
  return year === undefined || referenceFault(reference) !== null ? null : `F${year}-${rank}`;
};

/** All that a pattern finds, overlaps included: a false start must not hide what follows. */
const everywhere = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(new RegExp(`(?=(${pattern.source}))`, 'g'))].flatMap(([, found]) =>
    found === undefined ? [] : [found],
  );

/** The invoices that a free text names by references with a valid check, each once, wherever the bank broke the text. */
export const invoicesReferredTo = (text: string): string[] => [
  ...new Set(everywhere(/RF\d{12}/, compactReference(text)).flatMap((found) => invoiceNumberOf(found) ?? [])),
];

/**
 * The invoices that a free text names as they are printed (`F2026-000042`, the hyphen forgiven), each once. Nothing in a
 * number shows a slip, so it says less than a reference.
 */
export const invoicesNamed = (text: string): string[] => {
  const found = text.toUpperCase().matchAll(/(?<![A-Z0-9])F ?(\d{4})[\s\u2010-\u2015/_-]?(\d{6})(?!\d)/g);
  return [...new Set([...found].map(([, year, rank]) => `F${year}-${rank}`))];
};
