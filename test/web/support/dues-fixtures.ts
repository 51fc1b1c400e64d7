import type * as z from 'zod';
import {
  AccountStatement,
  AgedBalance,
  BankLinePage,
  BankLineQueue,
  BankStatement,
  BankStatementPage,
  DuesPolicyList,
  DuesPolicyPreview,
  DuesQuote,
  HeldCreditPage,
  LinkDues,
  StaffInvoice,
  StaffInvoicePage,
} from '../../../domain/contract/dues-responses.ts';
import { policyOf } from '../../../domain/dues/policies.ts';

// What the API answers of dues, as its own schemas take it: companies at every stage of paying, for the pages' tests of
// what is hard to bring about for real.

export const APPLICATION_ID = '0a6b7c8d-0000-4000-8000-000000000001';
export const POLICY = policyOf('2017-01');
const SELLER = POLICY.seller;

export const quote = DuesQuote.parse({
  policyVersion: '2017-01',
  purpose: 'joining',
  period: { from: '2026-10-05', to: '2027-10-04' },
  figuresYear: 2025,
  lines: [
    { code: 'band', params: { basis: 'headcount', value: 12, from: 10, to: 19 }, cents: 600_00 },
    { code: 'mid-year', params: { percent: 50, from: '07-01' }, cents: -300_00 },
  ],
  netCents: 300_00,
  vat: { regime: 'out-of-scope', rateBasisPoints: 0, cents: 0 },
  totalCents: 300_00,
});

const transfer = (cents: number) => ({
  name: SELLER.legalName,
  iban: SELLER.iban,
  bic: SELLER.bic,
  reference: 'RF842026000042',
  cents,
  qr: `BCD\n002\n1\nSCT\n${SELLER.bic}\n${SELLER.legalName}\n${SELLER.iban}\nEUR${(cents / 100).toFixed(2)}\n\nRF842026000042`,
});

type LinkInvoiceInput = z.input<typeof LinkDues>['invoices'][number];
const openInvoice: LinkInvoiceInput = {
  number: 'F2026-000042',
  kind: 'invoice',
  issuedOn: '2026-10-05',
  dueOn: '2026-11-04',
  totalCents: 1_234_56,
  status: 'open',
  balanceCents: 1_234_56,
  corrects: null,
  transfer: transfer(1_234_56),
  receipts: [],
  delayAsked: null,
  delayableUntil: '2026-12-19',
};
const linkDues = (invoices: LinkInvoiceInput[], more: Partial<z.input<typeof LinkDues>> = {}) =>
  LinkDues.parse({ quote, invoices, heldCents: 0, cardPayment: false, ...more });

/** Dues as a company reads them, by where it stands. */
export const LINK_DUES = {
  quoted: linkDues([]),
  open: linkDues([openInvoice], { cardPayment: true }),
  late: linkDues([
    {
      ...openInvoice,
      dueOn: '2026-09-20',
      issuedOn: '2026-08-21',
      status: 'part-paid',
      balanceCents: 634_56,
      transfer: transfer(634_56),
      receipts: [
        { paymentId: 'p1', method: 'transfer', receivedOn: '2026-09-14', cents: 600_00, reversedOn: null },
        { paymentId: 'p2', method: 'cheque', receivedOn: '2026-09-10', cents: 634_56, reversedOn: '2026-09-13' },
      ],
      delayAsked: { until: '2026-10-31', reason: 'Nous attendons un règlement.' },
    },
  ]),
  settled: linkDues(
    [
      {
        ...openInvoice,
        status: 'paid',
        balanceCents: 0,
        transfer: null,
        delayableUntil: null,
        receipts: [
          { paymentId: 'p3', method: 'transfer', receivedOn: '2026-10-09', cents: 1_234_56, reversedOn: null },
        ],
      },
      {
        ...openInvoice,
        number: 'F2026-000017',
        issuedOn: '2026-02-02',
        dueOn: '2026-03-04',
        totalCents: 300_00,
        status: 'cancelled',
        balanceCents: 0,
        transfer: null,
        delayableUntil: null,
      },
      {
        ...openInvoice,
        number: 'A2026-000003',
        kind: 'credit-note',
        issuedOn: '2026-02-09',
        totalCents: 300_00,
        status: null,
        balanceCents: 0,
        corrects: 'F2026-000017',
        transfer: null,
        delayableUntil: null,
      },
    ],
    { heldCents: 50_00 },
  ),
};

