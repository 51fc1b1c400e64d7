import * as z from 'zod';
import { ANTENNA_NAMES, AntennaCode } from '../antenna/antenna.ts';
import { Language } from '../application/form.ts';
import { daysBetween, plusDays } from '../member/period.ts';
import { within } from '../staff/access.ts';
import type { HumanTask, TaskKind } from '../task/task.ts';
import { line } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import { parisDay } from '../time/paris.ts';

const email = z.string(typed).trim().min(1, 'required').pipe(z.email('email.format').max(254, 'too-long'));

/** Whom the digest goes to, as the head office says it. */
export const DigestReaderForm = z.strictObject(
  {
    name: line(120),
    email,
    language: Language,
    /** The antenna whose digest they read; null for what all of them have. */
    antenna: AntennaCode.nullable(),
  },
  typed,
);
export const DigestReader = z.object({
  readerId: z.string(),
  ...DigestReaderForm.shape,
  addedAt: z.iso.datetime(),
});
export type DigestReader = z.infer<typeof DigestReader>;

/** The Monday of the week of a day, which names its digest. @param day ISO 8601 date */
export const weekOf = (day: string): string => {
  // 5 January 1970 was a Monday.
  const since = daysBetween('1970-01-05', day);
  return plusDays(day, -(((since % 7) + 7) % 7));
};

/** A task that waits for staff, with the company it is about. */
export type Waiting = Pick<HumanTask, 'kind' | 'dueAt' | 'escalatedAt' | 'audience'> & { companyName: string };

/** What a digest says: how much waits, how much of it is late, and each, the longest due first, as lines of text. */
export type Digest = { waiting: number; late: number; lines: string };

/** Lines a digest has at most: the rest is counted. */
const MOST_LINES = 25;

const KIND: Record<TaskKind, Record<Language, string>> = {
  'confirm-email': { fr: 'confirmer l’adresse e-mail', en: 'confirm the e-mail address' },
  'choose-antenna': { fr: 'choisir l’antenne', en: 'choose the antenna' },
  'review-application': { fr: 'examiner la demande', en: 'review the application' },
  'correct-application': { fr: 'corriger la demande', en: 'correct the application' },
  'jury-vote': { fr: 'voter', en: 'vote' },
  'provide-more': { fr: 'répondre au jury', en: 'answer the jury' },
  'appeal-decision': { fr: 'répondre à la décision', en: 'answer the decision' },
  'confirm-figures': { fr: 'confirmer les chiffres', en: 'confirm the figures' },
};

const SAID = {
  fr: {
    late: (days: number) => (days === 0 ? 'à faire aujourd’hui' : `en retard de ${days} jour${days > 1 ? 's' : ''}`),
    escalated: 'transmise au siège',
    left: (days: number) => `encore ${days} jour${days > 1 ? 's' : ''}`,
    more: (count: number) => `… et ${count} de plus`,
  },
  en: {
    late: (days: number) => (days === 0 ? 'due today' : `${days} day${days > 1 ? 's' : ''} late`),
    escalated: 'passed on to the head office',
    left: (days: number) => `${days} day${days > 1 ? 's' : ''} left`,
    more: (count: number) => `… and ${count} more`,
  },
} as const;

const isFor = ({ audience }: Waiting, antenna: AntennaCode | null): boolean => {
  if (audience.kind !== 'staff') return false;
  return antenna === null || within([antenna], audience.antennas);
};

/**
 * What waits for one reader, in their language; null when nothing does.
 * @param waiting every open task put to staff, the most urgent first
 * @param now ISO 8601 instant
 */
export const digestFor = (
  { antenna, language }: Pick<DigestReader, 'antenna' | 'language'>,
  waiting: readonly Waiting[],
  now: string,
): Digest | null => {
  const mine = waiting.filter((task) => isFor(task, antenna));
  if (mine.length === 0) return null;
  const today = parisDay(now);
  const said = SAID[language];
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const lines = mine.slice(0, MOST_LINES).map(({ companyName, kind, dueAt, escalatedAt }) => {
    const days = daysBetween(today, parisDay(dueAt));
    const left = escalatedAt === null ? said.left(days) : said.escalated;
    const when = days <= 0 ? said.late(-days) : left;
    return `• ${companyName}${colon}${KIND[kind][language]}, ${when}`;
  });
  const more = mine.length - lines.length;
  return {
    waiting: mine.length,
    late: mine.filter(({ dueAt }) => Date.parse(dueAt) < Date.parse(now)).length,
    lines: [...lines, ...(more > 0 ? [said.more(more)] : [])].join('\n'),
  };
};

/** What a reader's digest is about, as its title says. */
export const digestPlace = (antenna: AntennaCode | null, language: Language): string => {
  if (antenna !== null) return ANTENNA_NAMES[antenna];
  return language === 'fr' ? 'toutes les antennes' : 'all antennas';
};
