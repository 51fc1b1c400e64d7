import * as z from 'zod';
import { AntennaCode } from '../../../domain/antenna/antenna.ts';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { firstDueAt } from '../../../domain/task/task.ts';

/** The kinds staff and jurors are asked to answer; the others wait for the company. */
export const STAFF_TASK_KINDS = ['review-application', 'choose-antenna', 'jury-vote'] as const;

/** The kinds that stand in a person's inbox: a vote is a juror's alone, whoever else may see that it is asked. */
export const kindsFor = (juror: boolean): readonly (typeof STAFF_TASK_KINDS)[number][] =>
  juror ? STAFF_TASK_KINDS : STAFF_TASK_KINDS.filter((kind) => kind !== 'jury-vote');
export const SORTS = ['due', 'oldest', 'company'] as const;
export const URGENCIES = ['all', 'overdue', 'escalated'] as const;

/**
 * What the inbox shows. Kept in the address, so that a filtered inbox can be bookmarked, sent to a colleague and found
 * again after signing in. An address somebody edited by hand falls back to the unfiltered value, part by part.
 */
export const InboxFilters = z.object({
  antenna: AntennaCode.nullable().catch(null),
  kind: z.enum(STAFF_TASK_KINDS).nullable().catch(null),
  urgency: z.enum(URGENCIES).catch('all'),
  text: z.string().max(100).catch(''),
  sort: z.enum(SORTS).catch('due'),
});
export type InboxFilters = z.infer<typeof InboxFilters>;

export const NO_FILTERS: InboxFilters = { antenna: null, kind: null, urgency: 'all', text: '', sort: 'due' };

/** Reads the filters from the query of an address. */
export function filtersFrom(query: string): InboxFilters {
  const parameters = new URLSearchParams(query);
  return InboxFilters.parse({
    antenna: parameters.get('antenna'),
    kind: parameters.get('kind'),
    urgency: parameters.get('urgency') ?? 'all',
    text: parameters.get('q') ?? '',
    sort: parameters.get('sort') ?? 'due',
  });
}

/** Writes the filters as a query, with its question mark; empty when nothing is filtered. */
export function queryOf(filters: InboxFilters): string {
  const parameters = new URLSearchParams();
  if (filters.antenna !== null) parameters.set('antenna', filters.antenna);
  if (filters.kind !== null) parameters.set('kind', filters.kind);
  if (filters.urgency !== 'all') parameters.set('urgency', filters.urgency);
  if (filters.text !== '') parameters.set('q', filters.text);
  if (filters.sort !== 'due') parameters.set('sort', filters.sort);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The part of the filters that the API applies to every page; the rest is applied to what is loaded. */
export function apiQueryOf(filters: InboxFilters): Record<string, string> {
  return {
    ...(filters.antenna === null ? {} : { antenna: filters.antenna }),
    ...(filters.kind === null ? {} : { kind: filters.kind }),
    ...(filters.urgency === 'escalated' ? { escalated: 'true' } : {}),
  };
}

/** True when some of it is left to the page: then what is loaded is not enough to tell what there is. */
export const needsAll = ({ text, urgency, sort }: InboxFilters): boolean =>
  text.trim() !== '' || urgency === 'overdue' || sort !== 'due';

/** True when anything narrows the list (the order does not). */
export const narrows = (filters: InboxFilters): boolean => queryOf({ ...filters, sort: 'due' }) !== '';

/** True once the due date has passed at `now`. */
export const isOverdue = (task: Pick<StaffTask, 'dueAt'>, now: Date): boolean => Date.parse(task.dueAt) < now.getTime();

/** Letters without accents or case: people search for "saint etienne" and mean "Saint-Étienne". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[-–'’]/g, ' ')
    .toLowerCase();

const matches = (task: StaffTask, text: string): boolean => {
  const haystack = plain(`${task.companyName} ${task.communeName}`);
  const digits = text.replace(/\s/g, '');
  return haystack.includes(plain(text).trim()) || (/^\d+$/.test(digits) && task.siren.startsWith(digits));
};

const ORDERS: Record<InboxFilters['sort'], (a: StaffTask, b: StaffTask) => number> = {
  due: (a, b) => firstDueAt(a).localeCompare(firstDueAt(b)) || a.taskId.localeCompare(b.taskId),
  oldest: (a, b) => a.openedAt.localeCompare(b.openedAt) || a.taskId.localeCompare(b.taskId),
  company: (a, b) => a.companyName.localeCompare(b.companyName, 'fr') || a.taskId.localeCompare(b.taskId),
};

/** The loaded tasks the filters let through, in their order. Never changes `tasks`. */
export function select(tasks: readonly StaffTask[], filters: InboxFilters, now: Date): StaffTask[] {
  return tasks
    .filter((task) => filters.antenna === null || task.antennas.includes(filters.antenna))
    .filter((task) => filters.kind === null || task.kind === filters.kind)
    .filter((task) => filters.urgency !== 'overdue' || isOverdue(task, now))
    .filter((task) => filters.urgency !== 'escalated' || task.escalatedAt !== null)
    .filter((task) => filters.text.trim() === '' || matches(task, filters.text))
    .sort(ORDERS[filters.sort]);
}
