import type * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/task/task.ts';
import { fieldErrors } from '../../domain/text/field-errors.ts';
import type { Circumstances } from '../applications/consent.ts';
import type { StoredTask } from '../data/tasks.ts';
import { logger } from '../shared/observability.ts';
import { sha256 } from '../shared/tokens.ts';
import { deliver } from './deliver.ts';

/** An answer as it comes in. */
export type AnswerPost = {
  taskId: string;
  /** Not yet parsed: its shape depends on the task's kind. */
  body: unknown;
  bodySha256: string;
  idempotencyKey: string | null;
  by: Actor;
  circumstances: Circumstances;
  /** Hash of the private link it came through; null for staff. */
  linkSha256: string | null;
  /** @throws Refusal when whoever answers may not answer this task */
  authorize: (task: StoredTask, application: Application) => void;
};

/** The same post again; another with its key is refused. @throws Refusal `idempotency-key-reused` */
export const isRepeated = (
  { answeredWith }: StoredTask,
  post: { idempotencyKey: string | null; bodySha256: string },
): boolean => {
  if (answeredWith === null || post.idempotencyKey === null) return false;
  if (answeredWith.keySha256 !== sha256(post.idempotencyKey)) return false;
  if (answeredWith.bodySha256 !== post.bodySha256) throw new Refusal('idempotency-key-reused');
  return true;
};

/** Which post a task was answered with, as it is kept. */
export const answeredWith = ({ idempotencyKey, bodySha256 }: AnswerPost): StoredTask['answeredWith'] => ({
  keySha256: idempotencyKey === null ? null : sha256(idempotencyKey),
  bodySha256,
});

const isZodError = (error: unknown): error is z.ZodError => error instanceof Error && error.name === 'ZodError';

/** Reads an answer. @throws Refusal `invalid-fields` when its shape is wrong */
export const readAnswer = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (isZodError(error)) throw new Refusal('invalid-fields', { errors: fieldErrors(error) });
    throw error;
  }
};

/** Delivers what has just been stored. A failure is left to the redelivery job: the answer itself is safe. */
export const delivered = async (task: StoredTask | undefined): Promise<'answered' | 'delivered'> => {
  try {
    if (task?.status === 'answered') await deliver(task);
    return 'delivered';
  } catch (error) {
    logger.warn('answer not delivered yet', error instanceof Error ? error : new Error(String(error)));
    return 'answered';
  }
};
