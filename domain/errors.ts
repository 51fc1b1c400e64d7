/**
 * Names of the errors that cross a boundary: a Lambda throws them, a state machine retries or catches them.
 * Both sides use these constants, so a name cannot be typed twice and differ.
 */
export const ErrorName = {
  DuplicateCompany: 'DuplicateCompanyError',
  ApplicationWithdrawn: 'ApplicationWithdrawnError',
  CaseClosed: 'CaseClosedError',
  MembershipEnded: 'MembershipEndedError',
  TransientStore: 'TransientStoreError',
  TransientMail: 'TransientMailError',
  TransientWorkflow: 'TransientWorkflowError',
  TransientPayment: 'TransientPaymentError',
} as const;
export type ErrorName = (typeof ErrorName)[keyof typeof ErrorName];

/** An outcome of the business: caught by the workflow, never retried. */
export abstract class BusinessError extends Error {
  abstract override name: ErrorName;
}

/** Another live application, or a membership, holds this SIREN. */
export class DuplicateCompanyError extends BusinessError {
  override name = ErrorName.DuplicateCompany;
  constructor(readonly siren: string) {
    // Step Functions keeps the message, and the SIREN of a sole trader is personal data: it stays out.
    super('The company already has a live application or a membership.');
  }
}

/** The applicant withdrew: the workflow stops asking and ends in order. */
export class ApplicationWithdrawnError extends BusinessError {
  override name = ErrorName.ApplicationWithdrawn;
  constructor(readonly applicationId: string) {
    super(`The application ${applicationId} was withdrawn by the applicant.`);
  }
}

/** The company withdrew its candidacy, or left the cluster: its screening stops asking and ends in order. */
export class CaseClosedError extends BusinessError {
  override name = ErrorName.CaseClosed;
  constructor(readonly caseId: string) {
    super(`The case ${caseId} was closed before its end.`);
  }
}

/** There is nothing to renew any more: the member resigned, was excluded, or joined again for another period. */
export class MembershipEndedError extends BusinessError {
  override name = ErrorName.MembershipEnded;
  constructor(readonly memberNumber: string) {
    super(`The member ${memberNumber} has nothing to renew any more.`);
  }
}

/** A passing fault of something we depend on: retried with backoff. */
export abstract class TransientError extends Error {
  abstract override name: ErrorName;
}
export class TransientStoreError extends TransientError {
  override name = ErrorName.TransientStore;
}
export class TransientMailError extends TransientError {
  override name = ErrorName.TransientMail;
}
export class TransientWorkflowError extends TransientError {
  override name = ErrorName.TransientWorkflow;
}
/** The service that takes cards does not answer. */
export class TransientPaymentError extends TransientError {
  override name = ErrorName.TransientPayment;
}

/**
 * The stable `type` of each refusal the API gives (RFC 9457), with its HTTP status.
 * Clients switch on the type; the title and detail are for people.
 */
export const PROBLEMS = {
  'invalid-body': 400,
  'invalid-query': 400,
  'invalid-signature': 400,
  unauthorized: 401,
  'invalid-link': 401,
  forbidden: 403,
  'wrong-antenna': 403,
  'mailed-link-required': 403,
  'not-sitting': 403,
  'not-found': 404,
  'card-payment-off': 404,
  'duplicate-company': 409,
  'task-already-answered': 409,
  'task-closed': 409,
  'application-closed': 409,
  'version-conflict': 409,
  'not-restartable': 409,
  'not-redrivable': 409,
  'not-running': 409,
  'invoice-settled': 409,
  'delay-already-asked': 409,
  'no-delay-asked': 409,
  'line-closed': 409,
  'nothing-held': 409,
  'not-a-member': 409,
  'case-open': 409,
  'case-closed': 409,
  'in-programme': 409,
  'declaration-required': 409,
  'conflict-declared': 409,
  'already-voted': 409,
  'vote-closed': 409,
  'seat-fixed': 409,
  'member-left': 409,
  'no-recipient': 409,
  'still-member': 409,
  'resignation-too-late': 409,
  'membership-runs': 409,
  'application-runs': 409,
  'claim-open': 409,
  'not-in-good-standing': 409,
  'expired-link': 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-fields': 422,
  'not-xml': 422,
  'not-camt053': 422,
  'other-account': 422,
  'idempotency-key-reused': 422,
  'file-too-large': 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const;
export type ProblemType = keyof typeof PROBLEMS;

/** One thing wrong with one field. `path` is dotted, as in `company.siren` or `figures.0.turnover`. */
export type FieldError = { path: string; code: string; params?: Record<string, string | number> };

/** A refusal, thrown by rules and data clients, turned into `application/problem+json` by the API middleware. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly type: ProblemType,
    readonly details: { errors?: FieldError[]; params?: Record<string, string | number> } = {},
  ) {
    super(type);
  }
  /** HTTP status of the refusal. */
  get status(): number {
    return PROBLEMS[this.type];
  }
}
