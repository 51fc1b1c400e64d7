import { demoAccounts } from '../cognito/accounts.ts';
import { DemoClient, type Link } from './client.ts';
import { DEMO_COMPANIES, type DemoCompany } from './companies.ts';
import { candidacyActs, prepareProgramme } from './growth.ts';
import { demoSiren } from './register.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** How far back the stories begin, in days. */
export const DEMO_DAYS = 60;

/** How long after their approval companies pay, in days. */
const PAID_AFTER = 7;

/** Something that happens in a story, at an instant in epoch milliseconds. */
interface Act {
  readonly at: number;
  readonly play: () => Promise<void>;
}

/**
 * Plays the stories of the invented companies, in order of time, up to an instant (epoch milliseconds).
 * @param site origin of a runtime whose simulated clock stands DEMO_DAYS before `end`
 */
export async function playDemo(site: string, end: number): Promise<void> {
  const client = new DemoClient(site);
  const begin = end - DEMO_DAYS * DAY;
  const acts = [
    { at: begin, play: () => prepareProgramme(client, nameOf('admin'), begin) },
    ...DEMO_COMPANIES.flatMap((company, index) => actsOf(client, company, index, end)),
  ];
  for (const act of acts.sort((a, b) => a.at - b.at)) {
    await client.moveTo(act.at);
    await act.play();
  }
  await client.moveTo(end);
}

function actsOf(client: DemoClient, company: DemoCompany, index: number, end: number): Act[] {
  const { story } = company;
  const form = formOf(company, index, end);
  let link: Link | undefined;
  const known = () => {
    if (link === undefined) throw new Error(`${company.name} has not applied.`);
    return link;
  };
  // Companies of one day apply a few minutes apart, and confirm within the hour.
  const at = (daysBefore: number, minutes: number) => end - daysBefore * DAY + (index * 2 + minutes) * MINUTE;
  const acts: Act[] = [
    {
      at: at(story.applied, 0),
      play: async () => {
        link = await client.link(await client.apply(form), form.contact.email);
      },
    },
  ];
  if (story.kind === 'unconfirmed') return acts;
  acts.push({ at: at(story.applied, 1), play: () => client.answerByLink(known(), 'confirm-email', () => ({})) });
  return [...acts, ...afterwards(client, company, index, known, at)];
}

function afterwards(
  client: DemoClient,
  company: DemoCompany,
  index: number,
  link: () => Link,
  at: (daysBefore: number, minutes: number) => number,
): Act[] {
  const { story, antenna } = company;
  const review = (daysBefore: number, decision: string, comment: string): Act => ({
    at: at(daysBefore, 5),
    play: () => {
      const group = `antenna:${antenna}`;
      const task = { applicationId: link().applicationId, kind: 'review-application' };
      return client.answerAsStaff(group, nameOf(group), task, { decision, comment });
    },
  });
  switch (story.kind) {
    case 'unconfirmed':
    case 'contested':
    case 'in-review':
      return [];
    case 'awaiting-payment':
      return [review(story.answered, 'approve', '')];
    case 'member':
      return [
        review(story.answered, 'approve', ''),
        { at: at(story.answered - PAID_AFTER, 6), play: () => client.pay(nameOf('treasurer'), demoSiren(index)) },
        ...growth(client, company, link, at),
      ];
    case 'refused':
      return [review(story.answered, 'refuse', story.comment)];
    case 'changes-requested':
      return [review(story.answered, 'request-changes', story.comment)];
    case 'corrected':
      return [
        review(story.answered, 'request-changes', story.comment),
        {
          at: at(story.corrected, 8),
          play: () => client.answerByLink(link(), 'correct-application', (form) => ({ application: corrected(form) })),
        },
      ];
    case 'withdrawn':
      return [{ at: at(story.withdrew, 5), play: () => client.withdraw(link()) }];
  }
}

/** What happens to a member's candidacy for the growth programme, if it has one. */
const growth = (
  client: DemoClient,
  { candidacy }: DemoCompany,
  link: () => Link,
  at: (daysBefore: number, minutes: number) => number,
): Act[] =>
  candidacy === undefined
    ? []
    : candidacyActs(client, candidacy, link, nameOf('admin')).map(({ daysBefore, play }) => {
        const instant = at(daysBefore, 9);
        return { at: instant, play: () => play(instant) };
      });

/** The demo account of a group, so that timelines name who can sign in. */
const GROUPS = [
  'admin',
  'treasurer',
  'jury',
  ...['LYO', 'STE', 'GRE', 'CLE', 'VAL', 'ANN'].map((code) => `antenna:${code}`),
];
const nameOf = (group: string): string =>
  demoAccounts(GROUPS).find((account) => account.group === group)?.name ?? group;

/** The correction a company makes: the activity it should have given. */
const corrected = (form: Record<string, unknown>): unknown => ({
  ...form,
  company: { ...Object(form.company), activity: { code: '62.02A', nomenclature: 'NAF2' } },
});

function formOf(company: DemoCompany, index: number, end: number) {
  const { firstName, lastName } = company.contact;
  const host = `${slug(company.name)}.example.org`;
  const lastYear = new Date(end - DEMO_DAYS * DAY).getUTCFullYear() - 1;
  return {
    company: {
      siren: demoSiren(index),
      legalName: company.name,
      category: company.category,
      foundedOn: company.foundedOn,
      activity: { code: company.activity, nomenclature: 'NAF2' },
      website: `https://www.${host}`,
    },
    establishment: {
      siret: null,
      street: company.street,
      postcode: company.postcode,
      communeCode: company.communeCode,
    },
    contact: { ...company.contact, email: `${slug(firstName)}.${slug(lastName)}@${host}`, phone: '+33 4 70 00 00 00' },
    figures: company.figures.map(([employees, turnover], position) => ({
      year: lastYear - company.figures.length + 1 + position,
      employees,
      turnover,
    })),
    preferredAntenna: null,
    growthProgramme: company.growth,
    charter: { version: '2026-01', accepted: true },
  };
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
