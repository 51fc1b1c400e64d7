import type { HttpResponse } from '../http/message.ts';
import { escapeHtml, type Language, page } from '../pages/page.ts';
import type { DemoAccount } from './accounts.ts';

/** Path, under the issuer's, of the page where a person chooses an account. */
export const CHOICE_PATH = '/choose/';

const TEXTS = {
  fr: {
    title: 'Se connecter',
    lead: 'Sur cette machine, chacun de ces comptes d’essai ouvre la console sans mot de passe. Sur AWS, c’est Amazon Cognito qui demande une adresse et un mot de passe.',
    admin: 'Siège : tout voir, tout décider',
    treasurer: 'Trésorerie : lire dossiers et adhérents',
    jury: 'Jury des entreprises en forte croissance',
    antenna: (code: string) => `Antenne ${code} : ses dossiers seulement`,
    other: (group: string) => `Groupe ${group}`,
  },
  en: {
    title: 'Sign in',
    lead: 'On this machine, each of these trial accounts opens the console without a password. On AWS, Amazon Cognito asks for an address and a password.',
    admin: 'Head office: sees and decides everything',
    treasurer: 'Treasury: reads applications and members',
    jury: 'Jury of the high-growth companies',
    antenna: (code: string) => `Antenna ${code}: its own applications only`,
    other: (group: string) => `Group ${group}`,
  },
};

/** The page where a person chooses who to be. @param address of this page: choosing posts to it */
export function choicePage(language: Language, address: string, accounts: readonly DemoAccount[]): HttpResponse {
  const texts = TEXTS[language];
  const items = accounts.map(
    (account) =>
      `<li><button name="account" value="${escapeHtml(account.id)}"><strong>${escapeHtml(account.name)}</strong><span class="dim">${escapeHtml(role(account.group, language))}</span></button></li>`,
  );
  return page(
    language,
    texts.title,
    `<p class="lead">${texts.lead}</p><form method="post" action="${escapeHtml(address)}"><ul class="choices">${items.join('')}</ul></form>`,
    `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`,
  );
}

function role(group: string, language: Language): string {
  const texts = TEXTS[language];
  if (group === 'admin' || group === 'treasurer' || group === 'jury') return texts[group];
  return group.startsWith('antenna:') ? texts.antenna(group.slice('antenna:'.length)) : texts.other(group);
}
