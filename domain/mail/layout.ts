import type { Language } from '../application/form.ts';

/** What a mail says, before it is laid out. Values stand as `{{field}}`. */
export type MailText = {
  subject: string;
  /** Line shown beside the subject in a list of mails. */
  preview: string;
  paragraphs: string[];
  /** Somebody's own words, set apart: the comment of a decision. */
  quote?: string;
  /** The one thing to do, as a button, and the placeholder of its link. */
  action?: { label: string; link: string };
  /** What stands after the button. */
  after?: string[];
  /** Whom it is written to; a company, unless it says otherwise. */
  to?: 'jury' | 'staff' | 'member';
};

/** Name of the placeholder that holds a name after « de »: `ofCompanyName` for `companyName`. */
export const afterOf = (field: string): string => `of${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** Suffix of the placeholder that holds a value made safe for HTML. */
export const HTML_SUFFIX = 'Html';

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** SES fills templates without escaping, so HTML takes the escaped twin of each value. */
const forHtml = (text: string): string => text.replace(PLACEHOLDER, `{{$1${HTML_SUFFIX}}}`);

/** Names of the values a text stands in need of. */
export const placeholdersOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
];

const SIGNATURE: Record<Language, string> = {
  fr: 'L’équipe du cluster',
  en: 'The cluster team',
};
const FOOTER: Record<Language, string> = {
  fr: 'Vous recevez ce message parce que cette adresse est celle du contact d’une demande d’adhésion au cluster, ou d’un membre. Si vous n’y êtes pour rien, ignorez-le : rien ne sera fait en votre nom.',
  en: 'You receive this message because this address is the contact’s of an application to join the cluster, or of a member. If you have no part in it, ignore it: nothing will be done in your name.',
};
const JURY_FOOTER: Record<Language, string> = {
  fr: 'Vous recevez ce message parce que vous siégez au jury du cluster. Si ce n’est pas le cas, prévenez le siège.',
  en: 'You receive this message because you sit on the jury of the cluster. If you do not, please tell the head office.',
};
const STAFF_FOOTER: Record<Language, string> = {
  fr: 'Vous recevez ce message parce que vous travaillez pour le cluster. Si ce n’est pas le cas, prévenez le siège.',
  en: 'You receive this message because you work for the cluster. If you do not, please tell the head office.',
};
/** Who gets a mailing may end them from the mail itself. */
const MEMBER_FOOTER: Record<Language, string> = {
  fr: 'Vous recevez ce message parce que votre entreprise est membre du cluster.',
  en: 'You receive this message because your company is a member of the cluster.',
};
const UNSUBSCRIBE: Record<Language, string> = {
  fr: 'Ne plus recevoir ces messages',
  en: 'Receive these messages no more',
};
const UNSUBSCRIBE_LINK = '{{unsubscribe}}';
const FOOTERS = { company: FOOTER, jury: JURY_FOOTER, staff: STAFF_FOOTER, member: MEMBER_FOOTER } as const;
const footerOf = ({ to }: MailText, language: Language): string => FOOTERS[to ?? 'company'][language];
const footerText = (mail: MailText, language: Language): string =>
  mail.to === 'member'
    ? `${footerOf(mail, language)}\n${UNSUBSCRIBE[language]}${language === 'fr' ? ' :' : ':'} ${UNSUBSCRIBE_LINK}`
    : footerOf(mail, language);
const footerHtml = (mail: MailText, language: Language): string =>
  mail.to === 'member'
    ? `${footerOf(mail, language)}<br><a href="${forHtml(UNSUBSCRIBE_LINK)}" style="color:${ACCENT}">${UNSUBSCRIBE[language]}</a>`
    : footerOf(mail, language);
const LINK_HINT: Record<Language, string> = {
  fr: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  en: 'If the button does not work, copy this address into your browser:',
};

/** The plain text part of a mail. */
export const layOutText = (mail: MailText, language: Language): string =>
  [
    ...mail.paragraphs,
    ...(mail.quote === undefined ? [] : [mail.quote]),
    ...(mail.action === undefined
      ? []
      : [`${mail.action.label}${language === 'fr' ? ' :' : ':'}\n${mail.action.link}`]),
    ...(mail.after ?? []),
    SIGNATURE[language],
    `-- \n${footerText(mail, language)}`,
  ].join('\n\n');

const INK = '#1d2433';
const PAPER = '#fbf8f3';
const BAND = '#0d4347';
const ACCENT = '#b34a28';
const FONT = "font-family:'Helvetica Neue',Helvetica,Arial,sans-serif";
const TEXT = `${FONT};font-size:16px;line-height:1.5;color:${INK};margin:0 0 16px`;
const SMALL = `${FONT};font-size:13px;line-height:1.5;color:#4a5163;margin:0 0 12px`;

const paragraph = (text: string): string => `<p style="${TEXT}">${forHtml(text)}</p>`;
const quote = (text: string): string =>
  `<blockquote style="margin:0 0 16px;padding:12px 16px;border-left:4px solid ${ACCENT};background:${PAPER}"><p style="${TEXT};margin:0">${forHtml(text)}</p></blockquote>`;
const action = ({ label, link }: { label: string; link: string }, language: Language): string =>
  [
    `<p style="margin:8px 0 24px"><a href="${forHtml(link)}" style="${FONT};font-size:16px;font-weight:bold;color:#ffffff;background:${ACCENT};text-decoration:none;padding:14px 24px;border-radius:6px;display:inline-block">${label}</a></p>`,
    `<p style="${SMALL}">${LINK_HINT[language]}<br><a href="${forHtml(link)}" style="color:${ACCENT};word-break:break-all">${forHtml(link)}</a></p>`,
  ].join('');

/**
 * The HTML part of a mail: one column, inline styles and presentational tables, because mail clients know little else;
 * a language, a title and a heading, because screen readers need them; no image and nothing fetched, so that opening
 * the mail tells nobody.
 */
export const layOutHtml = (mail: MailText, language: Language): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${forHtml(mail.subject)}</title></head>`,
    `<body style="margin:0;padding:0;background:${PAPER}">`,
    `<div style="display:none;max-height:0;overflow:hidden">${forHtml(mail.preview)}</div>`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${PAPER}"><tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px">`,
    `<tr><td style="padding:20px 32px;background:${BAND};border-radius:8px 8px 0 0"><p style="${FONT};font-size:20px;font-weight:bold;letter-spacing:0.02em;color:#ffffff;margin:0">Traboule</p></td></tr>`,
    `<tr><td style="padding:28px 32px 8px"><h1 style="${FONT};font-size:22px;line-height:1.3;color:${INK};margin:0 0 20px">${forHtml(mail.subject)}</h1>`,
    ...mail.paragraphs.map(paragraph),
    ...(mail.quote === undefined ? [] : [quote(mail.quote)]),
    ...(mail.action === undefined ? [] : [action(mail.action, language)]),
    ...(mail.after ?? []).map(paragraph),
    paragraph(SIGNATURE[language]),
    `</td></tr><tr><td style="padding:16px 32px 24px;border-top:1px solid #e2dccf"><p style="${SMALL};margin:0">${footerHtml(mail, language)}</p></td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('\n');

/** Makes a text safe to stand in HTML, as content or within a quoted attribute; line breaks stay visible. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '<br>');
