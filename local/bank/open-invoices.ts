import * as z from 'zod';
import { invoiceReference } from '../../domain/payment/reference.ts';
import { type WrittenEntry, writeCamt } from './camt.ts';

// A bank file for whoever tries the product: every invoice that is owed, paid.

const Invoices = z.object({
  items: z.array(z.object({ number: z.string(), companyName: z.string(), balanceCents: z.number() })),
  nextCursor: z.string().nullable(),
});
const Policies = z.object({
  inForce: z.string(),
  items: z.array(z.object({ version: z.string(), seller: z.object({ iban: z.string() }) })),
});

/** Reads the API, as the treasurer. @param site origin of the site */
const reader = (site: string, accessToken: string) => async (path: string) => {
  const answer = await fetch(`${site}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return answer.json();
};

/**
 * A bank statement (camt.053) of a day on which every company paid what it owed, by transfer, with the reference of its
 * invoice. The same day and invoices give the same file.
 * @param accessToken of the treasurer
 * @param day ISO 8601 date
 */
export const statementOfOpenInvoices = async (site: string, accessToken: string, day: string): Promise<string> => {
  const read = reader(site, accessToken);
  const policies = Policies.parse(await read('/api/staff/dues-policies'));
  const iban = policies.items.find(({ version }) => version === policies.inForce)?.seller.iban ?? '';
  const entries: WrittenEntry[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: z.infer<typeof Invoices> = Invoices.parse(await read(`/api/staff/invoices?limit=100${from}`));
    for (const { number, companyName, balanceCents } of page.items) {
      if (balanceCents === 0 || !number.startsWith('F')) continue;
      const reference = invoiceReference(number);
      entries.push({
        bookedOn: day,
        bankReference: `LOCAL-${day}-${number}`,
        transactions: [
          { cents: balanceCents, payer: companyName, reference, endToEndId: number, text: ['Cotisation'] },
        ],
      });
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return writeCamt({ iban, statements: [{ id: `LOCAL-${day}`, from: day, to: day, entries }] });
};