const summary = (index: number, more: Partial<z.input<typeof StaffInvoicePage>['items'][number]>) => ({
  number: `F2026-${String(index).padStart(6, '0')}`,
  kind: 'invoice' as const,
  companyName: 'Ateliers du Furan',
  siren: '331518498',
  applicationId: APPLICATION_ID,
  memberNumber: null,
  antenna: 'STE' as const,
  issuedOn: '2026-10-05',
  dueOn: '2026-11-04',
  totalCents: 1_234_56,
  balanceCents: 1_234_56,
  status: 'open' as const,
  delayAsked: false,
  ...more,
});
export const invoicePage = StaffInvoicePage.parse({
  items: [
    summary(42, { delayAsked: true }),
    summary(41, {
      companyName: 'Belledonne Capteurs',
      siren: '732829320',
      memberNumber: 'M000012',
      antenna: 'GRE',
      status: 'part-paid',
      balanceCents: 634_56,
      dueOn: '2026-09-20',
      issuedOn: '2026-08-21',
    }),
    summary(3, {
      number: 'A2026-000003',
      kind: 'credit-note',
      companyName: 'Chaîne des Puys Analytics',
      siren: '335092318',
      antenna: 'CLE',
      status: null,
      balanceCents: 0,
      totalCents: 300_00,
    }),
    summary(40, {
      companyName: 'Roanne Textile & Systèmes d’information industriels réunis',
      memberNumber: 'M000021',
      status: 'paid',
      balanceCents: 0,
      totalCents: 4_500_00,
    }),
    summary(39, { companyName: 'Drôme Cloud Coopérative', antenna: 'VAL', status: 'unpaid', dueOn: '2026-07-01' }),
    summary(38, { companyName: 'Savoie Embarqué', antenna: 'ANN', status: 'waived', balanceCents: 0 }),
  ],
  nextCursor: null,
});

