import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a signature is valid for: a message that was caught cannot be sent again later. */
const TOLERANCE = 300;

/** The parts of `Stripe-Signature`: one time, and a signature a secret (two while a secret is being replaced). */
const partsOf = (header: string): { time: string | undefined; signatures: string[] } => {
  const parts = header.split(',').map((part) => part.trim().split('='));
  return {
    time: parts.find(([name]) => name === 't')?.[1],
    signatures: parts.flatMap(([name, value]) => (name === 'v1' && value !== undefined ? [value] : [])),
  };
};

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/**
 * Tells whether Stripe signed a message just now (`t=…,v1=…`: HMAC-SHA256 of time, point and message).
 * @param header value of `Stripe-Signature`
 * @param now ISO 8601 instant the message came in
 */
export const isSigned = (header: string | undefined, payload: Buffer, webhookSecret: string, now: string): boolean => {
  const { time, signatures } = partsOf(header ?? '');
  if (time === undefined || !/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(Date.parse(now) / 1000 - Number(time)) > TOLERANCE) return false;
  const expected = createHmac('sha256', webhookSecret).update(`${time}.`).update(payload).digest();
  return signatures.some((signature) => same(Buffer.from(signature, 'hex'), expected));
};
