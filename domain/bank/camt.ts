import * as z from 'zod';
import { type FieldError, Refusal } from '../errors.ts';
import { centsOf } from './amount.ts';
import { type LineKind, lineKey, type ParsedLine, type StatementHead } from './line.ts';
import { all, at, textAt, type XmlElement, xmlReader } from './xml.ts';

// Bank statements as ISO 20022 has them: camt.053 (BankToCustomerStatement), messages 02 to 13. What differs between
// them and matters here: a party's name moved into `Pty` (08), a status into `Cd` (08), a transaction got an amount and
// a direction of its own (03).

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(0[2-9]|1[0-3])$/;
const STATEMENT = ['Document', 'BkToCstmrStmt', 'Stmt'];
const Day = z.iso.date();

/** Longest texts kept of a line, in characters: four lines of remittance, and the longest name of ISO 20022. */
const LONGEST_TEXT = 1000;
const LONGEST_NAME = 140;
const LONGEST_REFERENCE = 100;
/** What banks write where the payer gave nothing. */
const NOT_PROVIDED = /^NOT ?PROVIDED$/i;

/** What a file holds of our account. */
export type BankFile = { statements: StatementHead[]; lines: ParsedLine[] };

const tidy = (text: string | null, longest: number): string | null =>
  text
    ?.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim() || null;

const refused = (errors: FieldError[]): Refusal => new Refusal('invalid-fields', { errors });

/** A day, from a date or an instant as the bank wrote it; its own day, wherever its offset lies. */
const dayAt = (element: XmlElement | undefined, name: string): string | null => {
  const written = textAt(element, name, 'Dt') ?? textAt(element, name, 'DtTm') ?? textAt(element, name);
  return Day.safeParse(written?.slice(0, 10)).data ?? null;
};

const isTrue = (text: string | null): boolean => text === 'true' || text === '1';

type Money = { cents: number; currency: string };

/** An amount with its currency, signed by who has it. @throws Refusal `invalid-fields` naming the place */
const moneyOf = (amount: XmlElement, path: string, negative: boolean): Money => {
  const currency = amount.attributes.Ccy ?? '';
  if (!/^[A-Z]{3}$/.test(currency)) throw refused([{ path: `${path}.Ccy`, code: 'currency.format' }]);
  const read = centsOf(amount.text, currency);
  if ('fault' in read) throw refused([{ path, code: read.fault }]);
  return { cents: negative ? -read.cents : read.cents, currency };
};

/** Tells whether money left the account. @throws Refusal `invalid-fields` when it is not said */
const isDebit = (element: XmlElement, path: string, otherwise?: boolean): boolean => {
  const indicator = textAt(element, 'CdtDbtInd');
  if (indicator === null && otherwise !== undefined) return otherwise;
  if (indicator !== 'CRDT' && indicator !== 'DBIT') throw refused([{ path: `${path}.CdtDbtInd`, code: 'not-in-list' }]);
  return indicator === 'DBIT';
};

/** What a transaction is worth by itself: null when only its entry says. */
const ownMoney = (details: XmlElement, path: string, entryIsDebit: boolean): Money | null => {
  const amount = at(details, 'Amt') ?? at(details, 'AmtDtls', 'TxAmt', 'Amt');
  return amount === undefined ? null : moneyOf(amount, `${path}.Amt`, isDebit(details, path, entryIsDebit));
};

type Transaction = { money: Money; details: XmlElement[]; place: number };

/**
 * The transactions of an entry. Their amounts count when they are all told, in the entry's currency, and add up to it;
 * otherwise (charges taken off, amounts in the payer's currency, none given) the entry is one line: what the account
 * moved by is what is booked.
 */
const transactionsOf = (entry: XmlElement, path: string): Transaction[] => {
  const amount = at(entry, 'Amt');
  if (amount === undefined) throw refused([{ path: `${path}.Amt`, code: 'required' }]);
  const debit = isDebit(entry, path);
  const money = moneyOf(amount, `${path}.Amt`, debit);
  const details = all(entry, 'NtryDtls').flatMap((batch) => all(batch, 'TxDtls'));
  const own = details.map((each, place) => ownMoney(each, `${path}.TxDtls.${place}`, debit));
  const told = own.filter((each) => each !== null).filter(({ currency }) => currency === money.currency);
  const sum = told.reduce((total, { cents }) => total + cents, 0);
  if (details.length < 2 || told.length < details.length || sum !== money.cents) return [{ money, details, place: 0 }];
  return told.map((each, place) => ({ money: each, details: details.slice(place, place + 1), place }));
};

