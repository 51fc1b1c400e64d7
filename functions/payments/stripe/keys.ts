import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { StripeKeys } from '../../../domain/payment/stripe.ts';
import { readEnvironment } from '../../shared/environment.ts';
import { isOn } from './switch.ts';

const { stripeKeys } = readEnvironment('stripeKeys');
const client = new SecretsManagerClient({});
/** Read once in the life of a function. */
let read: Promise<StripeKeys> | undefined;

const readSecret = async (): Promise<StripeKeys> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: stripeKeys }));
  return StripeKeys.parse(JSON.parse(SecretString ?? ''));
};

/** The keys of the account at Stripe; null where cards are not taken. On one machine the variable holds them itself. */
export const keysOfStripe = async (): Promise<StripeKeys | null> => {
  if (!isOn(stripeKeys)) return null;
  if (stripeKeys.startsWith('{')) return StripeKeys.parse(JSON.parse(stripeKeys));
  read ??= readSecret();
  try {
    return await read;
  } catch (error) {
    // The next call asks again.
    read = undefined;
    throw error;
  }
};
