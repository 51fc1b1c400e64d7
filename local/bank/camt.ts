// Writes bank statements as a bank does (camt.053), to try and to measure what reads them.

/** One transaction of an entry. */
export type WrittenTransaction = {
  /** Above zero; the entry says which way it went. */
  cents: number;
  currency?: string;
  payer?: string;
  /** Creditor reference, apart from the text. */
  reference?: string;
  /** Free text, in pieces of 140 characters as banks pass it on. */
  text?: string[];
  endToEndId?: string;
};
export type WrittenEntry = {
  bookedOn: string;
  /** False for money that left. */
  credit?: boolean;
  reversal?: boolean;
  status?: 'BOOK' | 'PDNG' | 'INFO';
  /** The bank's own reference (AcctSvcrRef); left out where there is none. */
  bankReference?: string;
  entryReference?: string;
  transactions: WrittenTransaction[];
  /** Amount of the entry in cents, where it is not the sum of its transactions. */
  cents?: number;
};
export type WrittenStatement = { id: string; from: string; to: string; openingCents?: number; entries: WrittenEntry[] };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
const tag = (name: string, content: string | undefined, attributes = ''): string =>
  content === undefined || content === '' ? '' : `<${name}${attributes}>${content}</${name}>`;
const leaf = (name: string, text: string | undefined): string =>
  tag(name, text === undefined ? undefined : escaped(text));
const amount = (cents: number, currency = 'EUR'): string =>
  tag(
    'Amt',
    `${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`,
    ` Ccy="${currency}"`,
  );
const direction = (credit: boolean): string => leaf('CdtDbtInd', credit ? 'CRDT' : 'DBIT');

/** From message 08 on, a party and a status lie one level deeper; before 03, a transaction has no amount of its own. */
const writer = (version: number) => {
  const party = (name: string | undefined) => (version >= 8 ? tag('Pty', leaf('Nm', name)) : leaf('Nm', name));
  const transaction = (each: WrittenTransaction, credit: boolean): string => {
    const own = amount(each.cents, each.currency);
    const strd = tag(
      'Strd',
      tag(
        'CdtrRefInf',
        each.reference && `<Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>ISO</Issr></Tp>${leaf('Ref', each.reference)}`,
      ),
    );
    return tag(
      'TxDtls',
      [
        tag('Refs', leaf('EndToEndId', each.endToEndId ?? 'NOTPROVIDED')),
        version >= 3 ? `${own}${direction(credit)}` : tag('AmtDtls', tag('TxAmt', own)),
        tag('RltdPties', tag(credit ? 'Dbtr' : 'Cdtr', party(each.payer))),
        tag('RmtInf', `${(each.text ?? []).map((piece) => leaf('Ustrd', piece)).join('')}${strd}`),
      ].join(''),
    );
  };
  const entry = (each: WrittenEntry): string => {
    const credit = each.credit ?? true;
    const cents = each.cents ?? each.transactions.reduce((sum, one) => sum + one.cents, 0);
    const status = each.status ?? 'BOOK';
    return tag(
      'Ntry',
      [
        leaf('NtryRef', each.entryReference),
        amount(cents, each.cents === undefined ? each.transactions[0]?.currency : undefined),
        direction(credit),
        leaf('RvslInd', each.reversal === true ? 'true' : undefined),
        tag('Sts', version >= 8 ? leaf('Cd', status) : status),
        tag('BookgDt', leaf('Dt', each.bookedOn)),
        tag('ValDt', leaf('Dt', each.bookedOn)),
        leaf('AcctSvcrRef', each.bankReference),
        '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>',
        tag('NtryDtls', each.transactions.map((one) => transaction(one, credit)).join('')),
      ].join(''),
    );
  };
  return { entry };
};

const balance = (code: string, cents: number, day: string): string =>
  tag(
    'Bal',
    `<Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}${direction(cents >= 0)}<Dt><Dt>${day}</Dt></Dt>`,
  );

const movement = (entry: WrittenEntry): number => {
  if ((entry.status ?? 'BOOK') !== 'BOOK') return 0;
  const cents = entry.cents ?? entry.transactions.reduce((sum, one) => sum + one.cents, 0);
  return entry.credit === false ? -cents : cents;
};

/**
 * A camt.053 file of an account.
 * @param version of the message: 2 to 13
 */
export const writeCamt = (file: { iban: string; version?: number; statements: WrittenStatement[] }): string => {
  const version = file.version ?? 8;
  const number = String(version).padStart(2, '0');
  const { entry } = writer(version);
  const statements = file.statements.map(({ id, from, to, openingCents = 0, entries }) => {
    const closing = openingCents + entries.reduce((sum, each) => sum + movement(each), 0);
    const head = [
      leaf('Id', id),
      leaf('CreDtTm', `${to}T20:00:00+01:00`),
      `<FrToDt><FrDtTm>${from}T00:00:00+01:00</FrDtTm><ToDtTm>${to}T23:59:59+01:00</ToDtTm></FrToDt>`,
      tag('Acct', `<Id><IBAN>${file.iban}</IBAN></Id><Ccy>EUR</Ccy>`),
      balance('OPBD', openingCents, from),
      balance('CLBD', closing, to),
    ];
    return `<Stmt>${head.join('')}\n${entries.map(entry).join('\n')}\n</Stmt>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${number}"><BkToCstmrStmt>`,
    '<GrpHdr><MsgId>TRABOULE</MsgId><CreDtTm>2026-10-05T20:00:00+01:00</CreDtTm></GrpHdr>',
    ...statements,
    '</BkToCstmrStmt></Document>',
    '',
  ].join('\n');
};
