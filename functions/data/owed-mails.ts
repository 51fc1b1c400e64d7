import * as z from 'zod';
import { ContactForm } from '../../domain/application/form.ts';
import { InvoiceNumber } from '../../domain/invoice/invoice.ts';
import { MemberNumber } from '../../domain/member/member.ts';
import { DELIVERY, owedMailKey } from './keys.ts';
import { get, transact, type Write } from './table.ts';

/**
 * What a company must still be told of its money, its contact, its place or the end of its membership. It is written with the
 * effect itself, and goes once the mail has left: a process that dies in between leaves it to the redelivery job.
 */
export const OwedMail = z.discriminatedUnion('about', [
  /** That it came, or was taken back. */
  z.object({ about: z.literal('payment'), paymentId: z.string() }),
  z.object({ about: z.literal('waiver'), number: InvoiceNumber, waiverId: z.string(), cents: z.int().positive() }),
  z.object({ about: z.literal('credit-note'), number: InvoiceNumber }),
  z.object({
    about: z.literal('delay'),
    number: InvoiceNumber,
    granted: z.boolean(),
    comment: z.string(),
    askedAt: z.iso.datetime(),
  }),
  /** That a member's address was changed, to the one it was before. */
  z.object({
    about: z.literal('contact'),
    applicationId: z.string(),
    /** Of the member, before the change. */
    version: z.int().nonnegative(),
    companyName: z.string(),
    former: ContactForm,
    email: z.string(),
  }),
  /** That its membership ends, and until then what it was asked for in vain is called off. */
  z.object({
    about: z.literal('left'),
    memberNumber: MemberNumber,
    /** The last day of a resignation, or the instant of an exclusion. */
    ends: z.string(),
    /** Why it was excluded; null for who resigned. */
    reason: z.string().nullable(),
  }),
  /** That it moved up from the waiting list of the programme. */
  z.object({ about: z.literal('moved-up'), applicationId: z.string(), cohortId: z.string(), name: z.string() }),
]);
export type OwedMail = z.infer<typeof OwedMail>;

/** Its natural key: what it tells of happens once. */
export const owedMailId = (mail: OwedMail): string => {
  switch (mail.about) {
    case 'payment':
      return `payment#${mail.paymentId}`;
    case 'waiver':
      return `waiver#${mail.waiverId}`;
    case 'credit-note':
      return `credit-note#${mail.number}`;
    case 'delay':
      return `delay#${mail.number}#${mail.askedAt}`;
    case 'contact':
      return `contact#${mail.applicationId}#${mail.version}`;
    case 'left':
      return `left#${mail.memberNumber}#${mail.ends}`;
    case 'moved-up':
      return `moved-up#${mail.cohortId}#${mail.applicationId}`;
  }
};

/** The write of a mail that is owed from now on. @param since ISO 8601 instant of the effect */
export const owedMailWrite = (mail: OwedMail, since: string): Write => {
  const id = owedMailId(mail);
  return {
    put: {
      ...owedMailKey(id),
      GSI2PK: DELIVERY,
      GSI2SK: `${since}#${id}`,
      owedMailId: id,
      ...mail,
    },
  };
};

/** The mail, strongly consistent; null when it has left. */
export const findOwedMail = (id: string): Promise<OwedMail | null> => get(owedMailKey(id), OwedMail);

/** Says that it has left. */
export const dropOwedMail = (id: string): Promise<void> => transact([{ remove: owedMailKey(id) }]);
