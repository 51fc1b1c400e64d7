import type { StatementLine } from './line.ts';
import { namedBy } from './match.ts';
import type { StoredLine } from './stored.ts';

/** Whose money a line brought: who paid it, or where the bank does not say the invoices it went to. */
const whoseOf = ({ payer, invoices }: StoredLine): string => payer ?? invoices.map(({ number }) => number).join(' ');

/**
 * The lines that a reversal may take back, of those that the bank or the payer knows by the same: those that paid an invoice
 * it names, else those of its payer, else all. What a payer calls a transfer is their own choice, and two may choose alike:
 * of several payers it is nobody's to guess.
 * @param traced of the very amount, the newest first; the order is kept
 * @returns none when a person has to say
 */
export const originalsOf = (line: StatementLine, traced: readonly StoredLine[]): StoredLine[] => {
  const standing = traced.filter(({ why }) => why !== 'taken-back');
  const numbers: readonly string[] = namedBy(line).numbers;
  const named = standing.filter(({ invoices }) => invoices.some(({ number }) => numbers.includes(number)));
  if (named.length > 0) return named;
  const same = standing.filter(({ payer }) => payer !== null && payer === line.payer);
  const likely = same.length > 0 ? same : standing;
  return new Set(likely.map(whoseOf)).size > 1 ? [] : likely;
};
