import { TellPayersInput, TellPayersOutput } from '../../domain/bank/steps.ts';
import type { StoredLine } from '../../domain/bank/stored.ts';
import { TransientError } from '../../domain/errors.ts';
import { findLineAt } from '../data/bank-lines.ts';
import { getChunk, getStatement } from '../data/bank-statements.ts';
import { logger } from '../shared/observability.ts';
import { task } from '../shared/task.ts';
import { tellOfLine } from './tell-of-line.ts';

/** Mails sent at once: SES takes fourteen a second of a new account. */
const AT_ONCE = 4;

/** One company that cannot be told keeps no other from being told. @throws TransientError: the whole part runs again */
const tell = async (line: StoredLine, now: string): Promise<void> => {
  try {
    await tellOfLine(line, now);
  } catch (error) {
    if (error instanceof TransientError) throw error;
    logger.error('payer not told', error instanceof Error ? error : new Error(String(error)));
  }
};

/** Tells the companies of one part of a file, each once, whatever runs again. */
export const handler = task(TellPayersInput, TellPayersOutput, async ({ statementId, chunk, now }) => {
  const { chunks } = await getStatement(statementId);
  if (chunk >= chunks) return { next: null };
  const { from, lines } = await getChunk(statementId, chunk);
  const waiting = lines.map((_, index) => from + index);
  const worker = async (): Promise<void> => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      const line = await findLineAt({ statementId, place });
      if (line !== null) await tell(line, now);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { next: chunk + 1 < chunks ? chunk + 1 : null };
});
