import type * as z from 'zod';
import type { AntennaCode } from '../../../../domain/antenna/antenna.ts';
import type { AntennaProposal } from '../../../../domain/antenna/assignment.ts';
import type { ApplicationStatus } from '../../../../domain/application/status.ts';
import { StaffApplication, StaffTask } from '../../../../domain/contract/responses.ts';

// Companies at every stage, for looking at the pages without the runtime and for the tests of the pure parts.

const NOW = Date.parse('2026-03-18T09:30:00.000Z');
const DAY = 86_400_000;
const at = (days: number, hour = 0): string => new Date(NOW + days * DAY + hour * 3_600_000).toISOString();
export const FIXTURE_NOW = new Date(NOW);

type Company = {
  name: string;
  siren: string;
  commune: [code: string, name: string, departement: string];
  antenna: AntennaCode;
};
const COMPANIES: Company[] = [
  {
    name: 'Passementerie Numérique du Gier',
    siren: '331518498',
    commune: ['42207', 'Saint-Chamond', '42'],
    antenna: 'STE',
  },
  { name: 'ESKER', siren: '331518498', commune: ['69266', 'Villeurbanne', '69'], antenna: 'LYO' },
  { name: 'Atelier Vivarais Données', siren: '200034528', commune: ['07010', 'Annonay', '07'], antenna: 'VAL' },
  { name: 'Belledonne Capteurs', siren: '732829320', commune: ['38185', 'Grenoble', '38'], antenna: 'GRE' },
  { name: 'Forez Logiciels', siren: '529003931', commune: ['42147', 'Montbrison', '42'], antenna: 'STE' },
  {
    name: 'Chaîne des Puys Analytics',
    siren: '335092318',
    commune: ['63113', 'Clermont-Ferrand', '63'],
    antenna: 'CLE',
  },
  { name: 'Léman Frontière Informatique', siren: '356000000', commune: ['01173', 'Gex', '01'], antenna: 'LYO' },
  {
    name: 'Roanne Textile & Systèmes d’information industriels réunis',
    siren: '200034528',
    commune: ['42187', 'Roanne', '42'],
    antenna: 'STE',
  },
  { name: 'Drôme Cloud Coopérative', siren: '732829320', commune: ['26362', 'Valence', '26'], antenna: 'VAL' },
  { name: 'Savoie Embarqué', siren: '529003931', commune: ['73065', 'Chambéry', '73'], antenna: 'ANN' },
];
const idOf = (index: number): string => `0a6b7c8d-0000-4000-8000-${String(index).padStart(12, '0')}`;
const company = (index: number): Company => {
  const found = COMPANIES[index % COMPANIES.length];
  if (found === undefined) throw new Error(`No company ${index}`);
  return index < COMPANIES.length
    ? found
    : { ...found, name: `${found.name} ${Math.floor(index / COMPANIES.length) + 1}` };
};

const proposalOf = (index: number): AntennaProposal => {
  const { commune, antenna } = company(index);
  const contested = commune[0] === '07010' || commune[0] === '01173';
  const candidates: AntennaCode[] = commune[0] === '07010' ? ['STE', 'VAL'] : contested ? ['LYO', 'ANN'] : [antenna];
  return {
    policyVersion: '2026-01',
    clearCut: !contested,
    proposed: antenna,
    candidates,
    reasons: contested
      ? [
          { code: 'departement', params: { departement: commune[2], antenna } },
          {
            code: 'contested-epci',
            params: {
              epci: commune[0] === '07010' ? 'Annonay Rhône Agglo' : 'CC Pays de Gex',
              candidates: candidates.join(', '),
            },
          },
        ]
      : [{ code: 'departement', params: { departement: commune[2], antenna } }],
    inputs: {
      communeCode: commune[0],
      communeName: commune[1],
      departement: commune[2],
      epci: null,
      preferredAntenna: null,
    },
  };
};

const STATUSES: ApplicationStatus[] = [
  'in-review',
  'in-review',
  'assigning-antenna',
  'in-review',
  'in-review',
  'failed',
  'assigning-antenna',
  'in-review',
  'changes-requested',
  'admitted',
  'refused',
  'confirming-email',
  'withdrawn',
  'expired',
  'in-review',
  'failed',
];

export const tasks: StaffTask[] = STATUSES.flatMap((status, index) => {
  if (status !== 'in-review' && status !== 'assigning-antenna') return [];
  const kind = status === 'in-review' ? 'review-application' : 'choose-antenna';
  const { name, siren, commune, antenna } = company(index);
  const escalated = index === 4;
  return [
    StaffTask.parse({
      taskId: `${idOf(index)}~${kind}~${NOW - index * DAY}`,
      applicationId: idOf(index),
      kind,
      status: 'open',
      openedAt: at(-index * 2 - 3),
      dueAt: index === 0 ? at(-2) : escalated ? at(-9) : at(index * 2 - 4, 3),
      escalatedAt: escalated ? at(-9) : null,
      note: null,
      antennas: kind === 'choose-antenna' ? proposalOf(index).candidates : [antenna],
      headOffice: escalated,
      companyName: name,
      siren,
      category: index === 3 ? 'startup' : 'company',
      communeName: commune[1],
      proposal: proposalOf(index),
    } satisfies z.input<typeof StaffTask>),
  ];
});

