import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { parisDay } from '../../domain/time/paris.ts';
import { statementOfOpenInvoices } from '../bank/open-invoices.ts';
import { account } from '../cognito/accounts.ts';
import type { SignInDefinition } from '../cognito/definition.ts';
import type { SignInKeys } from '../cognito/keys.ts';
import { mintAccessToken } from '../cognito/tokens.ts';
import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import { languageOf } from '../pages/page.ts';
import type { Mailbox } from '../ses/mailbox.ts';
import { MAILBOX_PATH, mailboxPage, mailMessage, mailPage } from '../ses/mailbox-page.ts';
import type { CounterReport } from './counters.ts';
import type { RuntimeClock } from './kept-clock.ts';

export interface LocalRoutesOptions {
  readonly site: string;
  readonly mailbox: Mailbox;
  readonly clock: RuntimeClock;
  readonly signIn: { definition: SignInDefinition; issuer: string; keys: SignInKeys } | null;
  /** Null when nobody counts. */
  readonly counters: (() => Promise<CounterReport>) | null;
}

const TokenRequest = z.strictObject({ groups: z.array(z.string()).max(20), name: z.string().min(1).optional() });
const Advance = z.strictObject({ advance: z.string() });

/** The routes that exist on one machine alone, under `/local/`: mail, tokens, clock, counters, a bank file. */
export function localRoutes(options: LocalRoutesOptions) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const { method, path } = request;
    if (method === 'POST') {
      const refused = refuseOtherSites(request, options.site);
      if (refused !== null) return refused;
      if (path === '/local/token') return token(request, options);
      if (path === '/local/clock') return advance(request, options.clock);
    }
    if (method === 'GET' || method === 'HEAD') {
      if (path === '/local/mail') return json(200, options.mailbox.all(new URLSearchParams(request.query).get('to')));
      if (path === '/local/bank-statement') return bankStatement(options);
      if (path === '/local/clock') return clockState(options.clock);
      if (path === '/local/counters') return counters(options);
      if (path === MAILBOX_PATH || path.startsWith(`${MAILBOX_PATH}/`)) return mailPages(request, options.mailbox);
    }
    return json(404, { message: `There is no ${method} ${path} on this machine.` });
  };
}

/** A page of another site must not be able to act here: it can send no JSON without asking, and has another origin. */
function refuseOtherSites(request: HttpRequest, site: string): HttpResponse | null {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== site && origin !== site.replace('localhost', '127.0.0.1')) {
    return json(403, { message: 'Only pages of this site, and programs of this machine.' });
  }
  if (/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return null;
  return json(415, { message: 'Send JSON, with content-type: application/json.' });
}

/** A file of the bank in which every company pays what it owes: to be sent from the treasurer's pages. */
async function bankStatement({ signIn, clock, site }: LocalRoutesOptions): Promise<HttpResponse> {
  if (signIn === null) return json(404, { message: 'The stacks have no user pool.' });
  const subject = { ...account('treasurer', 'Compte treasurer'), username: 'treasurer', groups: ['treasurer'] };
  const accessToken = await mintAccessToken(subject, { ...signIn, now: clock.now() });
  const day = parisDay(new Date(clock.now()).toISOString());
  return {
    status: 200,
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="releve-${day}.xml"`,
    },
    body: await statementOfOpenInvoices(site, accessToken, day),
  };
}

async function token(request: HttpRequest, { signIn, clock }: LocalRoutesOptions): Promise<HttpResponse> {
  if (signIn === null) return json(404, { message: 'The stacks have no user pool.' });
  const asked = read(request, TokenRequest);
  if (asked === null) return json(400, { message: 'Send {"groups": ["admin"]}, and a "name" if you like.' });
  const { id, name } = account(asked.groups.join(' '), asked.name ?? `Compte ${asked.groups.join(' ')}`);
  const subject = { id, username: name, groups: asked.groups };
  const accessToken = await mintAccessToken(subject, { ...signIn, now: clock.now() });
  return json(200, { accessToken, tokenType: 'Bearer', expiresIn: signIn.definition.accessTokenSeconds });
}

const clockState = (clock: RuntimeClock): HttpResponse =>
  json(200, { now: new Date(clock.now()).toISOString(), simulated: clock.simulated !== null });

async function advance(request: HttpRequest, clock: RuntimeClock): Promise<HttpResponse> {
  const { simulated } = clock;
  if (simulated === null) {
    return json(409, {
      message: 'This runtime lives in real time. Start one with --clock 2026-01-05T09:00 to move it.',
    });
  }
  const asked = read(request, Advance);
  if (asked?.advance === 'next') {
    const moved = await simulated.next();
    return json(200, { now: new Date(clock.now()).toISOString(), simulated: true, moved });
  }
  const instant = asked === null ? null : later(clock.now(), asked.advance);
  if (instant === null)
    return json(400, {
      message: 'Send {"advance": "P30D"} (an ISO 8601 duration, of two years at most) or {"advance": "next"}.',
    });
  await simulated.advanceTo(instant);
  return clockState(clock);
}

/** How far the clock is moved at once: every schedule runs on the way, one every five minutes among them. */
const FURTHEST = { years: 2 };

/**
 * The instant a duration after `now`, days and months as in Paris; null for what is no duration, leads back, or further
 * than the clock is moved at once.
 */
function later(now: number, duration: string): number | null {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris');
    const end = start.add(Temporal.Duration.from(duration)).epochMilliseconds;
    return end >= now && end <= start.add(FURTHEST).epochMilliseconds ? end : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function counters(options: LocalRoutesOptions): Promise<HttpResponse> {
  if (options.counters !== null) return json(200, await options.counters());
  return json(404, { message: 'Nothing is counted: start the runtime with --count.' });
}

function mailPages(request: HttpRequest, mailbox: Mailbox): HttpResponse {
  const language = languageOf(request.query, request.headers['accept-language']);
  const [id, part] = request.path.slice(MAILBOX_PATH.length + 1).split('/');
  if (id === undefined || id === '') return mailboxPage(language, mailbox.all());
  const mail = mailbox.find(id);
  if (mail === undefined) return json(404, { message: 'There is no such mail.' });
  return part === 'message' ? mailMessage(mail) : mailPage(language, mail);
}

function read<T>(request: HttpRequest, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(request.body.toString()));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
