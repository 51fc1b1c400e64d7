import { DUES_POLICIES } from '../../domain/dues/policies.ts';
import { FIRST_GROWTH_POLICY } from '../../domain/growth/policy.ts';
import type { TaskKind } from '../../domain/task/task.ts';

// What a reader of the contract can copy. A test parses each of these with the schema it is an example of.

/** A form as `POST /applications` takes it: amounts in whole euros. */
const FORM_EXAMPLE = {
  company: {
    siren: '331518498',
    legalName: 'ESKER',
    category: 'company',
    foundedOn: '1985-02-01',
    activity: { code: '58.29C', nomenclature: 'NAF2' },
    website: 'https://www.esker.fr',
  },
  establishment: {
    siret: null,
    street: '113 boulevard de Stalingrad',
    postcode: '69100',
    communeCode: '69266',
  },
  contact: {
    firstName: 'Camille',
    lastName: 'Martin',
    role: 'Directrice générale',
    email: 'camille.martin@example.fr',
    phone: '+33 4 00 00 00 00',
    language: 'fr',
  },
  figures: [{ year: 2025, employees: 12, turnover: 1_450_000 }],
  preferredAntenna: null,
  growthProgramme: true,
  charter: { version: '2026-01', accepted: true },
} as const;

export const ANSWER_EXAMPLES = {
  'confirm-email': {},
  'correct-application': { application: FORM_EXAMPLE },
  'choose-antenna': { antenna: 'STE', comment: 'Le dirigeant travaille à Saint-Étienne.' },
  'review-application': { decision: 'request-changes', comment: 'Merci d’indiquer le SIRET de votre établissement.' },
  'jury-vote': { vote: 'admit', conflict: false, comment: 'Une croissance portée par l’export, une équipe complète.' },
  'provide-more': { message: 'Notre carnet de commandes est joint au dossier : 1,2 M€ à six mois.' },
  'appeal-decision': { appeal: true, grounds: 'Les effectifs de 2025 n’avaient pas été pris en compte.' },
  'confirm-figures': { figures: { year: 2026, employees: 14, turnover: 1_600_000 } },
} as const satisfies Record<TaskKind, unknown>;

const REASON_EXAMPLE = { reason: 'Le registre répond de nouveau.' } as const;

const LINK_REQUEST_EXAMPLE = { siren: '331518498', email: 'camille.martin@example.fr' } as const;

/** The scale of the code, under a name and a day of its own. */
const POLICY_EXAMPLE = { policy: { ...DUES_POLICIES[0], version: '2027-01', from: '2027-01-01' } } as const;

const MENTOR_EXAMPLE = {
  name: 'Hélène Brun',
  email: 'helene.brun@example.org',
  organisation: 'Réseau Croissance',
  antenna: 'LYO',
  most: 4,
  conflicts: ['331518498'],
  active: true,
} as const;

const MAILING_EXAMPLE = {
  filter: { antenna: 'STE' },
  texts: {
    fr: { subject: 'Rencontre du 12 mars', body: 'Rendez-vous à 18 h à la Cité du design.' },
    en: { subject: 'Meeting on 12 March', body: 'Join us at 6 pm at the Cité du design.' },
  },
} as const;
const CONTACT_EXAMPLE = {
  firstName: 'Nadia',
  lastName: 'Perrin',
  role: 'Comptable',
  email: 'compta@exemple.fr',
  phone: null,
  language: 'fr',
  roles: ['billing'],
} as const;