export const applications: StaffApplication[] = STATUSES.map((status, index) => {
  const { name, siren, commune, antenna } = company(index);
  const failed = status === 'failed';
  const placed = status !== 'assigning-antenna' && status !== 'confirming-email' && !failed;
  const staff = { kind: 'staff', id: 'u1', name: 'Claire Fournier' } as const;
  return StaffApplication.parse({
    applicationId: idOf(index),
    status,
    companyName: name,
    siren,
    category: 'company',
    communeName: commune[1],
    antenna: placed ? antenna : null,
    submittedAt: at(-index * 2 - 4),
    updatedAt: at(-index),
    form: {
      company: {
        siren,
        legalName: name,
        category: 'company',
        foundedOn: '2011-02-01',
        activity: { code: '62.01Z', nomenclature: 'NAF2' },
        website: 'https://www.exemple.fr',
      },
      establishment: {
        siret: null,
        street: '113 boulevard de Stalingrad',
        postcode: `${commune[2]}100`,
        communeCode: commune[0],
      },
      contact: {
        firstName: 'Inès',
        lastName: 'Chavanon',
        role: 'Gérante',
        email: 'ines.chavanon@exemple.fr',
        phone: '+33 4 77 00 00 00',
        language: 'fr',
      },
      figures: [
        { year: 2025, employees: 14, turnover: 1_600_000 },
        { year: 2024, employees: 12, turnover: 1_450_000 },
        { year: 2023, employees: 9, turnover: 980_000 },
      ],
      preferredAntenna: index === 2 ? 'STE' : null,
      growthProgramme: index % 2 === 0,
      charter: { version: '2026-01', accepted: true },
    },
    commune: {
      code: commune[0],
      name: commune[1],
      departement: commune[2],
      region: '84',
      postcodes: [`${commune[2]}100`],
      population: 35_000,
      epci: { code: '200072015', name: 'Annonay Rhône Agglo' },
    },
    consent: {
      document: { version: '2026-01', sha256: 'a3'.repeat(32), language: 'fr' },
      signer: { firstName: 'Inès', lastName: 'Chavanon', role: 'Gérante', email: 'ines.chavanon@exemple.fr' },
      acceptedAt: at(-index * 2 - 4),
      sourceIp: '192.0.2.44',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
      confirmation: { linkSha256: 'b4'.repeat(32), confirmedAt: at(-index * 2 - 3), sourceIp: '192.0.2.44' },
    },
    emailConfirmedAt: status === 'confirming-email' ? null : at(-index * 2 - 3),
    register:
      index === 1
        ? { result: 'unavailable', checkedAt: at(-2) }
        : index === 3
          ? { result: 'absent', checkedAt: at(-2) }
          : {
              result: 'found',
              checkedAt: at(-2),
              entry: {
                siren,
                name: name.toUpperCase(),
                headOffice: { siret: `${siren}00014`, communeCode: commune[0], postcode: `${commune[2]}100` },
                activity: '62.02A',
                activityNaf2025: null,
                headcountBand: '11',
                headcountYear: '2024',
                size: 'PME',
                createdOn: '2011-03-15',
                active: true,
              },
            },
    registerDifferences:
      index === 1 || index === 3
        ? []
        : [
            { field: 'activity', typed: '62.01Z', register: '62.02A' },
            { field: 'foundedOn', typed: '2011-02-01', register: '2011-03-15' },
          ],
    proposal: failed ? null : proposalOf(index),
    assignedBy: placed ? 'rule' : null,
    memberNumber: status === 'admitted' ? 'M000009' : null,
    expiryReason: status === 'expired' ? 'changes-not-made' : null,
    refusalComment: status === 'refused' ? 'L’activité ne relève pas du numérique.' : null,
    restartable: failed,
    openTasks: tasks.filter((task) => task.applicationId === idOf(index)),
    timeline: [
      { at: at(-index * 2 - 4), actor: { kind: 'company' }, happening: { type: 'application-received' } },
      { at: at(-index * 2 - 4), actor: { kind: 'system' }, happening: { type: 'email-confirmation-asked' } },
      { at: at(-index * 2 - 3), actor: { kind: 'company' }, happening: { type: 'email-confirmed' } },
      { at: at(-index * 2 - 3), actor: { kind: 'system' }, happening: { type: 'register-checked', result: 'found' } },
      ...(failed
        ? [{ at: at(-1), actor: { kind: 'system' } as const, happening: { type: 'application-failed' } as const }]
        : [
            {
              at: at(-index * 2 - 3),
              actor: { kind: 'system' } as const,
              happening: { type: 'antenna-proposed', proposal: proposalOf(index) } as const,
            },
            {
              at: at(-index * 2 - 3),
              actor: { kind: 'system' } as const,
              happening: { type: 'antenna-recorded', antenna, assignedBy: 'rule' } as const,
            },
            {
              at: at(-index * 2 - 3),
              actor: { kind: 'system' } as const,
              happening: { type: 'review-asked', antenna, dueAt: at(10) } as const,
            },
            {
              at: at(-2),
              actor: staff,
              happening: {
                type: 'changes-requested',
                comment: 'Merci de préciser le chiffre d’affaires de 2024.',
                dueAt: at(28),
              } as const,
            },
          ]),
    ],
  } satisfies z.input<typeof StaffApplication>);
});
