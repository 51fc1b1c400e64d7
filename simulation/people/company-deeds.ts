import * as z from 'zod';
import type { RouteName } from '../../domain/contract/routes.ts';
import { formatMemberNumber } from '../../domain/member/admit.ts';
import type { Member } from '../../domain/member/member.ts';
import { plusDays } from '../../domain/member/period.ts';
import { findMember } from '../../functions/data/members.ts';
import { findReceivable } from '../../functions/data/receivables.ts';
import type { Chance } from '../chance.ts';
import type { CallOptions, Reply } from '../world/calls.ts';
import { type Company, companyOf, nextFigures, sirenOf } from './companies.ts';
import type { Deed } from './deeds.ts';
import { CONTESTED, TOWNS } from './words.ts';

const LinkPage = z.object({
  openTasks: z.array(z.object({ taskId: z.string(), kind: z.string(), answerable: z.boolean() })),
});

/** Invented companies that others merge into have numbers from here on. */
const SUCCESSORS = 50_000;
/** What a company that pays too much pays beside what it owes, in cents. */
const TOO_MUCH = 10_00;
const HEAD_OFFICE = ['admin'];
const TREASURER = ['treasurer'];

type Ports = {
  chance: Chance;
  call: (name: RouteName, options: CallOptions) => Promise<Reply>;
  /** The company of a SIREN, as it was made. */
  company: (siren: string) => Company;
  /** Number of the membership of a company; null while it has none. */
  numberOf: (siren: string) => string | null;
};

/**
 * Does what companies have in mind, through the API, each with a key of its own: done again after a kill, it is done
 * once. What is refused, because things have moved on since, is let be: the company reads the refusal.
 */
