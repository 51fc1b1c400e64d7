import type { Endpoints } from '../runtime/runtime.ts';
import { MAILBOX_PATH } from '../ses/mailbox-page.ts';
import type { Options } from './options.ts';
import type { Text } from './text.ts';

/** What is said when everything is ready: where to go. */
export function announce(endpoints: Endpoints, options: Options): Text {
  const { site, aws, clock } = endpoints;
  const moved = `POST ${site}/local/clock {"advance":"P1D"}`;
  return {
    fr: `
Traboule est prêt.
  Site             ${site}
  Console          ${site}/staff   (comptes d'essai, sans mot de passe : siège, trésorerie, jury, antennes)
  Courriels        ${site}${MAILBOX_PATH}
  Services AWS     ${aws}   (aws --endpoint-url ${aws} stepfunctions list-state-machines)
  Données          ${options.data}${clock === 'simulated' ? `\n  Horloge simulée  ${moved}` : ''}
Ctrl-C arrête tout ; rien n'est perdu.`,
    en: `
Traboule is ready.
  Site             ${site}
  Console          ${site}/staff   (trial accounts, no password: head office, treasury, jury, antennas)
  Mail             ${site}${MAILBOX_PATH}
  AWS services     ${aws}   (aws --endpoint-url ${aws} stepfunctions list-state-machines)
  Data             ${options.data}${clock === 'simulated' ? `\n  Simulated clock  ${moved}` : ''}
Ctrl-C stops everything; nothing is lost.`,
  };
}
