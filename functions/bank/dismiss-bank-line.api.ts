import type { StoredLine } from '../../domain/bank/stored.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { suspenseSetAside } from '../../domain/ledger/postings.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { getLine, lineWrite } from '../data/bank-lines.ts';
import { ledgerWrite } from '../data/ledger.ts';
import { transact, type Write } from '../data/table.ts';
import { untilWritten } from '../data/until-written.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { pieceOf } from './line-in-file.ts';
import { recounted } from './recount.ts';
import { bankLineView } from './views.ts';

/** What stood in suspense leaves these books; nothing was booked of another currency. */
const outOfSuspense = (line: StoredLine, reason: string, now: string): Write[] => {
  if (line.state !== 'unknown') return [];
  const date = parisDay(now);
  const movement = {
    key: `bank-line:${line.lineId}:set-aside`,
    date,
    piece: pieceOf(line),
    pieceDate: line.bookedOn,
    label: reason.replace(/\s+/g, ' ').slice(0, 100),
    at: now,
  };
  return [ledgerWrite(suspenseSetAside(movement, line.cents), null)];
};

const dismiss = (lineId: string, reason: string, by: Actor, now: string): Promise<void> =>
  untilWritten(async () => {
    const line = await getLine(lineId);
    if (line.state !== 'unknown' && line.state !== 'other-currency') throw new Refusal('line-closed');
    const after: StoredLine = { ...line, state: 'dismissed', why: 'set-aside', comment: reason, by, at: now };
    await transact([lineWrite(line, after), await recounted(line, after), ...outOfSuspense(line, reason, now)]);
  });

/** Sets aside a line that is not ours to match, with a reason. */
export const handler = api(ROUTES.DismissBankLine, treasurer, async ({ params, body, caller, now, language }) => {
  await dismiss(params.id, body.reason, { kind: 'staff', id: caller.id, name: caller.name }, now);
  return bankLineView(await getLine(params.id), language);
});
