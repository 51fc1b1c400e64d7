import type { Language } from '../application/form.ts';
import type { Category } from '../company/category.ts';
import type { CompanySize } from '../company/size.ts';
import type { MemberStatus } from '../member/status.ts';
import type { DuesState, GrowthState } from './entry.ts';

// What stands in the directory, in words: the same on the page and in the files.

type Words = Record<Language, string>;

export const CATEGORY_NAMES: Record<Category, Words> = {
  company: { fr: 'Entreprise', en: 'Company' },
  startup: { fr: 'Start-up', en: 'Start-up' },
  'education-research': { fr: 'Enseignement et recherche', en: 'Education and research' },
  institution: { fr: 'Institution', en: 'Institution' },
  freelancer: { fr: 'Indépendant', en: 'Freelancer' },
};

export const STATUS_NAMES: Record<MemberStatus, Words> = {
  active: { fr: 'Actif', en: 'Active' },
  'to-renew': { fr: 'À renouveler', en: 'To renew' },
  suspended: { fr: 'Suspendu', en: 'Suspended' },
  lapsed: { fr: 'Radié', en: 'Lapsed' },
  resigned: { fr: 'Démissionnaire', en: 'Resigned' },
  excluded: { fr: 'Exclu', en: 'Excluded' },
};

export const SIZE_NAMES: Record<CompanySize, Words> = {
  micro: { fr: 'Micro-entreprise (moins de 10)', en: 'Micro (under 10)' },
  small: { fr: 'Petite (10 à 49)', en: 'Small (10 to 49)' },
  medium: { fr: 'Moyenne (50 à 249)', en: 'Medium (50 to 249)' },
  large: { fr: 'Grande (250 et plus)', en: 'Large (250 and more)' },
};

export const GROWTH_NAMES: Record<GrowthState, Words> = {
  programme: { fr: 'Dans le programme', en: 'In the programme' },
  waiting: { fr: 'En liste d’attente', en: 'On the waiting list' },
  interested: { fr: 'Intéressé', en: 'Interested' },
  none: { fr: 'Non concerné', en: 'Not concerned' },
};

export const DUES_NAMES: Record<DuesState, Words> = {
  settled: { fr: 'À jour', en: 'Up to date' },
  owed: { fr: 'À régler', en: 'Outstanding' },
  late: { fr: 'En retard', en: 'Overdue' },
};