const staff = { kind: 'staff' as const, id: 'tresor', name: 'Anouk Perret' };
export const staffInvoice = StaffInvoice.parse({
  invoice: {
    number: 'F2026-000042',
    kind: 'invoice',
    duesId: 'd1',
    applicationId: APPLICATION_ID,
    memberNumber: null,
    issuedOn: '2026-10-05',
    dueOn: '2026-11-04',
    period: { from: '2026-10-05', to: '2027-10-04' },
    issuedAt: '2026-10-05T08:00:00Z',
    language: 'fr',
    seller: SELLER,
    buyer: {
      legalName: 'Ateliers du Furan',
      siren: '331518498',
      street: '1 place Jean-Jaurès',
      postcode: '42000',
      city: 'Saint-Étienne',
      contactName: 'Zoé Martin',
      email: 'zoe@example.fr',
    },
    lines: [
      {
        description: 'Cotisation, tranche de 20 à 49 salariés (32 salariés en 2025)',
        quantity: 1,
        unitCents: 1_234_56,
        netCents: 1_234_56,
      },
    ],
    netCents: 1_234_56,
    vat: { regime: 'out-of-scope', rateBasisPoints: 0, cents: 0 },
    totalCents: 1_234_56,
    penaltyRateBasisPoints: 12_00,
    reference: 'RF842026000042',
    corrects: null,
    policyVersion: '2017-01',
  },
  receivable: {
    number: 'F2026-000042',
    applicationId: APPLICATION_ID,
    duesId: 'd1',
    companyName: 'Ateliers du Furan',
    status: 'part-paid',
    totalCents: 1_234_56,
    paidCents: 500_00,
    creditedCents: 100_00,
    waivedCents: 0,
    issuedOn: '2026-10-05',
    dueOn: '2026-11-04',
    reference: 'RF842026000042',
    steps: [{ step: 'reminder:-7', at: '2026-10-28T07:00:00Z' }],
    delayAsked: { until: '2026-12-04', reason: 'Nous attendons le règlement d’un client.', at: '2026-10-29T10:12:00Z' },
    updatedAt: '2026-10-29T10:12:00Z',
    version: 3,
  },
  balanceCents: 634_56,
  creditNotes: [{ number: 'A2026-000003', issuedOn: '2026-10-12', totalCents: 100_00, reason: 'Effectif corrigé.' }],
  payments: [
    {
      paymentId: 'p1',
      method: 'cheque',
      receivedOn: '2026-10-20',
      cents: 500_00,
      payer: 'Ateliers du Furan',
      applicationId: APPLICATION_ID,
      allocations: [{ number: 'F2026-000042', cents: 500_00 }],
      heldCents: 0,
      refundedCents: 0,
      reversedOn: null,
      by: staff,
      note: 'Chèque nº 4521',
      at: '2026-10-20T09:00:00Z',
      version: 0,
    },
  ],
  may: { waive: true, credit: true, pay: true, decideDelay: true },
});
export const readOnlyInvoice = StaffInvoice.parse({
  ...staffInvoice,
  may: { waive: false, credit: false, pay: false, decideDelay: false },
});

