import { MAILING_ROUTES } from '../../domain/contract/mailing-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { leftOutCounts } from '../../domain/mailing/mailing.ts';
import { taskScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { keepMailing } from '../data/mailings.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { newSalt } from '../shared/tokens.ts';
import { findAudience } from './audience.ts';
import { startMailing } from './start.ts';

/** Sends a message to the members a filter means now: they are written down first, then it leaves by its workflow. */
export const handler = api(MAILING_ROUTES.StartMailing, staff, async (request) => {
  const { caller, body: form, now } = request;
  const antennas = antennasToList(taskScope(caller), form.filter.antenna);
  const audience = await findAudience({ antennas, filter: form.filter, today: parisDay(now) });
  const { recipients } = audience;
  if (recipients.length === 0) throw new Refusal('no-recipient');
  const mailing = {
    mailingId: `mailing-${newSalt()}`,
    at: now,
    by: { id: caller.id, name: caller.name },
    antennas: antennas === undefined ? null : [...antennas],
    form,
    recipients: recipients.length,
    leftOut: leftOutCounts(audience),
    done: 0,
    sent: 0,
    skipped: 0,
    status: 'sending' as const,
    started: false,
    revision: 0,
  };
  const mailingId = await keepMailing(
    mailing,
    recipients.map(({ number }) => number),
    postOf(`mailing#${caller.id}`, request),
  );
  await startMailing(mailingId);
  return { mailingId, recipients: recipients.length };
});
