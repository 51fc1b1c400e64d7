import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { BusinessError } from '../../domain/errors.ts';
import { logger } from './observability.ts';

/** Logs errors and lets them through: Step Functions retries and catches them by their name. */
const logErrors = (): MiddlewareObj => ({
  onError: ({ error }) => {
    if (error instanceof BusinessError) logger.info('ended', { outcome: error.name });
    else logger.error('failed', error instanceof Error ? error : new Error(String(error)));
  },
});

/** What a handler is told of its own call. */
export type Call = Pick<Context, 'getRemainingTimeInMillis'>;

const wrapped = <Output>(run: (event: unknown, call: Call) => Promise<Output>) =>
  middy<unknown, Output>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logErrors())
    .handler(run);

/**
 * A handler of a workflow's task. It may run again at any point, with the same input or with another token.
 * @param run parses nothing and reads no clock: what it is given is checked, `now` included
 * @throws what `run` throws, under its name; ZodError when input or output are not what the workflow was written for
 */
export const task = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  run: (input: z.infer<I>) => Promise<z.input<O>>,
) =>
  wrapped(async (event) => {
    const parsed = input.parse(event);
    const identified = z.object({ applicationId: z.string() }).safeParse(parsed);
    if (identified.success) logger.appendKeys(identified.data);
    return output.parse(await run(parsed));
  });

/**
 * A handler that a schedule or an event calls. It may run twice for one event.
 * @throws what `run` throws: the caller tries again, and keeps in its dead-letter queue what never succeeds
 */
export const job = <I extends z.ZodType>(input: I, run: (input: z.infer<I>, call: Call) => Promise<void>) =>
  wrapped((event, call) => run(input.parse(event), call));