export const statement = BankStatement.parse({
  statementId: 's1',
  fileName: 'releve-2026-10.xml',
  uploadedAt: '2026-10-31T09:00:00Z',
  uploadedBy: 'Anouk Perret',
  statements: [{ id: 'st1', from: '2026-10-01', to: '2026-10-31', closingCents: 45_210_12 }],
  lines: 6,
  done: 6,
  counts: { matched: 1, part: 1, over: 1, unknown: 2, reversal: 1 },
  status: 'done',
});
export const runningStatement = BankStatement.parse({
  ...statement,
  lines: 10_000,
  done: 3_250,
  counts: { pending: 6_750, matched: 3_200, unknown: 50 },
  status: 'running',
});
export const statementPage = BankStatementPage.parse({
  items: [statement, { ...statement, statementId: 's0', fileName: 'releve-2026-09.xml.gz', counts: { matched: 6 } }],
  nextCursor: null,
});
const line = (index: number, more: Partial<z.input<typeof BankLinePage>['items'][number]>) => ({
  lineId: `l${index}`,
  statementId: 's1',
  bookedOn: '2026-10-12',
  cents: 600_00,
  currency: 'EUR',
  payer: 'ATELIERS DU FURAN',
  reference: 'RF842026000042',
  remittance: '',
  state: 'matched' as const,
  invoices: [{ number: 'F2026-000042', cents: 600_00 }],
  heldCents: 0,
  note: '',
  ...more,
});
const unknownLine = line(4, {
  payer: 'SAS FURAN ATELIERS',
  reference: null,
  remittance: 'COTISATION 2026 MERCI',
  state: 'unknown',
  cents: 650_00,
  invoices: [],
});
export const linePage = BankLinePage.parse({
  items: [
    line(1, {}),
    line(2, { state: 'part', cents: 300_00, payer: 'BELLEDONNE CAPTEURS SAS' }),
    line(3, { state: 'over', cents: 700_00, heldCents: 100_00, payer: 'ROANNE TEXTILE' }),
    unknownLine,
    line(5, { state: 'other-currency', currency: 'USD', payer: null, reference: null, invoices: [] }),
    line(6, { state: 'reversal', cents: -300_00, payer: 'DROME CLOUD' }),
  ],
  nextCursor: null,
});
export const queue = BankLineQueue.parse({
  items: [
    {
      ...unknownLine,
      proposals: [
        {
          number: 'F2026-000042',
          companyName: 'Ateliers du Furan',
          balanceCents: 600_00,
          reasons: ['name', 'reference'],
        },
        { number: 'F2026-000041', companyName: 'Belledonne Capteurs', balanceCents: 650_00, reasons: ['amount'] },
      ],
    },
    {
      ...line(7, {
        payer: null,
        reference: null,
        remittance: 'VIR SEPA RECU /REF 20261015-0098 /MOTIF ADHESION CLUSTER REGLEMENT NOTRE FACTURE DU MOIS',
        state: 'unknown',
        cents: 150_00,
        invoices: [],
        bookedOn: '2026-10-15',
      }),
      proposals: [],
    },
  ],
  nextCursor: null,
});
export const credits = HeldCreditPage.parse({
  items: [
    {
      paymentId: 'p9',
      applicationId: APPLICATION_ID,
      companyName: 'Ateliers du Furan',
      receivedOn: '2026-10-12',
      heldCents: 100_00,
    },
  ],
  nextCursor: null,
});
export const agedBalance = AgedBalance.parse({
  on: '2026-11-25',
  totals: { 'not-due': 12_400_00, '1-30': 3_850_50, '31-60': 1_100_00, '61-90': 600_00, 'over-90': 1_234_56 },
  items: [
    {
      applicationId: APPLICATION_ID,
      companyName: 'Ateliers du Furan',
      memberNumber: null,
      antenna: 'STE',
      buckets: { 'not-due': 0, '1-30': 634_56, '31-60': 0, '61-90': 0, 'over-90': 1_234_56 },
      totalCents: 1_869_12,
    },
    {
      applicationId: '0a6b7c8d-0000-4000-8000-000000000002',
      companyName: 'Belledonne Capteurs',
      memberNumber: 'M000012',
      antenna: 'GRE',
      buckets: { 'not-due': 600_00, '1-30': 0, '31-60': 1_100_00, '61-90': 0, 'over-90': 0 },
      totalCents: 1_700_00,
    },
  ],
});
export const account = AccountStatement.parse({
  applicationId: APPLICATION_ID,
  companyName: 'Ateliers du Furan',
  items: [
    {
      date: '2026-10-05',
      piece: 'F2026-000042',
      label: 'Facture F2026-000042',
      debitCents: 1_234_56,
      creditCents: 0,
      balanceCents: 1_234_56,
    },
    {
      date: '2026-10-12',
      piece: 'A2026-000003',
      label: 'Avoir A2026-000003',
      debitCents: 0,
      creditCents: 100_00,
      balanceCents: 1_134_56,
    },
    {
      date: '2026-10-20',
      piece: 'Chèque nº 4521',
      label: 'Règlement par chèque',
      debitCents: 0,
      creditCents: 500_00,
      balanceCents: 634_56,
    },
  ],
  balanceCents: 634_56,
});
export const policies = DuesPolicyList.parse({
  items: [
    POLICY,
    {
      ...POLICY,
      version: '2027-01',
      from: '2027-01-01',
      basis: 'turnover',
      bands: [
        { from: 0, to: 499_999, cents: 220_00 },
        { from: 500_000, to: null, cents: 550_00 },
      ],
    },
  ],
  inForce: '2017-01',
});
export const preview = DuesPolicyPreview.parse({
  faults: [],
  members: 214,
  beforeCents: 128_400_00,
  afterCents: 135_250_00,
  changes: [
    {
      memberNumber: 'M000012',
      companyName: 'Belledonne Capteurs',
      antenna: 'GRE',
      beforeCents: 600_00,
      afterCents: 700_00,
    },
    {
      memberNumber: 'M000021',
      companyName: 'Roanne Textile & Systèmes d’information industriels réunis',
      antenna: 'STE',
      beforeCents: 4_500_00,
      afterCents: 4_400_00,
    },
  ],
});
