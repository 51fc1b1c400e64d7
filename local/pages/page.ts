import type { HttpResponse } from '../http/message.ts';

/** Languages of the pages. */
export type Language = 'fr' | 'en';

/** Writes text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The reader's language: the one chosen in the address (`lang`), else the browser's first of the two, else French. */
export function languageOf(query: string, acceptLanguage = ''): Language {
  const chosen = new URLSearchParams(query).get('lang');
  if (chosen === 'fr' || chosen === 'en') return chosen;
  const known = acceptLanguage.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return known.find((language): language is Language => language === 'fr' || language === 'en') ?? 'fr';
}

// The colours and shapes of the product's own pages, without their build: these pages exist on this machine alone.
const STYLE = `
:root { color-scheme: light; --ink: #1b2a2c; --paper: #fbf8f3; --passage: #125559; --line: #c6bba9; --dim: #574f43; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 'Inter Variable', system-ui, sans-serif; }
header, main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; align-items: center; gap: .6rem; padding-top: 1.75rem; }
header span { font-weight: 700; font-size: 1.2rem; }
header nav { margin-left: auto; }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.6vw, 2.2rem); line-height: 1.15; margin: .5rem 0 .75rem; }
h2 { font-size: 1.15rem; margin: 0; }
a { color: var(--passage); }
.lead, .dim { color: var(--dim); }
.card { background: #fff; border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; margin: 1rem 0; }
.choices { list-style: none; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
button { width: 100%; text-align: left; font: inherit; color: inherit; background: #fff; border: 1px solid var(--line); border-radius: .75rem; padding: .9rem 1.1rem; cursor: pointer; }
button:hover { border-color: var(--passage); background: #eaf4f3; }
:focus-visible { outline: 3px solid var(--passage); outline-offset: 2px; }
button strong, button span { display: block; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; margin: .5rem 0; overflow-wrap: anywhere; }
dt { color: var(--dim); } dd { margin: 0; }
`;

const MARK = `<svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#125559"/><path d="M8 27V15a8 8 0 0 1 16 0v12" fill="none" stroke="#edbf5d" stroke-width="3"/><path d="M13 27V16a3 3 0 0 1 6 0v11" fill="#fbf8f3"/></svg>`;

/**
 * A page of the one-machine runtime.
 * @param body HTML, escaped by the caller
 * @param otherLanguage address of the same page in the other language
 */
export function page(language: Language, title: string, body: string, otherLanguage: string): HttpResponse {
  const other = language === 'fr' ? { code: 'en', name: 'English' } : { code: 'fr', name: 'Français' };
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · Traboule</title><style>${STYLE}</style></head>
<body>
<header>${MARK}<span>Traboule</span><nav aria-label="${language === 'fr' ? 'Langue' : 'Language'}"><a href="${escapeHtml(otherLanguage)}" lang="${other.code}" hreflang="${other.code}">${other.name}</a></nav></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`,
  };
}
