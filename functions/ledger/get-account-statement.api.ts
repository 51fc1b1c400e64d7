import { ROUTES } from '../../domain/contract/routes.ts';
import { accountStatement } from '../../domain/ledger/statement.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { ledgerOfDossier } from '../data/ledger.ts';
import { listReceivables } from '../data/receivables.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { gather } from './gather.ts';

/** The account of a company that the caller may read. */
export const handler = api(ROUTES.GetAccountStatement, staff, async ({ caller, params, now }) => {
  const application = await getApplication(params.id);
  assertWithin(readingScope(caller), antennasOf(application));
  await noteOpened(caller, params.id, 'account', now);
  const { siren, legalName } = application.form.company;
  const sirens = [siren, ...(await listReceivables(params.id)).map((owed) => owed.siren)];
  const company = { sirens, companyName: legalName, applicationId: params.id };
  return accountStatement(company, await gather(ledgerOfDossier(params.id)));
});
