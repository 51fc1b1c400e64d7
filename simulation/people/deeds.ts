import { plusDays } from '../../domain/member/period.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Chance } from '../chance.ts';
import type { Mail } from '../world/mails.ts';
import { sirenAt } from './companies.ts';

/** Something a company does, or has staff do, on a day. `token` opens its private page, `number` is an invoice's. */
export type Deed = { siren: string; on: string } & (
  | { kind: 'apply' | 'resign' | 'exclude' | 'rejoin' | 'move' | 'transfer' | 'category' | 'figures' }
  | { kind: 'confirm-email' | 'correct' | 'withdraw'; token: string }
  | { kind: 'confirm-figures'; token: string }
  | { kind: 'pay'; number: string; share: 'whole' | 'half' | 'rest' | 'more' }
  | { kind: 'ask-delay'; token: string; number: string }
  | { kind: 'decide-delay' | 'waive'; number: string }
);

type Temper = { name: 'whole' | 'in parts' | 'in part' | 'too much' | 'never'; days: readonly [number, number] };

/** How a company pays, drawn anew for each invoice: of a hundred. Days from the invoice to the money, from and to. */
const TEMPERS: readonly (readonly [number, Temper])[] = [
  [24, { name: 'whole', days: [2, 12] }],
  [40, { name: 'whole', days: [18, 30] }],
  [19, { name: 'whole', days: [33, 65] }],
  [6, { name: 'whole', days: [90, 240] }],
  [3, { name: 'in parts', days: [20, 30] }],
  [2, { name: 'in part', days: [20, 40] }],
  [1, { name: 'too much', days: [10, 30] }],
  [5, { name: 'never', days: [0, 0] }],
];

const tokenOf = ({ data }: Mail): string => data.link?.split('#')[1] ?? '';

/** What a company makes of an invoice. */
const onInvoice = (chance: Chance, siren: string, today: string, mail: Mail): Deed[] => {
  const number = mail.data.number ?? '';
  const { name, days } = chance.weighted(TEMPERS, 'temper', siren, mail.at);
  const on = plusDays(today, chance.between(days[0], days[1], 'days', siren, mail.at));
  const pay = (share: 'whole' | 'half' | 'rest' | 'more', day = on): Deed => ({
    siren,
    on: day,
    kind: 'pay',
    number,
    share,
  });
  switch (name) {
    case 'never':
      return [];
    case 'in parts':
      return [pay('half'), pay('rest', plusDays(on, chance.between(10, 60, 'second', siren, mail.at)))];
    case 'in part':
      return [pay('half')];
    case 'too much':
      return [pay('more')];
    default:
      return [pay('whole')];
  }
};

/** A company asks for more time, and the treasurer answers some days later. */
const onLateness = (siren: string, on: string, token: string, number: string): Deed[] => [
  { siren, on, kind: 'ask-delay', token, number },
  { siren, on: plusDays(on, 3), kind: 'decide-delay', number },
];

/** What follows from a mail, for whoever it was sent to: on the day after it at the earliest, so that no day is over already. */
export const deedsAfter = (chance: Chance, mail: Mail): Deed[] => {
  const siren = sirenAt(mail.to);
  if (siren === null) return [];
  const today = parisDay(mail.at);
  const draw = (probability: number, what: string) => chance.happens(probability, what, siren, mail.at);
  const within = (low: number, high: number, what: string) =>
    plusDays(today, chance.between(low, high, what, siren, mail.at));
  const token = tokenOf(mail);
  const number = mail.data.number ?? '';
  switch (mail.message) {
    case 'confirm-email':
      return draw(0.94, 'confirms') ? [{ siren, on: within(1, 5, 'confirming'), kind: 'confirm-email', token }] : [];
    case 'changes-requested':
      return draw(0.85, 'corrects') ? [{ siren, on: within(2, 20, 'correcting'), kind: 'correct', token }] : [];
    case 'confirm-figures':
      return draw(0.6, 'answers') ? [{ siren, on: within(1, 26, 'answering'), kind: 'confirm-figures', token }] : [];
    case 'invoice-issued':
      if (draw(0.02, 'withdraws')) return [{ siren, on: within(3, 20, 'withdrawing'), kind: 'withdraw', token }];
      return onInvoice(chance, siren, today, mail);
    case 'payment-late':
      return draw(0.05, 'asks') ? onLateness(siren, within(1, 5, 'asking'), token, number) : [];
    case 'dues-unpaid':
      return draw(0.06, 'waived') ? [{ siren, on: within(5, 20, 'waiving'), kind: 'waive', number }] : [];
    case 'membership-lapsed':
      if (draw(0.1, 'applies')) return [{ siren, on: within(20, 90, 'applying'), kind: 'apply' }];
      return draw(0.12, 'rejoins') ? [{ siren, on: within(20, 120, 'rejoining'), kind: 'rejoin' }] : [];
    default:
      return [];
  }
};

/** What happens to a member in a year, whatever the cluster does: how likely each is. */
const LIFE = [
  ['move', 0.06],
  ['figures', 0.06],
  ['category', 0.02],
  ['resign', 0.05],
  ['transfer', 0.008],
  ['exclude', 0.005],
] as const;

/** What happens to a company between two days, both included. */
export const lifeOf = (chance: Chance, siren: string, from: string, to: string): Deed[] => {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, n) => n);
  return years.flatMap((n) => {
    const year = Number(from.slice(0, 4)) + n;
    return LIFE.flatMap(([kind, probability]): Deed[] => {
      if (!chance.happens(probability, kind, siren, year)) return [];
      const on = plusDays(`${year}-01-01`, chance.between(0, 364, 'day', kind, siren, year));
      return on < from || on > to ? [] : [{ siren, on, kind }];
    });
  });
};