const KINDS: Record<'kept' | 'reversed', Record<'in' | 'out', LineKind>> = {
  kept: { in: 'credit', out: 'debit' },
  reversed: { in: 'return', out: 'reversal' },
};

/** The other side of a transaction, or who stands behind it. */
const partyOf = (details: XmlElement, left: boolean): string | null => {
  const parties = at(details, 'RltdPties');
  const names = left ? ['Cdtr', 'UltmtCdtr'] : ['Dbtr', 'UltmtDbtr'];
  const found = names.map((name) => textAt(parties, name, 'Nm') ?? textAt(parties, name, 'Pty', 'Nm'));
  return tidy(found.find((name) => name !== null) ?? null, LONGEST_NAME);
};

/** What the payer says the money is for: their text, the documents they name, or else what the bank says of it. */
const remittanceOf = (entry: XmlElement, details: readonly XmlElement[]): string => {
  const said = details.flatMap((each) => {
    const remittance = at(each, 'RmtInf');
    const structured = all(remittance, 'Strd').flatMap((part) => [
      ...all(part, 'RfrdDocInf').map((document) => textAt(document, 'Nb')),
      ...all(part, 'AddtlRmtInf').map(({ text }) => text),
    ]);
    return [...all(remittance, 'Ustrd').map(({ text }) => text), ...structured];
  });
  const bank = [...details.map((each) => textAt(each, 'AddtlTxInf')), textAt(entry, 'AddtlNtryInf')];
  const text = said.filter((part) => part !== null && part.trim() !== '');
  return tidy((text.length > 0 ? text : bank.filter((part) => part !== null)).join(' '), LONGEST_TEXT) ?? '';
};

const referencesOf = (details: readonly XmlElement[]): string[] =>
  details
    .flatMap((each) => all(at(each, 'RmtInf'), 'Strd'))
    .flatMap((part) => tidy(textAt(part, 'CdtrRefInf', 'Ref'), LONGEST_REFERENCE) ?? [])
    .slice(0, 20);

/**
 * The lines of an entry: none unless it is booked (what is pending comes again when it is).
 * @param fallbackDay day of the statement, where the entry has none
 * @throws Refusal `invalid-fields` naming the entry and what is wrong with it
 */
const linesOf = (
  entry: XmlElement,
  path: string,
  account: { iban: string; fallbackDay: string | null },
): ParsedLine[] => {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts', 'Prtry') ?? textAt(entry, 'Sts');
  if (status !== 'BOOK') return [];
  const bookedOn = dayAt(entry, 'BookgDt') ?? dayAt(entry, 'ValDt') ?? account.fallbackDay;
  if (bookedOn === null) throw refused([{ path: `${path}.BookgDt`, code: 'date' }]);
  const entryReference = tidy(textAt(entry, 'NtryRef'), LONGEST_REFERENCE);
  const ofEntry = tidy(textAt(entry, 'AcctSvcrRef'), LONGEST_REFERENCE);
  return transactionsOf(entry, path).map(({ money, details, place }) => {
    const left = money.cents < 0;
    // A return of a transfer is told by its reason where the bank sets no indicator.
    const returned = left && details.some((each) => at(each, 'RtrInf') !== undefined);
    const reversed = isTrue(textAt(entry, 'RvslInd')) || returned;
    const servicerReference = ofEntry ?? tidy(textAt(details[0], 'Refs', 'AcctSvcrRef'), LONGEST_REFERENCE);
    const endToEndId = tidy(textAt(details[0], 'Refs', 'EndToEndId'), LONGEST_REFERENCE);
    const line = {
      kind: KINDS[reversed ? 'reversed' : 'kept'][left ? 'out' : 'in'],
      bookedOn,
      ...money,
      // The payer of what is taken back is the debtor it came from; who was paid, of what simply left.
      payer: details.map((each) => partyOf(each, left && !reversed)).find((name) => name !== null) ?? null,
      references: referencesOf(details),
      endToEndId: endToEndId === null || NOT_PROVIDED.test(endToEndId) ? null : endToEndId,
      remittance: remittanceOf(entry, details),
      entryReference: servicerReference ?? entryReference,
    };
    return { ...line, key: lineKey({ ...line, iban: account.iban, servicerReference, place }) };
  });
};

