import * as z from 'zod';
import type { CompanyFile } from '../../domain/growth/profile.ts';
import { typedNumber } from '../form/typed-number.ts';
import type { Language } from '../i18n/language.ts';

/** A company's file as it is typed: years of mergers apart by commas, funds row by row. */
export const FileDraft = z.object({
  presentation: z.string(),
  mergers: z.string(),
  funds: z.array(z.object({ id: z.string(), year: z.string(), amount: z.string() })),
});
export type FileDraft = z.infer<typeof FileDraft>;

export const draftOf = ({ presentation, mergers, funds }: CompanyFile): FileDraft => ({
  presentation,
  mergers: mergers.join(', '),
  funds: funds.map(({ year, amount }) => ({ id: String(year), year: String(year), amount: String(amount) })),
});

const isTyped = (text: string): boolean => text.trim() !== '';

/** What was typed, in the shape of the API's body, for its schema to judge. Rows left empty are none. */
export const bodyOf = ({ presentation, mergers, funds }: FileDraft, language: Language) => ({
  presentation,
  mergers: mergers
    .split(/[\s,;]+/)
    .filter(isTyped)
    .map((year) => typedNumber(year, language)),
  funds: funds
    .filter(({ year, amount }) => isTyped(year) || isTyped(amount))
    .map(({ year, amount }) => ({ year: typedNumber(year, language), amount: typedNumber(amount, language) })),
});

/** The place of a row among those that are sent: the API speaks of them by number. */
export const placeOf = ({ funds }: FileDraft, id: string): number =>
  funds.filter(({ year, amount }) => isTyped(year) || isTyped(amount)).findIndex((row) => row.id === id);
