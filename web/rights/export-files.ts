import type { DossierExport } from '../../domain/rights/export.ts';
import { save } from '../api/download.ts';
import type { Language } from '../i18n/language.ts';

const nameOf = ({ applicationId, memberNumber, at }: DossierExport): string =>
  `traboule-${memberNumber ?? applicationId}-${at.slice(0, 10)}`;

/** Saves an export for machines. */
export const saveJson = (dossier: DossierExport): void =>
  save(new Blob([JSON.stringify(dossier, null, 2)], { type: 'application/json' }), `${nameOf(dossier)}.json`);

/** What a page that is read away from the site looks like. */
const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2a2c}' +
  'h1,h2{color:#0d4347}h2{border-bottom:2px solid #e5ab38;margin-top:2rem}' +
  'dl>div{display:grid;grid-template-columns:14rem 1fr;gap:1rem;border-top:1px solid #eee;padding:.2rem 0}' +
  'dt{color:#6a6154}dd{margin:0}blockquote{border-left:3px solid #ddd;margin:.3rem 0;padding-left:.8rem}';

/** Saves what is shown of an export as a page of its own: it needs nothing else to be read. */
export const saveHtml = (dossier: DossierExport, shown: Element, language: Language): void => {
  const page = document.implementation.createHTMLDocument(nameOf(dossier));
  page.documentElement.lang = language;
  const encoding = page.createElement('meta');
  encoding.setAttribute('charset', 'utf-8');
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.prepend(encoding);
  page.head.append(style);
  page.body.append(page.importNode(shown, true));
  save(
    new Blob([`<!doctype html>${page.documentElement.outerHTML}`], { type: 'text/html' }),
    `${nameOf(dossier)}.html`,
  );
};
