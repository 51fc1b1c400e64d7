import { type DossierExport, forSubject, type Section } from '../../domain/rights/export.ts';
import { listAccess } from '../data/access-log.ts';
import { type Item, readDossier, readLedger } from '../data/dossiers.ts';
import { HOLDINGS, kindOf } from '../data/holdings.ts';
import { readStanding } from './standing.ts';

const sectionOf = (item: Item): Section | null => {
  const kind = kindOf(item);
  return kind === null ? 'other' : HOLDINGS[kind].section;
};

/**
 * Everything that is held of a dossier, as the person it tells of may have it. It is read item by item while others
 * write: each part is whole, and two parts may be a moment apart.
 * @throws Refusal `not-found`; TransientStoreError
 */
export const exportOf = async (applicationId: string, now: string): Promise<DossierExport> => {
  const { application, member } = await readStanding(applicationId);
  const [items, ledger, access] = await Promise.all([
    readDossier(applicationId, member?.number ?? null),
    readLedger(applicationId),
    listAccess(applicationId),
  ]);
  const sections: DossierExport['sections'] = {};
  for (const item of [...items, ...ledger]) {
    const section = sectionOf(item);
    const theirs = section === null ? null : forSubject(section, item);
    if (section !== null && theirs !== null) sections[section] = [...(sections[section] ?? []), theirs];
  }
  if (access.length > 0) sections.access = access.map(({ at, opened }) => ({ at, opened }));
  return {
    applicationId,
    memberNumber: application.memberNumber,
    companyName: application.form.company.legalName,
    at: now,
    sections,
  };
};
