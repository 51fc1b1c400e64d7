import { readFileSync } from 'node:fs';
import { policyAt } from '../../../../domain/dues/policies.ts';
import { issueInvoiceOf } from '../../../../functions/data/invoices.ts';
import { holderOf } from '../../../../functions/dues/holder.ts';

// A process that issues invoices and is killed while it does. Its callers each have a list of dues of their own; whatever
// was issued before is found again, so a process started anew goes on where the last one died.

type Work = { applicationId: string; duesIds: string[]; now: string };
const callers: Work[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

await Promise.all(
  callers.map(async ({ applicationId, duesIds, now }) => {
    for (const duesId of duesIds) {
      for (let issued = false; !issued; ) {
        try {
          await issueInvoiceOf({ applicationId, duesId }, policyAt('2026-10-05'), now, holderOf);
          issued = true;
          process.stdout.write('.');
        } catch (error) {
          // What a workflow would try again.
          if (!(error instanceof Error) || error.name !== 'TransientStoreError') throw error;
        }
      }
    }
  }),
);