export class CompanyDeeds {
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** @param today ISO 8601 date */
  async do(deed: Deed, today: string): Promise<void> {
    switch (deed.kind) {
      case 'apply':
        return this.#apply(deed.siren, today);
      case 'confirm-email':
        return this.#answer(deed.token, 'confirm-email', {});
      case 'correct':
        return this.#answer(deed.token, 'correct-application', { application: this.#corrected(deed.siren, today) });
      case 'confirm-figures':
        return this.#confirmFigures(deed, today);
      case 'withdraw':
        return this.#call('WithdrawApplication', { link: deed.token });
      case 'pay':
        return this.#pay(deed, today);
      case 'ask-delay':
        return this.#call('AskDelay', {
          link: deed.token,
          params: { number: deed.number },
          body: { until: plusDays(today, 30), reason: 'Un client nous paie plus tard.' },
        });
      case 'decide-delay':
        return this.#call('DecideDelay', {
          staff: TREASURER,
          params: { number: deed.number },
          body: { decision: this.#ports.chance.happens(0.8, 'grants', deed.siren, today) ? 'grant' : 'decline' },
        });
      case 'waive':
        return this.#call('WaiveInvoice', {
          staff: TREASURER,
          params: { number: deed.number },
          body: { cents: null, reason: 'Difficultés de trésorerie.' },
          idempotencyKey: `waives-${deed.number}`,
        });
      default:
        return this.#ofMember(deed.siren, deed.kind, today);
    }
  }

  async #call(name: RouteName, options: CallOptions): Promise<void> {
    await this.#ports.call(name, options);
  }

  #apply(siren: string, today: string): Promise<void> {
    const { index } = this.#ports.company(siren);
    const { form } = companyOf(this.#ports.chance, index, today);
    return this.#call('SubmitApplication', { body: form, idempotencyKey: `applies-${siren}-${today}` });
  }

  async #answer(token: string, kind: string, body: unknown): Promise<void> {
    const page = await this.#ports.call('GetLinkApplication', { link: token });
    if (page.problem !== null) return;
    const task = LinkPage.parse(page.body).openTasks.find((each) => each.kind === kind && each.answerable);
    if (task === undefined) return;
    const idempotencyKey = `answers-${task.taskId}`;
    await this.#call('AnswerLinkTask', { link: token, params: { id: task.taskId }, body, idempotencyKey });
  }

  #corrected(siren: string, today: string) {
    const { index } = this.#ports.company(siren);
    const { form } = companyOf(this.#ports.chance, index, today);
    return { ...form, contact: { ...form.contact, role: 'Direction générale' } };
  }

  async #confirmFigures({ siren, token }: Deed & { kind: 'confirm-figures' }, today: string): Promise<void> {
    const member = await this.#member(siren);
    if (member === null) return;
    await this.#answer(token, 'confirm-figures', { figures: this.#figures(siren, member, today) });
  }

  async #pay({ siren, number, share }: Deed & { kind: 'pay' }, today: string): Promise<void> {
    const owed = await findReceivable(number);
    if (owed === null) return;
    const half = Math.floor(owed.totalCents / 2);
    const cents = { whole: owed.totalCents, half, rest: owed.totalCents - half, more: owed.totalCents + TOO_MUCH }[
      share
    ];
    const method = this.#ports.chance.happens(0.06, 'cheque', siren, today) ? 'cheque' : 'transfer';
    await this.#call('PayInvoice', {
      staff: TREASURER,
      params: { number },
      body: { method, cents, receivedOn: today, note: '' },
      idempotencyKey: `pays-${number}-${share}`,
    });
  }

  async #member(siren: string): Promise<Member | null> {
    const number = this.#ports.numberOf(siren);
    return number === null ? null : findMember(number);
  }

  #figures(siren: string, { figures }: Member, today: string) {
    const year = Number(today.slice(0, 4)) - 1;
    const last = figures.filter((known) => known.year < year).at(-1) ?? figures[0];
    if (last === undefined) throw new Error(`${siren} has no figures.`);
    return nextFigures(this.#ports.chance, siren, last, year);
  }

  async #ofMember(siren: string, kind: Exclude<Deed['kind'], never>, today: string): Promise<void> {
    const { chance } = this.#ports;
    const member = await this.#member(siren);
    if (member === null) return;
    const staff = HEAD_OFFICE;
    const params = { id: member.number };
    const body = { comment: '' };
    switch (kind) {
      case 'resign': {
        const letter = { params, staff, body: { receivedOn: today, late: false, ...body } };
        const { problem } = await this.#ports.call('TakeResignation', letter);
        if (problem !== 'resignation-too-late') return;
        return this.#call('TakeResignation', { ...letter, body: { ...letter.body, late: true } });
      }
      case 'exclude':
        return this.#call('ExcludeMember', { params, staff, body: { reason: 'Manquement à la charte.' } });
      case 'rejoin':
        return this.#call('RejoinMember', { params, staff, body });
      case 'category': {
        const category = chance.oneOf(['company', 'startup', 'institution'], 'becomes', siren, today);
        return this.#call('ChangeMemberCategory', { params, staff, body: { category, ...body } });
      }
      case 'figures': {
        const figures = this.#figures(siren, member, today);
        return this.#call('ChangeMemberFigures', { params, staff, body: { figures, ...body } });
      }
      case 'move': {
        const town = chance.oneOf(TOWNS as [(typeof TOWNS)[number], ...typeof TOWNS], 'moves', siren, today);
        const where = chance.happens(0.15, 'moves-contested', siren, today)
          ? chance.oneOf(CONTESTED, 'moves-to', siren, today)
          : chance.oneOf(town.places, 'moves-to', siren, today);
        const establishment = { siret: null, street: member.establishment.street, ...where };
        return this.#call('MoveMember', { params, staff, body: { establishment, ...body } });
      }
      case 'transfer': {
        const index = SUCCESSORS + this.#ports.company(siren).index;
        const company = {
          siren: sirenOf(index),
          legalName: `Groupe ${member.company.legalName}`.slice(0, 200),
          siret: null,
        };
        return this.#call('TransferMember', { params, staff, body: { company, reason: 'Fusion.' } });
      }
      default:
        throw new Error(`${kind} is nothing that staff do with a member.`);
    }
  }
}

/** Number of the member that was the n-th there when the year began, from 0. */
export const settledNumber = (index: number): string => formatMemberNumber(index + 1);
