import type * as z from 'zod';
import {
  type GrowthCandidate,
  type GrowthCaseSummary,
  type JuryCase,
  type JuryFile,
  LinkGrowth,
  type ProgrammeView,
  StaffGrowthCase,
  StaffGrowthCompany,
} from '../../../../domain/contract/growth-responses.ts';
import { evaluate } from '../../../../domain/growth/evaluate.ts';
import { explain, missingFigures } from '../../../../domain/growth/explain.ts';
import type { FiguresOfYear } from '../../../../domain/growth/figures.ts';
import { FIRST_GROWTH_POLICY, type GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { companyOf } from '../../../../domain/growth/profile.ts';
import type { Juror } from '../../../../domain/jury/juror.ts';
import type { JuryVerdict, Session, Vote } from '../../../../domain/jury/session.ts';
import { verdictSentence } from '../../../../domain/jury/verdict-text.ts';

// Companies, juries and cohorts as the API answers them, for pages whose states would take months to reach. Scores are
// made by the rules themselves, so no fixture says what the rules would not.

const NOW = Date.parse('2026-10-05T08:00:00.000Z');
const DAY = 86_400_000;
export const at = (days: number): string => new Date(NOW + days * DAY).toISOString();
const idOf = (index: number): string => `0a6b7c8d-0000-4000-8000-${String(index).padStart(12, '0')}`;
const both = <T>(say: (language: 'fr' | 'en') => T): { fr: T; en: T } => ({ fr: say('fr'), en: say('en') });

type Entry = [year: number, employees: number | null, turnover: number | null];
const GROWING: Entry[] = [
  [2021, 9, 720_000],
  [2022, 12, 900_000],
  [2023, 14, 1_150_000],
  [2024, 18, 1_500_000],
  [2025, 21, 2_040_000],
];

const figuresOf = (entries: readonly Entry[]): FiguresOfYear[] =>
  entries.map(([year, employees, turnover], index) => ({
    year,
    current: {
      employees,
      turnover,
      origin: index === 0 ? 'register' : index === entries.length - 2 ? 'checked' : 'declared',
      at: at(-200 + index * 20),
      by: index === entries.length - 2 ? { kind: 'staff', id: 'u1', name: 'Claire Fournier' } : { kind: 'company' },
      comment: index === entries.length - 2 ? 'Vérifié sur la liasse fiscale.' : '',
    },
    history:
      index === entries.length - 2
        ? [
            {
              employees: (employees ?? 1) - 2,
              turnover,
              origin: 'declared',
              at: at(-260),
              by: { kind: 'company' },
              comment: 'Deux salariés avaient été oubliés.',
            },
          ]
        : [],
  }));

const FILE = {
  presentation:
    'Nous fabriquons des capteurs qui mesurent l’usure des métiers à tisser. Nos clients sont à 60 % à l’export.\n\nDu programme, nous attendons un regard extérieur sur notre passage à l’échelle.',
  mergers: [],
  funds: [{ year: 2025, amount: 450_000 }],
};

type Company = { index: number; name: string; siren: string; foundedOn: string; entries: readonly Entry[] };
export const COMPANIES: readonly Company[] = [
  { index: 1, name: 'Ateliers du Furan', siren: '331518498', foundedOn: '2015-03-01', entries: GROWING },
  {
    index: 2,
    name: 'Belledonne Capteurs',
    siren: '732829320',
    foundedOn: '2020-06-01',
    entries: [
      [2022, 10, 800_000],
      [2023, 13, 1_000_000],
      [2024, 17, 1_600_000],
      [2025, 18, 1_900_000],
    ],
  },
  {
    index: 3,
    name: 'Chaîne des Puys Analytics',
    siren: '335092318',
    foundedOn: '2012-01-15',
    entries: [
      [2022, 40, 3_000_000],
      [2023, 44, 3_400_000],
      [2024, 49, 3_900_000],
      [2025, 54, 4_200_000],
    ],
  },
  {
    index: 4,
    name: 'Forez Logiciels',
    siren: '529003931',
    foundedOn: '2023-09-01',
    entries: [
      [2024, 4, 150_000],
      [2025, 6, 320_000],
    ],
  },
];
const company = (index: number): Company => {
  const found = COMPANIES.find((one) => one.index === index);
  if (found === undefined) throw new Error(`No company ${index}.`);
  return found;
};
export const applicationIdOf = (index: number): string => idOf(index);
export const caseIdOf = (index: number): string => `${idOf(index)}~1`;

const scored = ({ index, foundedOn, entries }: Company, policy: GrowthPolicy = FIRST_GROWTH_POLICY) => {
  const figures = figuresOf(entries);
  const subject = companyOf({ applicationId: idOf(index), figures, file: FILE }, foundedOn);
  const evaluation = evaluate(policy, subject, 2025);
  return {
    figures,
    subject,
    raw: evaluation,
    evaluation: explain(policy, evaluation),
    missing: missingFigures(evaluation),
  };
};

const NAMES = ['Hélène Vidal', 'Marc Aubert', 'Nadia Kacem', 'Paul Rey', 'Sofia Lenoir', 'Jean Morel'] as const;
export const jurors: Juror[] = NAMES.map((name, index) => ({
  jurorId: `00000000-0000-4000-9000-00000000000${index}`,
  userName: name.toLowerCase().replace(' ', '.'),
  name,
  email: `jure${index}@exemple.fr`,
  language: 'fr',
  antenna: index === 1 ? 'STE' : index === 2 ? 'LYO' : null,
  role: index === 0 ? 'chair' : index === 5 ? 'deputy' : 'member',
  active: index !== 3,
  addedAt: at(-300 + index),
  removedAt: index === 3 ? at(-20) : null,
  revision: 0,
}));
const jurorId = (index: number): string => jurors[index]?.jurorId ?? '';

const verdictOf = (verdict: JuryVerdict['verdict'], [admit, decline, askMore, silent]: number[]): JuryVerdict => ({
  policyVersion: '2026-01',
  verdict,
  admit: admit ?? 0,
  decline: decline ?? 0,
  askMore: askMore ?? 0,
  silent: silent ?? 0,
  sitting: 5,
  quorum: 3,
  byChair: false,
});
const REASONS = [
  'La croissance est réelle, portée par l’export, et l’équipe est complète.',
  'Le carnet de commandes repose sur deux clients : le programme aidera à le diversifier.',
  'Les chiffres de 2025 sont solides ; le plan d’embauche l’est moins.',
];
const voteOf = (index: number, vote: Vote['vote']): Vote => ({
  jurorId: jurorId(index),
  vote,
  comment: REASONS[index % REASONS.length] ?? '',
  at: at(-6 + index),
});
const verdictWith = (verdict: JuryVerdict) => ({
  verdict,
  sentence: both((language) => verdictSentence(verdict, language)),
});

const sessionOf = (votes: Vote[], part: Partial<Session> = {}): Session => ({
  number: 1,
  instance: 'first',
  openedAt: at(-9),
  dueAt: at(5),
  panel: {
    policyVersion: '2026-01',
    seats: [0, 5, 2, 3, 4].map((index) => ({
      jurorId: jurorId(index),
      name: NAMES[index] ?? '',
      antenna: index === 2 ? 'LYO' : null,
      chair: index === 0,
    })),
    deputies: [],
    leftOut: [],
  },
  declarations: [0, 2, 4, 5]
    .map((index) => ({ jurorId: jurorId(index), conflict: false, reason: '', at: at(-8) }))
    .concat({
      jurorId: jurorId(1),
      conflict: true,
      reason: 'J’ai conseillé cette entreprise l’an dernier.',
      at: at(-8),
    }),
  votes,
  struck: [],
  seatsLost: [{ jurorId: jurorId(1), why: 'conflict', replacedBy: jurorId(5), at: at(-8) }],
  remindedAt: at(-2),
  chairAskedAt: null,
  closedAt: null,
  verdict: null,
  ...part,
});

type LinkCase = NonNullable<LinkGrowth['case']>;
const linkCase = (part: Partial<LinkCase>): LinkCase => ({
  caseId: caseIdOf(1),
  stage: 'voting',
  reason: 'company',
  openedAt: at(-10),
  endedAt: null,
  appeal: null,
  evaluation: null,
  vote: null,
  questions: [],
  decisions: [],
  ...part,
});
const QUESTION = {
  askedAt: at(-3),
  dueAt: at(18),
  questions: [
    'Quelle part de vos commandes vient de vos deux premiers clients ?',
    'Qui dirige le développement à l’export ?',
  ],
  answeredAt: null,
  answer: null,
};
const DECLINED = {
  instance: 'first' as const,
  at: at(-2),
  ...verdictWith(verdictOf('decline', [1, 3, 0, 1])),
  comments: REASONS,
};
const ADMITTED = {
  instance: 'first' as const,
  at: at(-2),
  ...verdictWith(verdictOf('admit', [4, 1, 0, 0])),
  comments: REASONS,
};
const task = (kind: 'provide-more' | 'appeal-decision') => ({
  taskId: `${idOf(1)}~${kind}~1`,
  kind,
  dueAt: at(kind === 'provide-more' ? 18 : 28),
  note: null,
  answerable: true,
});

/** A company's growth as it reads it. */
export const growthOf = (index = 1, part: Partial<LinkGrowth> = {}): LinkGrowth => {
  const one = company(index);
  const { figures, evaluation, missing } = scored(one);
  return LinkGrowth.parse({
    applicationId: idOf(index),
    memberNumber: 'M000012',
    companyName: one.name,
    foundedOn: one.foundedOn,
    figures,
    contradictions: index === 1 ? [{ year: 2023, employees: 14, band: '20–49' }] : [],
    file: FILE,
    policy: FIRST_GROWTH_POLICY,
    evaluation,
    missing,
    notNow: null,
    case: null,
    openTasks: [],
    participation: null,
    ...part,
  });
};

const MILESTONES = [
  { milestoneId: 'm1', name: 'Diagnostic de départ', dueOn: '2026-10-15', doneOn: '2026-10-02', comment: '' },
  { milestoneId: 'm2', name: 'Plan à trois ans', dueOn: '2026-12-15', doneOn: null, comment: '' },
  { milestoneId: 'm3', name: 'Rencontre d’investisseurs', dueOn: '2027-03-31', doneOn: null, comment: '' },
];

/** The states of a company's page, by name. */
export const growthStates = {
  none: growthOf(),
  borderline: growthOf(3),
  young: growthOf(4),
  empty: growthOf(4, { figures: [], file: { presentation: '', mergers: [], funds: [] } }),
  'not-a-member': growthOf(1, { memberNumber: null, notNow: 'not-a-member' }),
  voting: growthOf(1, {
    notNow: 'case-open',
    case: linkCase({ vote: { closesAt: at(5), seats: 5, voted: 2 } }),
  }),
  'more-asked': growthOf(1, {
    notNow: 'case-open',
    case: linkCase({ stage: 'more-asked', questions: [QUESTION] }),
    openTasks: [task('provide-more')],
  }),
  declined: growthOf(1, {
    notNow: 'case-open',
    case: linkCase({
      stage: 'appeal-open',
      decisions: [DECLINED],
      appeal: { dueAt: at(28), answeredAt: null, appealed: false, grounds: '' },
    }),
    openTasks: [task('appeal-decision')],
  }),
  enrolled: growthOf(1, {
    notNow: 'in-programme',
    case: linkCase({ stage: 'enrolled', endedAt: at(-2), decisions: [ADMITTED] }),
    participation: {
      cohort: { cohortId: 'c1', name: 'Promotion Vaucanson 2026', from: '2026-09-15', to: '2027-09-14' },
      waitingPosition: null,
      mentor: { name: 'Anne Perrin', email: 'anne.perrin@exemple.fr', organisation: 'Perrin Industries' },
      milestones: MILESTONES,
      exit: null,
    },
  }),
  gone: growthOf(1, {
    case: linkCase({ stage: 'waiting-list', endedAt: at(-2), decisions: [ADMITTED] }),
  }),
  waiting: growthOf(1, {
    notNow: 'in-programme',
    case: linkCase({ stage: 'waiting-list', endedAt: at(-2), decisions: [ADMITTED] }),
    participation: { cohort: null, waitingPosition: 2, mentor: null, milestones: [], exit: null },
  }),
} satisfies Record<string, LinkGrowth>;

const juryFile = (index: number): z.input<typeof JuryFile> => {
  const one = company(index);
  const { figures, evaluation } = scored(one);
  return {
    foundedOn: one.foundedOn,
    policy: FIRST_GROWTH_POLICY,
    evaluation,
    figures,
    contradictions: index === 1 ? [{ year: 2023, employees: 14, band: '20–49' }] : [],
    file: FILE,
    questions:
      index === 1
        ? [{ ...QUESTION, answeredAt: at(-1), answer: 'Quarante pour cent, contre soixante l’an dernier.' }]
        : [],
    appeal: null,
  };
};

/** A candidate before a juror. */
export const juryCaseOf = (index: number, part: Partial<JuryCase> = {}): JuryCase => {
  const { name, siren } = company(index);
  return {
    caseId: caseIdOf(index),
    companyName: name,
    siren,
    antenna: index === 3 ? 'CLE' : index === 2 ? 'GRE' : 'STE',
    stage: 'voting',
    session: 1,
    instance: 'first',
    dueAt: at(index * 2 + 1),
    declaration: null,
    taskId: `${idOf(index)}~jury-vote~1`,
    mayAskMore: true,
    vote: null,
    chair: index === 1,
    file: null,
    outcome: null,
    ...part,
  };
};
const noConflict = { jurorId: jurorId(0), conflict: false, reason: '', at: at(-1) };

/** What a juror finds: one to open, one opened, one voted on, one closed. */
export const juryCases: JuryCase[] = [
  juryCaseOf(1),
  juryCaseOf(2, { declaration: noConflict, file: juryFile(2) }),
  juryCaseOf(3, { declaration: noConflict, file: juryFile(3), taskId: null, vote: voteOf(0, 'admit') }),
  juryCaseOf(4, {
    stage: 'declined',
    declaration: noConflict,
    file: juryFile(4),
    taskId: null,
    vote: voteOf(0, 'decline'),
    dueAt: at(-4),
    outcome: {
      ...verdictWith(verdictOf('decline', [1, 3, 0, 1])),
      votes: [voteOf(0, 'decline'), voteOf(2, 'decline'), voteOf(4, 'admit'), voteOf(5, 'decline')].map((vote) => ({
        ...vote,
        name: jurors.find((juror) => juror.jurorId === vote.jurorId)?.name ?? '',
      })),
    },
  }),
];
export const openedCase = juryCaseOf(1, { declaration: noConflict, file: juryFile(1) });
export const conflictCase = juryCaseOf(1, {
  declaration: { ...noConflict, conflict: true, reason: 'Je siège à son conseil.' },
  taskId: null,
});

const STAGES = [
  'scoring',
  'voting',
  'chair-asked',
  'more-asked',
  'appeal-open',
  'next-session',
  'enrolled',
  'waiting-list',
  'declined',
  'not-eligible',
  'abandoned',
  'convening',
] as const;
/** The pipeline: a case at each stage. */
export const caseSummaries: GrowthCaseSummary[] = STAGES.map((stage, place) => {
  const { index, name, siren } = company((place % COMPANIES.length) + 1);
  const ended = ['enrolled', 'waiting-list', 'declined', 'not-eligible', 'abandoned'].includes(stage);
  return {
    caseId: `${idOf(index)}~${place + 1}`,
    applicationId: idOf(index),
    memberNumber: `M0000${10 + place}`,
    companyName: name,
    siren,
    antenna: index === 3 ? 'CLE' : index === 2 ? 'GRE' : 'STE',
    reason: place % 3 === 0 ? 'yearly' : place % 3 === 1 ? 'company' : 'admission',
    stage,
    openedAt: at(-place - 3),
    endedAt: ended ? at(-place) : null,
    result:
      stage === 'scoring'
        ? null
        : stage === 'not-eligible'
          ? 'not-eligible'
          : place % 2 === 0
            ? 'borderline'
            : 'eligible',
    dueAt: ended || stage === 'scoring' || stage === 'convening' ? null : at(place - 2),
    votes: stage === 'voting' || stage === 'chair-asked' ? { voted: place + 1, seats: 5, quorum: 3 } : null,
  };
});

/** A case as staff read it, its vote closed. */
export const staffCase: StaffGrowthCase = (() => {
  const one = company(1);
  const { subject, raw, evaluation } = scored(one);
  const verdict = verdictOf('admit', [3, 1, 0, 1]);
  const session = sessionOf([voteOf(0, 'admit'), voteOf(2, 'admit'), voteOf(4, 'decline'), voteOf(5, 'admit')], {
    closedAt: at(-1),
    verdict,
  });
  return StaffGrowthCase.parse({
    caseId: caseIdOf(1),
    applicationId: idOf(1),
    number: 1,
    memberNumber: 'M000012',
    companyName: one.name,
    siren: one.siren,
    antenna: 'STE',
    reason: 'company',
    requestedBy: { kind: 'company' },
    openedAt: at(-10),
    stage: 'enrolled',
    score: { at: at(-10), policy: FIRST_GROWTH_POLICY, company: subject, evaluation: raw, contradictions: [] },
    evaluation,
    sessions: [{ ...session, sentence: both((language) => verdictSentence(verdict, language)) }],
    questions: [{ ...QUESTION, answeredAt: at(-2), answer: 'Quarante pour cent, contre soixante l’an dernier.' }],
    appeal: null,
    cohortId: 'c1',
    abandoned: null,
    endedAt: at(-1),
    file: FILE,
    participation: growthStates.enrolled.participation,
  } satisfies z.input<typeof StaffGrowthCase>);
})();

/** A second version: it asks for less growth, and more people at the start. */
export const NEXT_POLICY: GrowthPolicy = {
  ...FIRST_GROWTH_POLICY,
  version: '2027-01',
  from: '2027-01-01',
  criteria: {
    ...FIRST_GROWTH_POLICY.criteria,
    'oecd-employees': {
      ...FIRST_GROWTH_POLICY.criteria['oecd-employees'],
      rate: { numerator: 3, denominator: 20 },
      nearRate: { numerator: 27, denominator: 200 },
    },
  },
};
export const policies = { items: [FIRST_GROWTH_POLICY, NEXT_POLICY], current: FIRST_GROWTH_POLICY.version };

/** A member's growth as staff read it. */
export const staffCompany: StaffGrowthCompany = (() => {
  const one = company(1);
  const { figures, evaluation, missing } = scored(one);
  return StaffGrowthCompany.parse({
    applicationId: idOf(1),
    memberNumber: 'M000012',
    companyName: one.name,
    siren: one.siren,
    antenna: 'STE',
    foundedOn: one.foundedOn,
    figures,
    contradictions: [{ year: 2023, employees: 14, band: '20–49' }],
    file: FILE,
    policy: FIRST_GROWTH_POLICY,
    evaluation,
    missing,
    notNow: null,
    cases: caseSummaries.filter(({ applicationId }) => applicationId === idOf(1)),
    participation: null,
  } satisfies z.input<typeof StaffGrowthCompany>);
})();

/** Members for the what-if: the companies above, and many like them with a growth of their own. */
export const candidates = (count: number): z.infer<typeof GrowthCandidate>[] =>
  Array.from({ length: count }, (_, place) => {
    const base = company((place % COMPANIES.length) + 1);
    const start = 8 + ((place * 7) % 40);
    const end = Math.round(start * (1.1 + ((place * 13) % 90) / 100));
    const { subject } = scored(base);
    return {
      memberNumber: `M${String(place + 1).padStart(6, '0')}`,
      companyName: place < COMPANIES.length ? base.name : `${base.name} ${place}`,
      antenna: (['LYO', 'STE', 'GRE', 'CLE'] as const)[place % 4] ?? 'LYO',
      company:
        place < COMPANIES.length
          ? subject
          : {
              ...subject,
              companyId: idOf(place + 1),
              foundedOn: '2010-01-01',
              years: [
                { year: 2022, employees: start, turnover: start * 90_000 },
                { year: 2025, employees: end, turnover: end * 70_000 },
              ],
            },
    };
  });

/** The programme: a cohort under way, one to come, two that wait, three mentors. */
export const programme: z.infer<typeof ProgrammeView> = (() => {
  const milestones = MILESTONES.map(({ milestoneId, name, dueOn }) => ({ milestoneId, name, dueOn }));
  const person = { kind: 'staff' as const, id: 'u1', name: 'Claire Fournier' };
  const candidate = (index: number) => {
    const { name, siren } = company(index);
    return {
      applicationId: idOf(index),
      caseId: caseIdOf(index),
      memberNumber: `M00001${index}`,
      companyName: name,
      siren,
      antenna: 'STE' as const,
    };
  };
  return {
    cohorts: [
      {
        cohortId: 'c1',
        name: 'Promotion Vaucanson 2026',
        from: '2026-09-15',
        to: '2027-09-14',
        capacity: 8,
        milestones,
        participants: [
          {
            ...candidate(1),
            enrolledAt: at(-20),
            mentorId: 'anne',
            done: [{ milestoneId: 'm1', on: '2026-10-02', by: person, comment: 'Très complet.' }],
            exit: null,
            told: true,
          },
          { ...candidate(2), enrolledAt: at(-12), mentorId: null, done: [], exit: null, told: true },
          {
            ...candidate(3),
            enrolledAt: at(-20),
            mentorId: null,
            done: [],
            exit: { reason: 'withdrawn', at: at(-5), by: person, comment: 'Projet reporté d’un an.' },
            told: true,
          },
        ],
        revision: 4,
      },
      {
        cohortId: 'c2',
        name: 'Promotion Jacquard 2027',
        from: '2027-03-01',
        to: '2028-02-29',
        capacity: 6,
        milestones: [],
        participants: [],
        revision: 0,
      },
    ],
    waiting: { entries: [{ ...candidate(4), since: at(-3) }], revision: 1 },
    mentors: [
      {
        mentorId: 'anne',
        name: 'Anne Perrin',
        email: 'anne.perrin@exemple.fr',
        organisation: 'Perrin Industries',
        antenna: 'STE',
        most: 3,
        conflicts: [],
        active: true,
        charges: [idOf(1)],
        revision: 1,
      },
      {
        mentorId: 'luc',
        name: 'Luc Faure',
        email: 'luc.faure@exemple.fr',
        organisation: 'Alpes Invest',
        antenna: 'GRE',
        most: 2,
        conflicts: ['732829320'],
        active: true,
        charges: [],
        revision: 0,
      },
      {
        mentorId: 'zoe',
        name: 'Zoé Blanc',
        email: 'zoe.blanc@exemple.fr',
        organisation: 'Indépendante',
        antenna: null,
        most: 4,
        conflicts: [],
        active: false,
        charges: [],
        revision: 2,
      },
    ],
  };
})();
