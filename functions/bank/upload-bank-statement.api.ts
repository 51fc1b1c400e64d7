import { createHash } from 'node:crypto';
import type { ParsedLine, StatementLine } from '../../domain/bank/line.ts';
import type { StoredStatement } from '../../domain/bank/stored.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { changeStatement, chunksOf, findStatement, keepStatement } from '../data/bank-statements.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { sha256 } from '../shared/tokens.ts';
import { readBankFile } from './read-file.ts';
import { startMatching } from './start-matching.ts';

/** Characters of a hash that identify a file or a line: 128 bits. */
const ID_LENGTH = 32;

/** The line by what it is known by: its own text says the same in whichever file it comes. */
const identified = ({ key, ...line }: ParsedLine): StatementLine => ({
  lineId: sha256(key).slice(0, ID_LENGTH),
  ...line,
});

/** Name of the execution that goes on with a file for the `attempt`-th time. */
const executionNameOf = (statementId: string, attempt: number): string =>
  attempt === 0 ? statementId : `${statementId}-${attempt}`;

/** A file whose matching failed is gone on with when it is sent again: by another execution, where it stopped. */
const goOn = (statementId: string): Promise<StoredStatement> =>
  changeStatement(statementId, (statement) => {
    if (statement.status !== 'failed') return null;
    const attempt = Number(statement.executionName.split('-')[1] ?? 0) + 1;
    return {
      ...statement,
      status: 'running',
      executionName: executionNameOf(statementId, attempt),
      started: false,
    };
  });

/** Takes a file of the bank, keeps its lines, and starts on them. The same file sent again is the same file. */
export const handler = api(ROUTES.UploadBankStatement, treasurer, async ({ file, query, caller, now }) => {
  const policies = await listDuesPolicies();
  const ibans = [...new Set(policies.map(({ seller }) => seller.iban))];
  const hash = createHash('sha256');
  const { statements, lines } = await readBankFile(file, ibans, (piece) => hash.update(piece));
  const statementId = hash.digest('hex').slice(0, ID_LENGTH);
  const chunks = chunksOf(lines.map(identified));
  const kept =
    (await findStatement(statementId)) === null &&
    (await keepStatement(
      {
        statementId,
        fileName: query.fileName,
        uploadedAt: now,
        uploadedBy: caller.name,
        statements,
        lines: lines.length,
        done: 0,
        counts: {},
        status: chunks.length === 0 ? 'done' : 'running',
        chunks: chunks.length,
        next: 0,
        executionName: executionNameOf(statementId, 0),
        // A file without lines has nothing to be started on.
        started: chunks.length === 0,
        version: 0,
      },
      chunks,
    ));
  if (!kept) await goOn(statementId);
  await startMatching(statementId);
  return { statementId, lines: lines.length, known: !kept };
});
