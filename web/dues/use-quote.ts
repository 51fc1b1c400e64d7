import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { QuoteQuery } from '../../domain/contract/dues-routes.ts';
import { call } from '../api/call.ts';
import type { Draft } from '../form/draft.ts';
import { parseWholeNumber } from '../format/numbers.ts';
import type { Language } from '../i18n/language.ts';

/** What a quote needs that is still to be filled in, by what the form calls it. */
export type Missing = 'category' | 'foundedOn' | 'figures';
type Question = z.output<typeof QuoteQuery>;

/** The row of figures that dues rest on: the latest year that is filled in. */
const latest = (figures: Draft['figures'], language: Language) =>
  figures
    .flatMap(({ year, employees, turnover }) => {
      const row = {
        year: parseWholeNumber(year, language),
        employees: parseWholeNumber(employees, language),
        turnover: parseWholeNumber(turnover, language),
      };
      const read = QuoteQuery.pick({ year: true, employees: true, turnover: true }).safeParse(row);
      // Nothing typed reads as null, which a query would count as zero.
      return read.success && !Object.values(row).includes(null) ? [read.data] : [];
    })
    .toSorted((a, b) => b.year - a.year)[0];

/**
 * What to ask for a form as it stands, or what it lacks for that.
 * @param language the language numbers were typed in
 */
export const questionOf = (
  { company, figures }: Pick<Draft, 'figures'> & { company: Pick<Draft['company'], 'category' | 'foundedOn'> },
  language: Language,
): { question: Question } | { missing: Missing[] } => {
  const row = latest(figures, language);
  const read = QuoteQuery.safeParse({ category: company.category, foundedOn: company.foundedOn, ...row });
  if (read.success) return { question: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  return {
    missing: [
      ...(wrong.has('category') ? (['category'] as const) : []),
      ...(wrong.has('foundedOn') ? (['foundedOn'] as const) : []),
      ...(row === undefined ? (['figures'] as const) : []),
    ],
  };
};

/** Milliseconds of rest after a keystroke before the quote is asked for. */
const REST = 400;
const FRESH = 300_000;

/** The quote for a form as it is typed; the one before stays in sight until the next is there. */
export const useQuote = (draft: Pick<Draft, 'figures' | 'company'>, language: Language) => {
  const asked = questionOf(draft, language);
  const now = JSON.stringify('question' in asked ? asked.question : null);
  const [rested] = useDebouncedValue(now, REST);
  const question = QuoteQuery.nullable().parse(JSON.parse(rested));
  const quote = useQuery({
    queryKey: ['dues-quote', rested],
    queryFn: ({ signal }) => {
      if (question === null) throw new Error('There is nothing to ask yet.');
      return call('QuoteDues', { query: question, signal });
    },
    enabled: question !== null,
    staleTime: FRESH,
    placeholderData: keepPreviousData,
  });
  return { quote, missing: 'missing' in asked ? asked.missing : [], settling: now !== rested || quote.isFetching };
};
