import type * as french from '../fr/unsubscribe.ts';

// The page that ends messages to members.

export const unsubscribe: typeof french.unsubscribe = {
  title: 'Messages of the cluster',
  lead: 'Receive no more of the messages the cluster sends to its members?',
  done: 'Done: this address will receive these messages no more.',
  others: 'Messages about your membership (invoices, renewals, decisions) keep coming.',
  button: 'Receive them no more',
  back: 'Receive them again',
  said: 'You are unsubscribed.',
  again: 'You are subscribed again.',
};
