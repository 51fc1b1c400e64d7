import type { Facts } from '../facts/facts.ts';
import { both, count, day, html, type Said, textIn } from './bilingual.ts';
import { checks, dues, mails, members, tiles, work } from './sections.ts';
import { style } from './style.ts';

const TITLE: Said = { fr: 'Une année de l’adhésion, jouée', en: 'A membership year, played' };

const lead = ({ settings, firstDay }: Facts): Said =>
  both((language) => {
    const [first, from, to] = [firstDay, settings.from, settings.to].map((on) => textIn(day(on), language));
    const n = textIn(count(settings.members), language);
    return language === 'fr'
      ? `${n} membres inventés, du ${from} au ${to}. Le jeu commence le ${first}, avec les renouvellements de la première période : le trait vertical des graphiques marque le ${from}. Ce sont les parcours, les règles et les courriels du produit ; seules les entreprises et leurs choix sont tirés au sort (graine ${settings.seed}).`
      : `${n} invented members, from ${from} to ${to}. The play begins on ${first}, with the renewals of the first period: the vertical line of the charts marks ${from}. The workflows, rules and mails are those of the product; only companies and what they choose are drawn by lot (seed ${settings.seed}).`;
  });

const policy = ({ settings }: Facts): Said | null => {
  const { dues: scale, membership } = settings.policy ?? {};
  const versions = [scale?.version, membership?.version].filter((version) => version !== undefined).join(', ');
  if (versions === '') return null;
  return { fr: `Politique essayée : ${versions}`, en: `Policy tried out: ${versions}` };
};

const section = (title: Said, content: string): string => `<section><h2>${html(title)}</h2>${content}</section>`;

/** The report of a play: one page that needs nothing else, in both languages. */
export const reportOf = (facts: Facts): string => {
  const tried = policy(facts);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${textIn(TITLE, 'fr')} · ${textIn(TITLE, 'en')}</title>
<style>${style()}</style>
</head>
<body>
<header><div class="page">
<fieldset class="languages"><legend class="eyebrow">Traboule</legend>
<label lang="fr"><input type="radio" name="language" id="fr" checked>Français</label>
<label lang="en"><input type="radio" name="language" id="en">English</label></fieldset>
<h1>${html(TITLE)}</h1>
<p class="lead">${html(lead(facts))}</p>
${tried === null ? '' : `<p class="eyebrow">${html(tried)}</p>`}
${tiles(facts)}
</div></header>
<main class="page">
${section({ fr: 'Garanties', en: 'Guarantees' }, checks(facts))}
${section({ fr: 'Membres', en: 'Members' }, members(facts))}
${section({ fr: 'Cotisations', en: 'Dues' }, dues(facts))}
${section({ fr: 'Courriels', en: 'Mails' }, mails(facts))}
${section({ fr: 'Équipes', en: 'Staff' }, work(facts))}
<footer><p>${html({
    fr: 'Les données de ce rapport, courriel par courriel et facture par facture, sont dans report.json, à côté.',
    en: 'The data of this report, mail by mail and invoice by invoice, are in report.json beside it.',
  })}</p></footer>
</main>
</body>
</html>
`;
};
