import { getInvoice } from '../data/invoices.ts';
import { dropOwedMail, findOwedMail, type OwedMail, owedMailId } from '../data/owed-mails.ts';
import { findPayment } from '../data/payments.ts';
import { getReceivable } from '../data/receivables.ts';
import { sendContactChanged } from '../membership/contact-mail.ts';
import { tellOfPayment } from '../payments/tell-of-payment.ts';
import { unlessRefused } from '../shared/mailer.ts';
import { logger } from '../shared/observability.ts';
import { sendCreditNote, sendDelayDecided, sendWaived } from './mails.ts';

/** Others are sent by what knows them: functions/programme/tell.ts, functions/membership/left.ts. */
type Theirs = Extract<OwedMail, { about: 'moved-up' | 'left' }>;
type Ours = Exclude<OwedMail, Theirs>;

const isOurs = (mail: OwedMail): mail is Ours => mail.about !== 'moved-up' && mail.about !== 'left';

const send = async (mail: Ours, now: string): Promise<void> => {
  switch (mail.about) {
    case 'payment': {
      const payment = await findPayment(mail.paymentId);
      if (payment !== null) await tellOfPayment(payment, now);
      return;
    }
    case 'waiver': {
      const { waiverId: id, cents } = mail;
      return sendWaived({ id, cents }, { receivable: await getReceivable(mail.number), now });
    }
    case 'credit-note': {
      const note = await getInvoice(mail.number);
      return sendCreditNote(note, {
        receivable: await getReceivable(note.corrects?.number ?? '', note.applicationId),
        now,
      });
    }
    case 'delay': {
      const { granted, comment, askedAt } = mail;
      return sendDelayDecided({ granted, comment, askedAt }, { receivable: await getReceivable(mail.number), now });
    }
    case 'contact':
      return sendContactChanged(mail, now);
  }
};

/**
 * Sends a mail about money that is still owed; one that has left is passed over, one that is refused for good is dropped.
 * @param id its natural key
 * @param now ISO 8601 instant
 * @throws TransientMailError, TransientStoreError: the redelivery job tries again
 */
export const deliverOwedMail = async (id: string, now: string): Promise<void> => {
  const mail = await findOwedMail(id);
  if (mail === null || !isOurs(mail)) return;
  await unlessRefused(() => send(mail, now));
  await dropOwedMail(id);
};

/**
 * To be called after an effect was stored with the mails it owes, by the post that had it: they leave now. What cannot
 * leave now is left to the redelivery job, and is no failure of the effect.
 * @param now ISO 8601 instant
 */
export const tellNow = async (mails: readonly OwedMail[], now: string): Promise<void> => {
  for (const mail of mails) {
    const id = owedMailId(mail);
    try {
      await deliverOwedMail(id, now);
    } catch (error) {
      logger.warn('not mailed yet', { id, error: error instanceof Error ? error : String(error) });
    }
  }
};
