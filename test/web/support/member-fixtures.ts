import type * as z from 'zod';
import { type MemberDetail, MemberPage, type MemberSummary } from '../../../domain/contract/directory-responses.ts';
import { sampleMember } from '../../domain/member/samples.ts';

// Members as the API answers with them.

const summary = (n: number, changes: Partial<MemberSummary> = {}): MemberSummary => ({
  number: `M${String(n).padStart(6, '0')}`,
  applicationId: `0a6b7c8d-0000-4000-8000-${String(n).padStart(12, '0')}`,
  status: 'active',
  antenna: 'STE',
  admittedAt: '2026-10-05T08:00:00.000Z',
  period: { from: '2026-10-05', to: '2026-12-31' },
  companyName: `Société ${n}`,
  siren: '331518498',
  category: 'company',
  communeName: 'Saint-Étienne',
  latestFigures: { year: 2025, employees: 12, turnover: 1_450_000 },
  size: 'small',
  dues: 'settled',
  growth: 'none',
  ...changes,
});

export const memberList = MemberPage.parse({
  items: [
    summary(1, { companyName: 'Atelier Vivarais Données', communeName: 'Annonay', antenna: 'VAL', dues: 'late' }),
    summary(2, { companyName: 'Belledonne Capteurs', antenna: 'GRE', communeName: 'Grenoble', growth: 'programme' }),
    summary(3, {
      companyName: 'Chaîne des Puys Analytics',
      antenna: 'CLE',
      communeName: 'Clermont-Ferrand',
      status: 'to-renew',
      dues: 'owed',
    }),
    summary(4, {
      companyName: 'Passementerie Numérique du Gier',
      category: 'startup',
      status: 'suspended',
      dues: 'late',
    }),
    summary(5, {
      companyName: 'Roanne Textile & Systèmes d’information industriels réunis',
      communeName: 'Roanne',
      latestFigures: { year: 2025, employees: 1_240, turnover: 184_000_000 },
      size: 'large',
    }),
    summary(6, { companyName: 'Zinc & Fils', category: 'freelancer', latestFigures: null, size: null }),
  ],
  nextCursor: null,
  total: 6,
} satisfies z.input<typeof MemberPage>);

export const savedViews = {
  items: [
    {
      viewId: '1',
      name: 'Retards de la Loire',
      view: {
        filter: { antenna: 'STE', dues: 'late' },
        sort: '-turnover',
        columns: ['name', 'status', 'dues', 'turnover'],
      },
    },
  ],
};

const member = sampleMember({ number: 'M000004' });
export const memberDetail: z.input<typeof MemberDetail> = {
  ...member,
  contacts: [
    {
      contactId: 'c3',
      firstName: 'Nadia',
      lastName: 'Perrin',
      role: 'Comptable',
      email: 'comptabilite@passementerie-numerique.example.fr',
      phone: null,
      language: 'fr',
      roles: ['billing'],
    },
  ],
  periods: [
    { from: '2027-01-01', to: '2027-12-31' },
    { from: '2026-10-05', to: '2026-12-31' },
  ],
  dues: {
    balanceCents: 600_00,
    lateCents: 600_00,
    invoices: [
      {
        number: 'F2027-000042',
        kind: 'invoice',
        companyName: member.company.legalName,
        siren: member.company.siren,
        applicationId: member.applicationId,
        memberNumber: 'M000004',
        antenna: 'STE',
        issuedOn: '2027-01-04',
        dueOn: '2027-02-03',
        totalCents: 600_00,
        balanceCents: 600_00,
        status: 'unpaid',
        delayAsked: false,
      },
    ],
  },
  participation: {
    cohort: { cohortId: 'c', name: 'Printemps 2027', from: '2027-03-01', to: '2027-09-30' },
    waitingPosition: null,
    mentor: { name: 'Hélène Roux', email: 'h.roux@example.fr', organisation: 'Alpes Conseil' },
    milestones: [{ milestoneId: 'm', name: 'Plan de financement', dueOn: '2027-05-31', doneOn: null, comment: '' }],
    exit: null,
  },
  notes: [
    {
      noteId: 'n1',
      at: '2027-03-02T09:00:00.000Z',
      authorName: 'Claire Fournier',
      mine: true,
      text: 'Appelée : règle en fin de mois, attend le paiement d’un client.',
      editedAt: null,
    },
  ],
  timeline: [
    {
      at: '2026-10-05T08:00:00.000Z',
      actor: { kind: 'system' },
      happening: { type: 'member-admitted', memberNumber: 'M000004' },
    },
  ],
};

export const mailingAudience = {
  recipients: 128,
  readers: { fr: 121, en: 7 },
  leftOutCounts: { unsubscribed: 1, 'same-address': 1, left: 0 },
  leftOut: [
    { number: 'M000002', companyName: 'Belledonne Capteurs', reason: 'unsubscribed' },
    { number: 'M000006', companyName: 'Zinc & Fils', reason: 'same-address' },
  ],
  samples: { fr: { firstName: 'Inès', companyName: 'Passementerie Numérique du Gier' }, en: null },
};

export const mailingList = {
  items: [
    {
      mailingId: 'mailing-1',
      at: '2026-11-12T09:00:00.000Z',
      by: 'Claire Fournier',
      form: {
        filter: { antenna: 'STE' },
        texts: {
          fr: { subject: 'Rencontre du 12 mars à la Cité du design', body: 'Rendez-vous à 18 h.' },
          en: { subject: 'Meeting on 12 March', body: 'Join us at 6 pm.' },
        },
      },
      recipients: 128,
      leftOut: { unsubscribed: 1, 'same-address': 1, left: 0 },
      sent: 40,
      skipped: 0,
      status: 'sending',
    },
  ],
  nextCursor: null,
};