const closingOf = (balance: XmlElement): number | null => {
  const amount = at(balance, 'Amt');
  if (textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') !== 'CLBD' || amount === undefined) return null;
  const read = centsOf(amount.text, amount.attributes.Ccy ?? '');
  if ('fault' in read) return read.fault === 'amount.zero' ? 0 : null;
  return textAt(balance, 'CdtDbtInd') === 'DBIT' ? -read.cents : read.cents;
};

/** Which of our accounts an account of a file is: by IBAN, or by what comes after its check digits (BBAN). */
const ourAccount = (account: XmlElement, ibans: readonly string[]): string | undefined => {
  const written = textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id');
  const compact = written?.replace(/\s/g, '').toUpperCase();
  return ibans.find((iban) => compact === iban || compact === iban.slice(4));
};

/**
 * Reads a camt.053 file piece by piece.
 * @param ibans of the accounts that are ours
 * @throws Refusal from `write` or `end`: `not-xml`, `not-camt053`, `other-account`, or `invalid-fields` naming the
 *   entry. Nothing of a file that is refused is taken.
 */
export const camtReader = (ibans: readonly string[]): { write(piece: string): void; end(): BankFile } => {
  const file: BankFile = { statements: [], lines: [] };
  let head: StatementHead & { iban: string | null; createdOn: string | null } = nothingYet();
  let entries = 0;
  /** How many lines of the statement had a key already: identical payments are several, not one. */
  let occurrences = new Map<string, number>();

  const take: Record<string, (element: XmlElement) => void> = {
    Id: ({ text }) => {
      head.id = tidy(text, LONGEST_REFERENCE) ?? '';
    },
    CreDtTm: ({ text }) => {
      head.createdOn = Day.safeParse(text.trim().slice(0, 10)).data ?? null;
    },
    FrToDt: (element) => {
      head.from = dayAt(element, 'FrDtTm');
      head.to = dayAt(element, 'ToDtTm');
    },
    Acct: (element) => {
      const iban = ourAccount(element, ibans);
      if (iban === undefined) throw new Refusal('other-account');
      head.iban = iban;
    },
    Bal: (element) => {
      head.closingCents = closingOf(element) ?? head.closingCents;
    },
    Ntry: (element) => {
      const { iban } = head;
      if (iban === null) throw new Refusal('other-account');
      const path = `Stmt.${file.statements.length}.Ntry.${entries}`;
      entries += 1;
      for (const line of linesOf(element, path, { iban, fallbackDay: head.to ?? head.createdOn })) {
        const alike = occurrences.get(line.key) ?? 0;
        occurrences.set(line.key, alike + 1);
        file.lines.push({ ...line, key: `${line.key}#${alike}` });
      }
    },
  };
  const reader = xmlReader({
    root: (name, namespace) => {
      if (name !== 'Document' || !NAMESPACE.test(namespace)) throw new Refusal('not-camt053');
    },
    takes: (path) =>
      path.length === STATEMENT.length + 1 &&
      STATEMENT.every((name, place) => path[place] === name) &&
      take[path.at(-1) ?? ''] !== undefined,
    taken: (element) => take[element.name]?.(element),
    closed: (name) => {
      if (name !== 'Stmt') return;
      if (head.iban === null) throw new Refusal('other-account');
      const { id, from, to, closingCents } = head;
      file.statements.push({ id, from, to, closingCents });
      head = nothingYet();
      entries = 0;
      occurrences = new Map();
    },
  });
  return {
    write: reader.write,
    end: () => {
      reader.end();
      if (file.statements.length === 0) throw new Refusal('not-camt053');
      return file;
    },
  };
};

const nothingYet = () => ({ id: '', from: null, to: null, closingCents: null, iban: null, createdOn: null });
