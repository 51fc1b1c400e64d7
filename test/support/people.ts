import * as z from 'zod';
import type { ApplicationForm } from '../../domain/application/form.ts';
import { MemberPage } from '../../domain/contract/directory-responses.ts';
import { InvoiceAccepted, StaffInvoicePage } from '../../domain/contract/dues-responses.ts';
import { AnswerAccepted, ApplicationAccepted, StaffTaskPage } from '../../domain/contract/responses.ts';
import type { TestRuntime } from './runtime.ts';

const OpenTasks = z.object({
  openTasks: z.array(z.object({ taskId: z.string(), kind: z.string(), answerable: z.boolean() })),
});

/** How many requests are under way at once: what a few people and a script do, not a flood. */
const AT_ONCE = 8;

/** Runs work over a list, a few at a time. */
const each = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

type Call = { body?: unknown; authorization?: string; idempotencyKey?: string };

/** Everybody who takes part in joining, acting through the real API of a runtime: applicants with their mail, staff. */
export class People {
  readonly #runtime: TestRuntime;
  readonly #authorization: string;
  /** What was answered already, so that the next round leaves it alone. */
  readonly #done = new Set<string>();

  private constructor(runtime: TestRuntime, token: string) {
    this.#runtime = runtime;
    this.#authorization = `Bearer ${token}`;
  }

  /** Staff are the head office, which may answer everything. */
  static async of(runtime: TestRuntime): Promise<People> {
    return new People(runtime, await runtime.token('admin'));
  }

  /** Calls the API and parses what it answers. @throws Error with the answer when it is a refusal */
  async call<T extends z.ZodType>(schema: T, method: string, path: string, options: Call = {}): Promise<z.infer<T>> {
    const { body, authorization, idempotencyKey } = options;
    const response = await fetch(`${this.#runtime.site}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization === undefined ? {} : { authorization }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return schema.parse(JSON.parse(text));
  }

  /** Posts the forms, each with a key of its own, so that the same forms may be posted again. */
  async apply(forms: readonly ApplicationForm[]): Promise<void> {
    await each(forms, async (form) => {
      const idempotencyKey = `form-of-company-${form.company.siren}`;
      await this.call(ApplicationAccepted, 'POST', '/api/applications', { body: form, idempotencyKey });
    });
  }

  /** Confirms every address whose mail has come. @returns how many links there were */
  async confirm(): Promise<number> {
    const lettersOf = new Map<string, string[]>();
    for (const { to, template, text } of await this.#runtime.mail()) {
      const token = template?.includes('confirm-email') ? /\/application#([\w-]+)/.exec(text ?? '')?.[1] : undefined;
      if (token !== undefined) lettersOf.set(to, [...(lettersOf.get(to) ?? []), token]);
    }
    const letters = [...lettersOf.values()].map((own) => this.#fresh(own)).filter((own) => own.length > 0);
    // A mail comes twice when the power goes right after it: a person with two letters opens one after the other.
    await each(letters, async (own) => {
      for (const token of own) {
        const authorization = `Link ${token}`;
        const { openTasks } = await this.call(OpenTasks, 'GET', '/api/link/application', { authorization });
        const task = openTasks.find(({ kind, answerable }) => kind === 'confirm-email' && answerable);
        if (task !== undefined) await this.#answer('link', task.taskId, authorization, {});
        this.#done.add(token);
      }
    });
    return letters.flat().length;
  }

  /** Approves the applications that wait for a decision, a page of them. @returns how many there were */
  async approve(): Promise<number> {
    const authorization = this.#authorization;
    const path = '/api/staff/tasks?kind=review-application&limit=100';
    const { items } = await this.call(StaffTaskPage, 'GET', path, { authorization });
    const fresh = this.#fresh(items.map(({ taskId }) => taskId));
    await each(fresh, async (taskId) => {
      await this.#answer('staff', taskId, authorization, { decision: 'approve', comment: '' });
      this.#done.add(taskId);
    });
    return fresh.length;
  }

  /** Enters the payment of the invoices that are open, a page of them. @returns how many there were */
  async pay(): Promise<number> {
    const authorization = this.#authorization;
    const path = '/api/staff/invoices?status=open&limit=100';
    const { items } = await this.call(StaffInvoicePage, 'GET', path, { authorization });
    const fresh = items.filter(({ number }) => !this.#done.has(number));
    await each(fresh, async ({ number, balanceCents: cents, issuedOn: receivedOn }) => {
      const body = { method: 'transfer', cents, receivedOn, note: '' };
      const options = { authorization, body, idempotencyKey: `pays-${number}` };
      await this.call(InvoiceAccepted, 'POST', `/api/staff/invoices/${number}/payment`, options);
      this.#done.add(number);
    });
    return fresh.length;
  }

  /** SIREN of every member, by number. */
  async members(): Promise<string[]> {
    const sirens: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: z.infer<typeof MemberPage> = await this.call(
        MemberPage,
        'GET',
        `/api/staff/members?limit=100${query}`,
        { authorization: this.#authorization },
      );
      sirens.push(...page.items.map(({ siren }) => siren));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return sirens;
  }

  /** Confirms, approves and pays until there are so many members; `between` is done after each round. */
  async goOnUntil(members: number, between: () => Promise<unknown>): Promise<void> {
    let answered = Number.POSITIVE_INFINITY;
    // The directory is read only when there is nothing else to do: it is the largest page of all.
    while (answered > 0 || (await this.members()).length < members) {
      const [confirmed, approved, paid] = await Promise.all([this.confirm(), this.approve(), this.pay()]);
      answered = confirmed + approved + paid;
      await between();
    }
  }

  #fresh(ids: string[]): string[] {
    return ids.filter((id) => !this.#done.has(id));
  }

  async #answer(caller: 'link' | 'staff', taskId: string, authorization: string, body: unknown): Promise<void> {
    const path = `/api/${caller}/tasks/${encodeURIComponent(taskId)}/answer`;
    await this.call(AnswerAccepted, 'POST', path, { authorization, body });
  }
}
