import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const font = (file: string): string => readFileSync(require.resolve(`@fontsource-variable/${file}`)).toString('base64');

/** The typefaces of the product, in the page itself: it is sent by mail and opened years later. */
const face = (family: string, file: string): string =>
  `@font-face{font-family:'${family}';font-weight:200 800;src:url(data:font/woff2;base64,${font(file)}) format('woff2')}`;

/** How the report looks: the colours of the pages, one language at a time, and on paper nothing that is pressed. */
export const style = (): string => `
${face('Bricolage', 'bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2')}
${face('Inter', 'inter/files/inter-latin-wght-normal.woff2')}
:root{--ink:#26221b;--soft:#574f43;--line:#dcd3c4;--paper:#fbf8f3;--card:#fff;--teal:#125559;--green:#2b5f22;--red:#961c23}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 'Inter',system-ui,sans-serif}
h1,h2,h3{font-family:'Bricolage','Inter',system-ui,sans-serif;line-height:1.15;margin:0}
h1{font-size:clamp(1.9rem,1.4rem + 2vw,2.75rem)}
h2{font-size:1.5rem;margin:3rem 0 1rem}
h3{font-size:1.15rem}
p{margin:.3rem 0}
.page{max-width:1040px;margin:0 auto;padding:2rem 1.25rem 4rem}
header{border-top:6px solid var(--teal);background:var(--card);border-bottom:1px solid var(--line)}
header .page{padding-bottom:1.5rem}
.eyebrow{color:var(--teal);font-weight:600;letter-spacing:.02em}
.lead{color:var(--soft);max-width:46rem}
.languages{border:0;padding:0;margin:0 0 1rem;display:flex;gap:1rem;justify-content:flex-end}
.languages label{display:flex;gap:.4rem;align-items:center;min-height:24px;cursor:pointer}
body:has(#fr:checked) [lang=en]:not(label),body:has(#en:checked) [lang=fr]:not(label):not(html){display:none}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1rem;margin:2rem 0 0;padding:0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem 1.1rem}
.tile dt{color:var(--soft);font-size:.9rem}
.tile dd{margin:0;font:700 1.5rem/1.25 'Bricolage','Inter',sans-serif;font-variant-numeric:tabular-nums}
.tile dd small{display:block;font:400 .9rem/1.4 'Inter',sans-serif;color:var(--soft)}
figure,.card{margin:0 0 1.5rem;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem}
figcaption p{color:var(--soft)}
svg{width:100%;height:auto;display:block;margin-top:.75rem;font:12px 'Inter',sans-serif}
.grid{stroke:#eae3d7}.begin{stroke:#574f43;stroke-dasharray:3 3}.tick{fill:#574f43}.end{text-anchor:end}.year{font-weight:600}
.layer{stroke:#fff;stroke-width:.75}.line{fill:none;stroke-width:2.5;stroke-linejoin:round}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;margin:.75rem 0 0;padding:0;font-size:.92rem}
.swatch{display:inline-block;width:.85em;height:.85em;border-radius:3px;margin-right:.45em;vertical-align:-1px}
details{margin-top:.9rem}summary{cursor:pointer;color:var(--teal);font-weight:600;min-height:24px}
.scroll{overflow:auto;margin-top:.5rem}details .scroll{max-height:24rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.45rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--soft);font-weight:600;border-bottom:2px solid var(--line)}
.number{text-align:right}td.number{white-space:nowrap}
tfoot th,tfoot td{font-weight:700;border-bottom:0}
.ok,.fault{font-weight:700;white-space:nowrap}.ok{color:var(--green)}.fault{color:var(--red)}
.failures{color:var(--red);margin:.3rem 0 0;padding-left:1.2rem}
footer{color:var(--soft);font-size:.92rem}
:focus-visible{outline:3px solid var(--teal);outline-offset:2px;border-radius:4px}
@media print{body{background:#fff;font-size:11pt}.languages,details{display:none}.page{padding:0;max-width:none}header{border-bottom:0}figure,.card,.tile{break-inside:avoid;border-color:#bbb}h2{break-after:avoid}}
`;