/** Examples of request bodies, by route and name. */
export const BODY_EXAMPLES: Record<string, Record<string, unknown>> = {
  SubmitApplication: { company: FORM_EXAMPLE },
  RequestLink: { company: LINK_REQUEST_EXAMPLE },
  SaveDirectoryView: {
    late: {
      name: 'Retards de la Loire',
      view: { filter: { antenna: 'STE', dues: 'late' }, sort: 'name', columns: ['name', 'number', 'dues'] },
    },
  },
  StartMailing: { news: MAILING_EXAMPLE },
  AddMemberContact: { billing: CONTACT_EXAMPLE },
  ChangeMemberContact: { billing: { ...CONTACT_EXAMPLE, roles: ['billing', 'legal'] } },
  AddMemberNote: { call: { text: 'Appelé ce jour : règle en fin de mois.' } },
  EditMemberNote: { call: { text: 'Appelé ce jour : règle en début de mois prochain.' } },
  ChangeMemberCategory: { startup: { category: 'startup', comment: 'Statut JEI obtenu.' } },
  ChangeMemberFigures: { year: { figures: { year: 2026, employees: 14, turnover: 1_600_000 }, comment: '' } },
  MoveMember: {
    move: {
      establishment: { siret: null, street: '1 place Jean-Jaurès', postcode: '42000', communeCode: '42218' },
      comment: '',
    },
  },
  RejoinMember: { back: { comment: 'Reprise d’activité.' } },
  TakeResignation: { letter: { receivedOn: '2027-11-30', comment: 'Courrier recommandé.' } },
  ExcludeMember: { decision: { reason: 'Manquement à la charte, décision du bureau du 3 mai 2027.' } },
  TransferMember: {
    merger: {
      company: { siren: '732829320', legalName: 'REPRENEUR', siret: '73282932000074' },
      reason: 'Fusion-absorption au 1er juillet 2027.',
    },
  },
  AskDelay: { delay: { until: '2026-12-15', reason: 'Un client important nous paie fin novembre.' } },
  DecideDelay: { grant: { decision: 'grant', comment: '' } },
  WaiveInvoice: { whole: { cents: null, reason: 'Partenaire fondateur, décision du bureau.' } },
  CreditInvoice: { part: { cents: 300_00, reason: 'Effectif corrigé : tranche de 3 à 9 salariés.' } },
  PreviewDuesPolicy: { scale: POLICY_EXAMPLE },
  PublishDuesPolicy: { scale: POLICY_EXAMPLE },
  MatchBankLine: { invoice: { numbers: ['F2026-000042'] } },
  DismissBankLine: { subsidy: { reason: 'Subvention de la Région, hors cotisations.' } },
  PayInvoice: { cheque: { method: 'cheque', cents: 600_00, receivedOn: '2026-11-20', note: 'Chèque nº 4521' } },
  RefundCredit: { all: { cents: null, reason: 'À la demande de l’entreprise.' } },
  UseCredit: { invoice: { number: 'F2027-000007' } },
  RedriveWorkflowExecution: { reason: REASON_EXAMPLE },
  StopWorkflowExecution: { reason: REASON_EXAMPLE },
  AddFigures: { year: { year: 2026, employees: 18, turnover: 2_100_000 } },
  CorrectFigures: { year: { employees: 17, turnover: 2_050_000, comment: 'Un départ en décembre.' } },
  CheckFigures: { year: { employees: 17, turnover: 2_050_000, comment: 'Vérifié sur la liasse fiscale.' } },
  WriteGrowthFile: {
    file: {
      presentation: 'Un éditeur de logiciels qui ouvre deux pays.',
      mergers: [],
      funds: [{ year: 2025, amount: 800_000 }],
    },
  },
  PublishGrowthPolicy: { policy: { ...FIRST_GROWTH_POLICY, version: '2027-01', from: '2027-01-01' } },
  DeclareConflict: { none: { conflict: false }, conflict: { conflict: true, reason: 'J’ai conseillé son dirigeant.' } },
  RecuseJuror: {
    tie: { jurorId: '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f', reason: 'Son associé dirige l’entreprise.' },
  },
  CorrectContact: {
    contact: {
      contact: {
        firstName: 'Camille',
        lastName: 'Roche',
        role: 'Directrice générale',
        email: 'camille.roche@example.org',
        phone: '+33 4 77 00 00 00',
        language: 'fr',
      },
    },
  },
  ResignMembership: { inTime: { late: false, comment: 'Nous cessons notre activité numérique.' } },
  EraseDossier: { request: { reason: 'À la demande de la personne, reçue par écrit le 3 mars.' } },
  AddDigestReader: {
    reader: { name: 'Samira Chevrier', email: 'samira.chevrier@example.org', language: 'fr', antenna: 'STE' },
  },
  AddJuror: {
    juror: {
      userName: 'nadia.lefort',
      name: 'Nadia Lefort',
      email: 'nadia.lefort@example.org',
      language: 'fr',
      antenna: 'VAL',
      role: 'member',
    },
  },
  OpenCohort: {
    cohort: {
      name: 'Automne 2026',
      from: '2026-10-01',
      to: '2027-06-30',
      capacity: 10,
      milestones: [{ name: 'Diagnostic', dueOn: '2026-11-30' }],
    },
  },
  ResizeCohort: { capacity: { capacity: 12 } },
  AddMentor: { mentor: MENTOR_EXAMPLE },
  ChangeMentor: { mentor: { ...MENTOR_EXAMPLE, most: 2 } },
  AssignMentor: { mentor: { mentorId: '0b7c6a1e-6d43-4a6e-9d39-0f6a55d9f2aa' } },
  RecordMilestone: { milestone: { milestoneId: 'm1', on: '2026-11-20', comment: '' } },
  LeaveCohort: { graduated: { reason: 'graduated', comment: 'Toutes les étapes sont franchies.' } },
  AnswerLinkTask: {
    'confirm-email': ANSWER_EXAMPLES['confirm-email'],
    'correct-application': ANSWER_EXAMPLES['correct-application'],
    'provide-more': ANSWER_EXAMPLES['provide-more'],
    'appeal-decision': ANSWER_EXAMPLES['appeal-decision'],
  },
  AnswerStaffTask: {
    'choose-antenna': ANSWER_EXAMPLES['choose-antenna'],
    'review-application': ANSWER_EXAMPLES['review-application'],
    'jury-vote': ANSWER_EXAMPLES['jury-vote'],
  },
};
