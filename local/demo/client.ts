import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

const Mail = z.object({ text: z.string().nullable() });
const LinkApplication = z.object({
  form: z.record(z.string(), z.unknown()),
  openTasks: z.array(z.object({ taskId: z.string(), kind: z.string() })),
});
const TaskPage = z.object({
  items: z.array(z.object({ taskId: z.string(), applicationId: z.string(), kind: z.string() })),
  nextCursor: z.string().nullable(),
});

const InvoicePage = z.object({
  items: z.array(z.object({ number: z.string(), balanceCents: z.number(), issuedOn: z.string() })),
});

/** How often the API is asked for something that a workflow is about to make. */
const ATTEMPTS = 200;
const PAUSE = 25;

/** A private link, and what it leads to. */
export interface Link {
  readonly token: string;
  readonly applicationId: string;
}

/** Uses the product as people do: through its API, their mail and the clock. Any refusal is thrown. */
export class DemoClient {
  readonly #site: string;

  /** @param site origin of the site */
  constructor(site: string) {
    this.#site = site;
  }

  /** Sends a form. @returns the id of the application */
  async apply(form: unknown): Promise<string> {
    const answer = await this.#send('POST', '/api/applications', {}, form);
    return z.object({ applicationId: z.string() }).parse(answer).applicationId;
  }

  /** The link in the latest mail to an address. */
  async link(applicationId: string, email: string): Promise<Link> {
    const token = await this.sought(`a mail to ${email}`, async () => {
      const address = `/local/mail?to=${encodeURIComponent(email)}`;
      const latest = z
        .array(Mail)
        .parse(await this.#send('GET', address, {}))
        .at(-1);
      return /\/application#([\w-]+)/.exec(latest?.text ?? '')?.[1];
    });
    return { token, applicationId };
  }

  /** Answers the open task of that kind behind a link; the answer may depend on the form as it stands. */
  async answerByLink(link: Link, kind: string, answer: (form: Record<string, unknown>) => unknown): Promise<void> {
    const headers = { authorization: `Link ${link.token}` };
    const { form, taskId } = await this.sought(`${kind} of ${link.applicationId}`, async () => {
      const found = LinkApplication.parse(await this.#send('GET', '/api/link/application', headers));
      const task = found.openTasks.find((open) => open.kind === kind);
      return task && { form: found.form, taskId: task.taskId };
    });
    await this.#send('POST', `/api/link/tasks/${encodeURIComponent(taskId)}/answer`, headers, answer(form));
  }

  async withdraw(link: Link): Promise<void> {
    await this.#send('DELETE', '/api/link/application', { authorization: `Link ${link.token}` });
  }

  /** Answers a task of the inbox as a member of staff of that group. */
  async answerAsStaff(
    group: string,
    name: string,
    task: { applicationId: string; kind: string },
    answer: unknown,
  ): Promise<void> {
    const headers = await this.#staff(group, name);
    const taskId = await this.sought(`${task.kind} of ${task.applicationId}`, () => this.#findTask(headers, task));
    await this.#send('POST', `/api/staff/tasks/${encodeURIComponent(taskId)}/answer`, headers, answer);
  }

  /** Enters the payment of the open invoice of a company, as the treasurer. */
  async pay(name: string, siren: string): Promise<void> {
    const headers = await this.#staff('treasurer', name);
    const { number, balanceCents, issuedOn } = await this.sought(`an invoice of ${siren}`, async () => {
      const found = await this.#send('GET', `/api/staff/invoices?status=open&q=${siren}`, headers);
      return InvoicePage.parse(found).items.at(0);
    });
    const payment = { method: 'transfer', cents: balanceCents, receivedOn: issuedOn, note: '' };
    await this.#send('POST', `/api/staff/invoices/${number}/payment`, headers, payment);
  }

  /** Calls the API through a private link. */
  async byLink(link: Link, method: string, path: string, body?: unknown): Promise<void> {
    await this.#send(method, path, { authorization: `Link ${link.token}` }, body);
  }

  /** Calls the API as a member of staff of that group. @returns what it answers */
  async asStaff(group: string, name: string, method: string, path: string, body?: unknown): Promise<unknown> {
    return this.#send(method, path, await this.#staff(group, name), body);
  }

  /** Moves the clock forward to an instant, in epoch milliseconds; everything due on the way happens. */
  async moveTo(instant: number): Promise<void> {
    const { now } = z.object({ now: z.string() }).parse(await this.#send('GET', '/local/clock', {}));
    const seconds = Math.max(0, Math.floor((instant - Date.parse(now)) / 1000));
    await this.#send('POST', '/local/clock', {}, { advance: `PT${seconds}S` });
  }

  /** The headers of a member of staff of that group. */
  async #staff(group: string, name: string): Promise<Record<string, string>> {
    const { accessToken } = z
      .object({ accessToken: z.string() })
      .parse(await this.#send('POST', '/local/token', {}, { groups: [group], name }));
    return { authorization: `Bearer ${accessToken}` };
  }

  async #findTask(headers: Record<string, string>, task: { applicationId: string; kind: string }) {
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: z.infer<typeof TaskPage> = TaskPage.parse(
        await this.#send('GET', `/api/staff/tasks?limit=100${query}`, headers),
      );
      const found = page.items.find((item) => item.applicationId === task.applicationId && item.kind === task.kind);
      if (found !== undefined) return found.taskId;
      cursor = page.nextCursor;
    } while (cursor !== null);
    return undefined;
  }

  /** What `look` finds, as soon as it finds it. */
  async sought<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await wait(PAUSE);
    }
    throw new Error(`There is no ${what}.`);
  }

  async #send(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#site}${path}`, {
      method,
      headers: {
        ...headers,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
}
