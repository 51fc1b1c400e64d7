import { createHash } from 'node:crypto';

/** An account that may sign in on this machine: invented, one for each group of the user pool, and a whole jury. */
export interface DemoAccount {
  /** The `sub` of its tokens: a UUID, the same at every start. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly group: string;
}

/** Invented people, in the order of the groups; further groups are named after themselves. */
const NAMES = [
  'Claire Fontaine',
  'Hassan Benali',
  'Inès Roux',
  'Mathilde Perrin',
  'Julien Faure',
  'Sofia Marchetti',
  'Antoine Chabrol',
  'Nadia Lefort',
  'Éric Dunand',
];

/** Further jurors, so that a jury of five can sit, with deputies, and another one on appeal. */
const MORE_JURORS = [
  'Paul Mercier',
  'Léa Vidal',
  'Karim Haddad',
  'Anne Girard',
  'Louis Bonnet',
  'Élodie Marchand',
  'Thomas Rey',
  'Camille Fabre',
];

export function demoAccounts(groups: readonly string[]): DemoAccount[] {
  const one = groups.map((group, index) => account(group, NAMES[index] ?? `Compte ${group}`));
  const jurors = groups.includes('jury')
    ? MORE_JURORS.map((name) => ({ ...account('jury', name), id: uuid(name) }))
    : [];
  return [...one, ...jurors];
}

/** The account of tokens made without signing in, for these groups. */
export const account = (group: string, name: string): DemoAccount => ({
  id: uuid(group),
  name,
  email: `${name
    .normalize('NFD')
    .replace(/[^\w ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@example.org`,
  group,
});

/** A UUID that depends on the text alone. */
function uuid(text: string): string {
  const hex = createHash('sha256').update(`traboule ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
