import { describe, expect, it } from '@jest/globals';
import { DUES_POLICIES } from '../../domain/dues/policies.ts';
import type { Receivable } from '../../domain/invoice/receivable.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Member } from '../../domain/member/member.ts';
import type { HumanTask } from '../../domain/task/task.ts';
import { type Left, repeated } from '../../simulation/facts/check.ts';
import { checkAll } from '../../simulation/facts/checks.ts';
import type { Dossier } from '../../simulation/facts/dossiers.ts';
import { sampleMember } from '../domain/member/samples.ts';
import { sampleApplication } from '../domain/samples.ts';

// What a play must hold: each check sees what breaks it, and nothing in what does not.

const NUMBER = 'F2027-000001';
const PERIOD = { from: '2027-01-01', to: '2027-12-31' };

const owed = (changes: Partial<Receivable> = {}) => ({
  number: NUMBER,
  applicationId: 'a',
  duesId: 'a~renewal-2027-01-01',
  companyName: 'ESKER',
  status: 'paid' as const,
  totalCents: 600_00,
  paidCents: 600_00,
  creditedCents: 0,
  waivedCents: 0,
  issuedOn: '2026-12-02',
  dueOn: '2027-01-01',
  reference: 'RF',
  steps: [],
  delayAsked: null,
  reopenedAt: null,
  token: null,
  updatedAt: '2027-01-01T08:00:00.000Z',
  version: 1,
  siren: '331518498',
  memberNumber: 'M000042',
  antenna: 'LYO' as const,
  ...changes,
});

const payment = (cents: number) => ({
  paymentId: 'p',
  method: 'transfer' as const,
  receivedOn: '2026-12-20',
  cents,
  payer: null,
  applicationId: 'a',
  allocations: [{ number: NUMBER, cents, usedOn: null }],
  heldCents: 0,
  refundedCents: 0,
  reversedOn: null,
  by: { kind: 'system' as const },
  note: '',
  at: '2026-12-20T08:00:00.000Z',
  version: 0,
});

const dues = {
  applicationId: 'a',
  duesId: 'a~renewal-2027-01-01',
  purpose: 'renewal' as const,
  period: PERIOD,
  quotedAt: '2026-12-02T07:00:00.000Z',
  number: NUMBER,
  quote: {
    policyVersion: '2017-01',
    purpose: 'renewal' as const,
    period: PERIOD,
    figuresYear: 2025,
    lines: [],
    netCents: 600_00,
    vat: { regime: 'out-of-scope' as const, rateBasisPoints: 0, cents: 0 },
    totalCents: 600_00,
  },
};

const entry = (key: string, piece: string, date: string, debit: number, credit = debit): LedgerEntry => ({
  key,
  journal: 'VE',
  date,
  piece,
  pieceDate: date,
  label: '',
  at: `${date}T08:00:00.000Z`,
  lines: [
    { account: '411000', party: null, debitCents: debit, creditCents: 0 },
    { account: '756000', party: null, debitCents: 0, creditCents: credit },
  ],
});
const paid: LedgerEntry = {
  ...entry('payment:p', 'p', '2026-12-20', 0),
  journal: 'BQ',
  lines: [
    { account: '512000', party: null, debitCents: 600_00, creditCents: 0 },
    { account: '411000', party: null, debitCents: 0, creditCents: 600_00 },
  ],
};

const member = (changes: Partial<Member> = {}): Member => sampleMember({ period: PERIOD, ...changes });
const lock = { owner: 'member' as const, id: member().number, since: '2020-01-01T00:00:00.000Z' };
type Changes = Partial<Omit<Dossier, 'membership'>> & { member?: Member; locked?: boolean };

const dossier = ({ member: one = member(), locked = true, ...changes }: Changes = {}): Dossier => ({
  application: sampleApplication({ memberNumber: one.number }),
  timeline: [
    {
      at: '2026-12-20T08:00:00.000Z',
      actor: { kind: 'system' },
      happening: { type: 'payment-received', number: NUMBER, cents: 600_00, method: 'transfer', comment: '' },
    },
  ],
  tasks: [],
  dues: [dues],
  receivables: [owed()],
  payments: [payment(600_00)],
  membership: { member: one, periods: [one.period], lock: locked ? lock : null },
  ...changes,
});

const left = (changes: Changes = {}, more: Partial<Left> = {}): Left => ({
  dossiers: [dossier(changes)],
  ledger: [entry(`invoice:${NUMBER}`, NUMBER, '2026-12-02', 600_00), paid],
  policies: DUES_POLICIES,
  mails: [],
  troubles: [],
  today: '2027-05-03',
  now: '2027-05-03T09:00:00.000Z',
  ...more,
});

const failed = (one: Left): string[] =>
  checkAll(one)
    .filter(({ failures }) => failures.length > 0)
    .map(({ name }) => name);

const renewal: Member['renewal'] = {
  key: '2027-01-01',
  period: PERIOD,
  openedAt: '2026-11-02T06:00:00.000Z',
  started: true,
  figuresAt: '2026-12-02T06:00:00.000Z',
};
const before = { from: '2026-01-01', to: '2026-12-31' };
const late = (status: Member['status']): Member =>
  member({ status, period: before, renewal, leftAt: status === 'lapsed' ? '2027-06-30T00:00:00.000Z' : null });
