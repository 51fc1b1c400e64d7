import type { Problem } from '../../domain/contract/responses.ts';
import { PROBLEMS, type ProblemType } from '../../domain/errors.ts';

/** What can go wrong between the page and the API that the API itself does not say. */
const CONNECTION_TROUBLES = ['offline', 'network', 'timeout', 'unexpected'] as const;
export type ConnectionTrouble = (typeof CONNECTION_TROUBLES)[number];
export type FailureReason = ProblemType | ConnectionTrouble;
export type FailedField = NonNullable<Problem['errors']>[number];

/**
 * A call that did not give what was asked. `reason` is what pages switch on; `fields` are the field errors of a 422, in
 * the language the page asked for.
 */
export class Failure extends Error {
  override name = 'Failure';
  constructor(
    readonly reason: FailureReason,
    readonly status: number | null = null,
    readonly problem: Problem | null = null,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
  get fields(): readonly FailedField[] {
    return this.problem?.errors ?? [];
  }
  /** True when the same call may well succeed if made again: nothing is wrong with what was asked. */
  get passing(): boolean {
    return PASSING.has(this.reason);
  }
}

/** Tells the troubles on the way from the refusals of the API. */
export const isConnectionTrouble = (reason: FailureReason): reason is ConnectionTrouble =>
  CONNECTION_TROUBLES.some((trouble) => trouble === reason);

const PASSING: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'offline',
  'network',
  'timeout',
  'unexpected',
  'unavailable',
  'too-many-requests',
]);

const PREFIX = 'urn:traboule:problem:';
const isProblemType = (name: string): name is ProblemType => Object.hasOwn(PROBLEMS, name);

/** What a status means where nobody said more: the gateway and the firewall refuse in their own words. */
const byStatus = (status: number): FailureReason => {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'body-too-large';
  if (status === 429) return 'too-many-requests';
  return status >= 500 ? 'unavailable' : 'unexpected';
};

/**
 * Turns a refused answer into a failure.
 * @param status HTTP status, 400 or more
 * @param problem what it said, or null when it was not a problem of the contract
 */
export const failureOf = (status: number, problem: Problem | null): Failure => {
  const name = problem?.type.startsWith(PREFIX) === true ? problem.type.slice(PREFIX.length) : '';
  return new Failure(isProblemType(name) ? name : byStatus(status), status, problem);
};

/** The failure behind anything thrown by a call: what is not a failure of ours is one we did not expect. */
export const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure('unexpected', null, null, { cause: error });
