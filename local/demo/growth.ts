import * as z from 'zod';
import type { DemoClient, Link } from './client.ts';
import type { Candidacy } from './companies.ts';

// The growth programme of the demonstration: its jury (the accounts of the sign-in page), a cohort with its mentors, and
// candidacies at every stage.

const ProgrammeView = z.object({
  cohorts: z.array(z.object({ cohortId: z.string(), milestones: z.array(z.object({ milestoneId: z.string() })) })),
});
const JuryCases = z.object({ items: z.array(z.object({ caseId: z.string(), taskId: z.string().nullable() })) });

/** Those who sit: a chair and four members, so that each case has the same five. */
const SEATS = ['Inès Roux', 'Paul Mercier', 'Léa Vidal', 'Karim Haddad', 'Anne Girard'] as const;
const DEPUTIES = ['Louis Bonnet', 'Élodie Marchand', 'Thomas Rey', 'Camille Fabre'] as const;

const REASONS = {
  admit: [
    'L’effectif double sans que la marge recule : la croissance est saine.',
    'L’équipe est complète, et le carnet de commandes va au-delà d’un an.',
    'Le programme l’aidera à structurer son développement hors de la région.',
    'Trois ans de croissance régulière, sans dépendre d’un seul client.',
    'Le dossier est clair ; les besoins aussi.',
  ],
  decline: [
    'La croissance tient à un seul contrat, qui finit l’an prochain.',
    'L’entreprise gagnerait à revenir avec un exercice de plus.',
    'Le dossier dit peu de ce qu’elle attend du programme.',
    'Le chiffre d’affaires n’a pas suivi l’effectif.',
    'Belle équipe, mais trop tôt à mon avis.',
  ],
} as const;

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The register of jurors, two mentors and a cohort that has begun. @param head name of who sets it up */
export async function prepareProgramme(client: DemoClient, head: string, now: number): Promise<void> {
  const admin = (path: string, body: unknown) => client.asStaff('admin', head, 'POST', path, body);
  for (const [at, name] of [...SEATS, ...DEPUTIES].entries()) {
    const role = at === 0 ? 'chair' : at < SEATS.length ? 'member' : 'deputy';
    const email = `jure-${at + 1}@example.org`;
    await admin('/api/staff/jury/jurors', { userName: name, name, email, language: 'fr', antenna: null, role });
  }
  for (const [name, organisation, email] of [
    ['Bernard Chazal', 'Chazal Industries', 'bernard.chazal@example.org'],
    ['Odile Ravel', 'Fonds Rhodanien', 'odile.ravel@example.org'],
  ]) {
    const mentor = { name, email, organisation, antenna: null, most: 3, conflicts: [] };
    await admin('/api/staff/programme/mentors', { ...mentor, active: true });
  }
  const after = (days: number) => day(now + days * 86_400_000);
  await admin('/api/staff/programme/cohorts', {
    name: 'Promotion Jacquard',
    from: after(5),
    to: after(370),
    capacity: 4,
    milestones: [
      { name: 'Diagnostic', dueOn: after(50) },
      { name: 'Plan à trois ans', dueOn: after(140) },
      { name: 'Revue de sortie', dueOn: after(350) },
    ],
  });
}

/** The jury votes on a company: so many of those who sit, the chair last. */
async function vote(
  client: DemoClient,
  { applicationId }: Link,
  choice: 'admit' | 'decline',
  voters: number,
): Promise<void> {
  for (const [at, name] of SEATS.slice(-voters).entries()) {
    const { caseId, taskId } = await client.sought(`a question to ${name} about ${applicationId}`, async () => {
      const { items } = JuryCases.parse(await client.asStaff('jury', name, 'GET', '/api/staff/jury/cases'));
      const found = items.find((one) => one.caseId.startsWith(applicationId));
      return found?.taskId == null ? undefined : { caseId: found.caseId, taskId: found.taskId };
    });
    const declaration = `/api/staff/jury/cases/${encodeURIComponent(caseId)}/declaration`;
    await client.asStaff('jury', name, 'POST', declaration, { conflict: false, reason: '' });
    // One sees it otherwise, as one does.
    const cast = at === 1 ? (choice === 'admit' ? 'decline' : 'admit') : choice;
    const answer = { vote: cast, conflict: false, comment: REASONS[cast][at] };
    await client.asStaff('jury', name, 'POST', `/api/staff/tasks/${encodeURIComponent(taskId)}/answer`, answer);
  }
}

/** A company of the cohort takes its first milestone. */
async function takeMilestone(client: DemoClient, head: string, { applicationId }: Link, now: number): Promise<void> {
  const programme = await client.asStaff('admin', head, 'GET', '/api/staff/programme');
  const [cohort] = ProgrammeView.parse(programme).cohorts;
  const milestone = cohort?.milestones.at(0);
  if (cohort === undefined || milestone === undefined) throw new Error('There is no cohort.');
  const path = `/api/staff/programme/cohorts/${cohort.cohortId}/companies/${applicationId}/milestones`;
  const body = {
    milestoneId: milestone.milestoneId,
    on: day(now),
    comment: 'Diagnostic rendu, trois chantiers retenus.',
  };
  await client.asStaff('admin', head, 'POST', path, body);
}

/** What happens to a member's candidacy, and how many days before the end. */
export function candidacyActs(
  client: DemoClient,
  candidacy: Candidacy,
  link: () => Link,
  head: string,
): { daysBefore: number; play: (now: number) => Promise<void> }[] {
  const ask = (daysBefore: number) => ({
    daysBefore,
    play: () => client.byLink(link(), 'POST', '/api/link/growth/screening'),
  });
  switch (candidacy.kind) {
    case 'enrolled':
      return [
        { daysBefore: candidacy.voted, play: () => vote(client, link(), 'admit', SEATS.length) },
        { daysBefore: candidacy.milestone, play: (now) => takeMilestone(client, head, link(), now) },
      ];
    case 'declined':
      return [
        ask(candidacy.asked),
        { daysBefore: candidacy.voted, play: () => vote(client, link(), 'decline', SEATS.length) },
      ];
    case 'voting':
      return [ask(candidacy.asked), { daysBefore: candidacy.voted, play: () => vote(client, link(), 'admit', 2) }];
  }
}
