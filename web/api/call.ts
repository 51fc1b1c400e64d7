import i18next from 'i18next';
import type * as z from 'zod';
import { Problem } from '../../domain/contract/responses.ts';
import type { Route } from '../../domain/contract/route.ts';
import { ROUTES, type RouteName } from '../../domain/contract/routes.ts';
import { Failure, failureOf } from './failure.ts';
import { noteServerTime } from './server-time.ts';

type RouteOf<N extends RouteName> = (typeof ROUTES)[N];
type Part<N extends RouteName, K extends 'params' | 'query' | 'body'> =
  RouteOf<N> extends Record<K, infer S extends z.ZodType> ? Record<K, z.input<S>> : { [key in K]?: never };
type Proof<N extends RouteName> = RouteOf<N>['caller'] extends 'link'
  ? { link: string }
  : RouteOf<N>['caller'] extends 'staff'
    ? { bearer: string }
    : { link?: never; bearer?: never };
type Key<N extends RouteName> =
  RouteOf<N> extends { idempotent: true } ? { idempotencyKey: string } : { idempotencyKey?: never };

/** What a call of a route needs: what the route takes, the proof of who calls, and the key of a repeatable post. */
export type CallOptions<N extends RouteName> = Part<N, 'params'> &
  Part<N, 'query'> &
  Part<N, 'body'> &
  Proof<N> &
  Key<N> & {
    signal?: AbortSignal;
    /** Milliseconds before the call is given up. */
    timeout?: number;
  };
export type Answer<N extends RouteName> = z.output<RouteOf<N>['response']>;

/** Milliseconds a reader waits before being told; a slow telephone on a train still makes it. */
const TIMEOUT = 20_000;

/** The same, of any route: what a call is made of once the compiler has checked it against its own route. */
export type Parts = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  link?: string;
  bearer?: string;
  idempotencyKey?: string;
  signal?: AbortSignal;
  timeout?: number;
};

const entriesOf = (part: unknown): [string, unknown][] => Object.entries(part ?? {});

/** Where a call of a route goes. */
export const addressOf = (route: Route, { params, query }: Parts): string => {
  const values = new Map(entriesOf(params));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const search = new URLSearchParams(
    entriesOf(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return `/api${path}${search === '' ? '' : `?${search}`}`;
};

/** What a call says of itself. @param accept media types it reads */
export const headersOf = (
  { body, link, bearer, idempotencyKey }: Parts,
  accept = 'application/json',
): Record<string, string> => ({
  Accept: `${accept}, application/problem+json`,
  'Accept-Language': i18next.language,
  ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  ...(link === undefined ? {} : { Authorization: `Link ${link}` }),
  ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
  ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
});

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null; // Not JSON: the caller judges by the status.
    throw error;
  }
};

/**
 * Sends what a route takes and reads what comes back.
 * @param read reads an answer that is no refusal
 * @throws Failure for every way it can go wrong, and the signal's reason when the caller gave up
 */
export const send = async <T>(
  route: Route,
  parts: Parts,
  read: (response: Response) => Promise<T>,
  accept?: string,
): Promise<T> => {
  const { signal, timeout = TIMEOUT } = parts;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeout);
  const giveUp = () => limit.abort();
  signal?.addEventListener('abort', giveUp);
  try {
    const response = await fetch(addressOf(route, parts), {
      method: route.method,
      headers: headersOf(parts, accept),
      body: parts.body === undefined ? undefined : JSON.stringify(parts.body),
      signal: limit.signal,
      cache: 'no-store',
    });
    noteServerTime(response.headers);
    if (!response.ok) throw failureOf(response.status, Problem.safeParse(await jsonOf(response)).data ?? null);
    return await read(response);
  } catch (error) {
    if (error instanceof Failure) throw error;
    signal?.throwIfAborted();
    if (limit.signal.aborted) throw new Failure('timeout', null, null, { cause: error });
    throw new Failure(navigator.onLine ? 'network' : 'offline', null, null, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
};

/**
 * Calls a route of the contract and reads its answer with the contract's schema.
 * @throws Failure for every way it can go wrong, and the signal's reason when the caller gave up
 */
export const call = <N extends RouteName>(name: N, options: CallOptions<N>): Promise<Answer<N>> => {
  const route: Route = ROUTES[name];
  return send(route, options, async (response) => {
    const answer = route.response.safeParse(await jsonOf(response));
    if (!answer.success) throw new Failure('unexpected', response.status, null, { cause: answer.error });
    // The schema that parsed it is the one the type is inferred from.
    return answer.data as Answer<N>;
  });
};
