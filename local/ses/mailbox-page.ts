import type { HttpResponse } from '../http/message.ts';
import { escapeHtml, type Language, page } from '../pages/page.ts';
import type { Mail } from './mailbox.ts';

/** Path of the list of mails; each mail is under it. */
export const MAILBOX_PATH = '/local/mailbox';

const TEXTS = {
  fr: {
    title: 'Courriels envoyés',
    lead: 'Aucun courriel ne quitte cette machine : les voici tous, le plus récent en premier.',
    none: 'Aucun courriel pour l’instant.',
    to: 'À',
    from: 'De',
    at: 'Le',
    back: 'Tous les courriels',
    message: 'Voir le message tel qu’il s’affiche',
  },
  en: {
    title: 'Mail sent',
    lead: 'No mail leaves this machine: here is all of it, the newest first.',
    none: 'No mail yet.',
    to: 'To',
    from: 'From',
    at: 'At',
    back: 'All mail',
    message: 'See the message as it is displayed',
  },
};

/** The list of mails. */
export function mailboxPage(language: Language, mails: readonly Mail[]): HttpResponse {
  const texts = TEXTS[language];
  const cards = mails
    .toReversed()
    .map(
      (mail) =>
        `<article class="card"><h2><a href="${MAILBOX_PATH}/${escapeHtml(mail.id)}?lang=${language}">${escapeHtml(mail.subject)}</a></h2>${details(mail, language)}</article>`,
    );
  return page(
    language,
    texts.title,
    `<p class="lead">${texts.lead}</p>${cards.join('') || `<p>${texts.none}</p>`}`,
    `${MAILBOX_PATH}?lang=${other(language)}`,
  );
}

/** One mail: its text with working links, and a link to the message as a mail program shows it. */
export function mailPage(language: Language, mail: Mail): HttpResponse {
  const texts = TEXTS[language];
  const address = `${MAILBOX_PATH}/${escapeHtml(mail.id)}`;
  const text = mail.text === null ? '' : `<div class="card"><pre>${withLinks(mail.text)}</pre></div>`;
  const html = mail.html === null ? '' : `<p><a href="${address}/message">${texts.message}</a></p>`;
  return page(
    language,
    mail.subject,
    `${details(mail, language)}${text}${html}<p><a href="${MAILBOX_PATH}?lang=${language}">${texts.back}</a></p>`,
    `${address}?lang=${other(language)}`,
  );
}

/** The message itself: shut in, so that nothing in it runs; its links open outside of it. */
export function mailMessage(mail: Mail): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'referrer-policy': 'no-referrer',
    },
    body: `<base target="_blank">${mail.html ?? ''}`,
  };
}

const other = (language: Language): Language => (language === 'fr' ? 'en' : 'fr');

function details(mail: Mail, language: Language): string {
  const texts = TEXTS[language];
  const at = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  }).format(new Date(mail.at));
  return `<dl><dt>${texts.to}</dt><dd>${escapeHtml(mail.to)}</dd><dt>${texts.from}</dt><dd>${escapeHtml(mail.from)}</dd><dt>${texts.at}</dt><dd><time datetime="${escapeHtml(mail.at)}">${escapeHtml(at)}</time></dd></dl>`;
}

/** Text as HTML, web addresses as links. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('');
}
