import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { Consent } from '../application/consent.ts';
import { DigestReader, DigestReaderForm } from '../digest/digest.ts';
import { Access } from '../rights/access.ts';
import { DossierExport } from '../rights/export.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import { linkProblems, type Route, staffProblems } from './route.ts';

// The rights of people over what is held of them, and whom the weekly digest goes to.

const params = z.strictObject({ id: z.string().min(1).max(100) });

/** What is held of a dossier's people, for how long, who looked at it, and whether it may be erased. */
export const DossierRights = z.object({
  applicationId: z.string(),
  memberNumber: z.string().nullable(),
  companyName: z.string(),
  antenna: AntennaCode.nullable(),
  contact: z.object({ firstName: z.string(), lastName: z.string(), role: z.string(), email: z.string() }),
  /** When its people were erased; null while they are there. */
  erased: z.boolean(),
  /** Day (ISO 8601 date) it is erased by itself; null while its membership or application runs. */
  erasedFrom: z.iso.date().nullable(),
  verdict: z.discriminatedUnion('may', [
    z.object({ may: z.literal(true) }),
    z.object({
      may: z.literal(false),
      why: z.enum(['membership-runs', 'application-runs', 'owes']),
      from: z.iso.date().nullable(),
    }),
  ]),
  /** Accounts the law has kept, and until when; null where there are none. */
  accounts: z.object({ documents: z.int(), keptUntil: z.iso.date() }).nullable(),
  /** How the charter was accepted, and again after each correction. */
  consent: Consent,
  /** Mails that were sent to it, the latest first. */
  mails: z.array(z.object({ at: z.iso.datetime(), message: z.string() })),
  access: z.array(Access.omit({ applicationId: true })),
});
export type DossierRights = z.infer<typeof DossierRights>;

const ErasureBody = z.strictObject({ reason: lines(1000).min(1, 'required') }, typed);
const DigestReaders = z.object({ items: z.array(DigestReader) });

export const RIGHTS_ROUTES = {
  GetDossierRights: {
    method: 'GET',
    path: '/staff/dossiers/{id}/rights',
    caller: 'staff',
    entry: 'rights/get-dossier-rights',
    summary: 'What is held of the people of a dossier, for how long, who looked at it, and whether it may be erased',
    params,
    status: 200,
    response: DossierRights,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  ExportDossier: {
    method: 'GET',
    path: '/staff/dossiers/{id}/export',
    caller: 'staff',
    entry: 'rights/export-dossier',
    summary: 'Everything that is held of a dossier, to be handed to the person who asked for it',
    params,
    status: 200,
    response: DossierExport,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  EraseDossier: {
    method: 'POST',
    path: '/staff/dossiers/{id}/erasure',
    caller: 'staff',
    entry: 'rights/erase-dossier',
    summary: 'Erase the people of a dossier; what the law has kept stays, and is said (head office)',
    params,
    body: ErasureBody,
    status: 200,
    response: z.object({ keptUntil: z.iso.date().nullable() }),
    problems: [
      ...staffProblems,
      'not-found',
      'invalid-body',
      'invalid-fields',
      'membership-runs',
      'application-runs',
      'claim-open',
    ],
  },
  ExportLinkDossier: {
    method: 'GET',
    path: '/link/export',
    caller: 'link',
    entry: 'rights/export-link-dossier',
    summary: 'Everything that is held of the company of a link, as it may have it',
    status: 200,
    response: DossierExport,
    problems: [...linkProblems, 'not-found'],
  },
  ListDigestReaders: {
    method: 'GET',
    path: '/staff/digest-readers',
    caller: 'staff',
    entry: 'digest/list-digest-readers',
    summary: 'Whom the weekly digest goes to (head office)',
    status: 200,
    response: DigestReaders,
    problems: staffProblems,
  },
  AddDigestReader: {
    method: 'POST',
    path: '/staff/digest-readers',
    caller: 'staff',
    entry: 'digest/add-digest-reader',
    summary: 'Put somebody on the list of the weekly digest (head office)',
    body: DigestReaderForm,
    status: 200,
    response: DigestReaders,
    problems: [...staffProblems, 'invalid-body', 'invalid-fields'],
  },
  RemoveDigestReader: {
    method: 'DELETE',
    path: '/staff/digest-readers/{id}',
    caller: 'staff',
    entry: 'digest/remove-digest-reader',
    summary: 'Take somebody off the list of the weekly digest (head office)',
    params,
    status: 200,
    response: DigestReaders,
    problems: staffProblems,
  },
} as const satisfies Record<string, Route>;