const step = (name: string) => ({ step: name, at: '2027-01-01T07:00:00.000Z' });
const steps = ['reminder:-7', 'reminder:0', 'reminder:15', 'reminder:30', 'formal-notice'].map(step);
const unpaid = owed({ status: 'unpaid', paidCents: 0, steps });
const unpaidYear = { receivables: [unpaid], payments: [] };
const unpaidLedger = { ledger: [entry(`invoice:${NUMBER}`, NUMBER, '2026-12-02', 600_00)] };

describe('what a play left', () => {
  it('has nothing wrong with it when all is well', () => {
    expect(failed(left())).toEqual([]);
    expect(failed(left({ member: late('suspended'), ...unpaidYear }, unpaidLedger))).toEqual([]);
  });

  it.each<[string, string, Left]>([
    [
      'a member suspended later than its policy says',
      'legal-state',
      left({ member: late('to-renew'), ...unpaidYear }, unpaidLedger),
    ],
    [
      'a member struck off too soon',
      'legal-state',
      left({ member: late('lapsed'), locked: false, ...unpaidYear }, unpaidLedger),
    ],
    ['a member nobody asked to renew', 'legal-state', left({ member: member({ period: before }) })],
    [
      'a resignation that never took effect',
      'legal-state',
      left({ member: member({ period: before, resignation: { receivedOn: '2026-10-01', effectiveOn: before.to } }) }),
    ],
    ['a member that lost its SIREN', 'siren-held', left({ locked: false })],
    [
      'periods that share days',
      'periods-apart',
      left({
        membership: { member: member(), periods: [{ from: '2026-07-01', to: '2027-01-01' }, PERIOD], lock },
      } as Changes),
    ],
    ['an invoice paid more than its payments', 'dues-conserved', left({ payments: [payment(500_00)] })],
    [
      'an invoice that says paid, with cents left',
      'dues-conserved',
      left({ receivables: [owed({ paidCents: 599_99 })], payments: [payment(599_99)] }),
    ],
    [
      'an entry that does not balance',
      'journal-balanced',
      left({}, { ledger: [entry(`invoice:${NUMBER}`, NUMBER, '2026-12-02', 600_00, 599_00), paid] }),
    ],
    ['a journal that says another sum', 'journal-balanced', left({}, { ledger: [paid] })],
    [
      'a number left out',
      'numbers-gapless',
      left({}, { ledger: [entry('invoice:F2027-000002', 'F2027-000002', '2026-12-02', 600_00), paid] }),
    ],
    [
      'two invoices for one period',
      'charged-once',
      left({
        dues: [dues, { ...dues, duesId: 'again' }],
        receivables: [
          owed(),
          owed({ number: 'F2027-000002', duesId: 'again', status: 'waived', paidCents: 0, waivedCents: 600_00 }),
        ],
      }),
    ],
    [
      'a late invoice that nobody was reminded of',
      'overdue-escalated',
      left({ receivables: [owed({ status: 'open', paidCents: 0 })], payments: [] }, unpaidLedger),
    ],
    [
      'an unpaid invoice without its formal notice',
      'overdue-escalated',
      left(
        { receivables: [{ ...unpaid, steps: steps.slice(0, 4) }], payments: [], member: late('suspended') },
        unpaidLedger,
      ),
    ],
    ['a workflow that failed', 'nothing-failed', left({}, { troubles: ['renewal FAILED'] })],
  ])('with %s is found out', (_, name, one) => {
    expect(failed(one)).toContain(name);
  });

  it('with a question that lies open past its due date is found out, a review that was passed up not', () => {
    const question = (kind: HumanTask['kind'], escalatedAt: string | null) => ({
      taskId: 'a~t~1',
      applicationId: 'a',
      kind,
      audience: { kind: 'staff' as const, antennas: ['LYO' as const], headOffice: false },
      status: 'open' as const,
      openedAt: '2027-03-01T08:00:00.000Z',
      dueAt: '2027-03-11T08:00:00.000Z',
      escalatedAt,
      note: null,
      answer: null,
      token: 't',
      answeredWith: null,
      revision: 0,
    });
    expect(failed(left({ tasks: [question('choose-antenna', null)] }))).toEqual(['questions-answered']);
    expect(failed(left({ tasks: [question('review-application', '2027-03-16T08:00:00.000Z')] }))).toEqual([]);
  });

  it('with a notice that left twice is found out; two of different occasions are two', () => {
    const mail = (from: string, at: string) => ({
      at,
      to: 'contact@998000001.example',
      message: 'confirm-figures' as const,
      language: 'fr',
      data: { from, to: '', dueAt: '' },
    });
    const first = mail('1 janvier 2027', '2026-11-02T06:00:00.000Z');
    expect(failed(left({}, { mails: [first, mail('1 janvier 2027', '2026-11-03T06:00:00.000Z')] }))).toEqual([
      'notice-once',
    ]);
    expect(failed(left({}, { mails: [first, mail('1 janvier 2028', '2027-11-02T06:00:00.000Z')] }))).toEqual([]);
  });

  it('tells which keys occur again', () => {
    expect(repeated(['a', 'b', 'a', 'c', 'a'])).toEqual(['a', 'a']);
  });
});
