import { balanceOf, type Receivable } from '../invoice/receivable.ts';
import type { StatementLine } from './line.ts';

// Which invoices a line may pay when it names none: a person confirms. Each proposal says why it is there.

export type ProposalReason = 'reference' | 'name' | 'amount';
export type Proposal = { receivable: Receivable; reasons: ProposalReason[] };

/** How much each reason says. A reference but for a slip says most; many invoices have the same amount. */
const WEIGHTS: Record<ProposalReason, number> = { reference: 4, name: 3, amount: 2 };
/** Most proposals shown for a line. */
const MOST = 5;
/** Share of the longer name's words that two names have in common to be alike. */
const ALIKE = 0.5;
/** Words that say nothing of which company it is: legal forms, and what banks write before a name. */
const EMPTY_WORDS = new Set(
  'SA SAS SASU SARL EURL SCI SCOP SNC SELARL STE SOCIETE ETS ENTREPRISE GROUPE MR MME M DE DU DES LA LE LES ET'.split(
    ' ',
  ),
);

const wordsOf = (name: string): Set<string> => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return new Set(plain.split(/[^A-Z0-9]+/).filter((word) => word !== '' && !EMPTY_WORDS.has(word)));
};

/** Tells whether two names are alike: half of the words of the longer one, or all of the shorter one's. */
const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  if (a.size === 0 || b.size === 0) return false;
  const common = [...a].filter((word) => b.has(word));
  const whole = common.length === Math.min(a.size, b.size) && common.join('').length >= 4;
  return whole || common.length / Math.max(a.size, b.size) >= ALIKE;
};

/** The ten digits an invoice is referred to by. */
const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** Every ten digits that a slip may have made these digits of: one wrong, two swapped, one left out, one too many. */
function* meant(typed: string): Generator<string> {
  if (typed.length === 10) {
    yield typed;
    for (let at = 0; at < 10; at += 1) {
      for (const digit of '0123456789') yield typed.slice(0, at) + digit + typed.slice(at + 1);
      yield typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
    }
  }
  for (let at = 0; at <= typed.length; at += 1) {
    if (typed.length === 9) for (const digit of '0123456789') yield typed.slice(0, at) + digit + typed.slice(at);
    if (typed.length === 11) yield typed.slice(0, at) + typed.slice(at + 1);
  }
}

/** Runs of digits that may be meant for a reference, the two check digits taken off where they may be there. */
const candidates = ({ references, remittance, endToEndId }: StatementLine): string[] =>
  [...references, remittance, endToEndId ?? '']
    .flatMap((text) => text.replace(/(?<=\d)[\s.\u2010-\u2015/-]+(?=\d)/g, '').match(/\d{9,13}/g) ?? [])
    .flatMap((run) => [run, run.slice(2)])
    .filter((run) => run.length >= 9 && run.length <= 11)
    .slice(0, 20);

/** What is owed, made ready to be asked about many lines. */
export type OpenInvoices = {
  byDigits: ReadonlyMap<string, Receivable>;
  byAmount: ReadonlyMap<number, readonly Receivable[]>;
  /** Receivables whose company has the word in its name. */
  byWord: ReadonlyMap<string, readonly { receivable: Receivable; words: ReadonlySet<string> }[]>;
};

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
};

export const openInvoices = (receivables: readonly Receivable[]): OpenInvoices => {
  const byAmount = new Map<number, Receivable[]>();
  const byWord = new Map<string, { receivable: Receivable; words: ReadonlySet<string> }[]>();
  for (const receivable of receivables) {
    add(byAmount, balanceOf(receivable), receivable);
    const words = wordsOf(receivable.companyName);
    for (const word of words) add(byWord, word, { receivable, words });
  }
  return { byDigits: new Map(receivables.map((each) => [digitsOf(each.number), each])), byAmount, byWord };
};

/** The invoices a line may pay, the likeliest first, each with why: five at most. */
export const proposalsFor = (line: StatementLine, open: OpenInvoices): Proposal[] => {
  const reasons = new Map<Receivable, Set<ProposalReason>>();
  const propose = (receivable: Receivable, reason: ProposalReason): void => {
    reasons.set(receivable, (reasons.get(receivable) ?? new Set()).add(reason));
  };
  for (const run of candidates(line)) {
    for (const digits of meant(run)) {
      const found = open.byDigits.get(digits);
      if (found !== undefined) propose(found, 'reference');
    }
  }
  const payer = wordsOf(line.payer ?? '');
  for (const word of payer) {
    for (const { receivable, words } of open.byWord.get(word) ?? []) {
      if (alike(payer, words)) propose(receivable, 'name');
    }
  }
  const sameAmount = open.byAmount.get(line.cents) ?? [];
  // An amount that many owe tells nobody from another: it only backs what something else says.
  for (const each of sameAmount) if (reasons.has(each) || sameAmount.length <= MOST) propose(each, 'amount');
  const weight = ({ reasons: why }: Proposal): number => why.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  return [...reasons]
    .map(([receivable, why]) => ({ receivable, reasons: [...why] }))
    .sort((a, b) => weight(b) - weight(a) || a.receivable.number.localeCompare(b.receivable.number))
    .slice(0, MOST);
};
