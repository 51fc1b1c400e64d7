import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import { writtenDay } from '../../../domain/invoice/written.ts';
import type { Certificate } from '../../../domain/member/certificate.ts';
import { CERTIFICATE_LABELS } from './certificate-labels.ts';
import { drawLogo, MARK } from './logo.ts';
import { COLOURS, INNER_WIDTH, PAGE, Paper, STYLES, type Style } from './paper.ts';

const LEAD: Style = { font: 'text', size: 12, leading: 19, colour: COLOURS.ink };
const NAME: Style = { font: 'title', size: 26, leading: 32, colour: COLOURS.passage };
const TITLE: Style = { font: 'title', size: 34, leading: 40, colour: COLOURS.passage };
const FACT: Style = { font: 'strong', size: 11, leading: 15, colour: COLOURS.ink };
const WIDE = { x: PAGE.left, width: INNER_WIDTH };

/**
 * A certificate of membership, on one page: PDF/A-3b, tagged, in the typefaces and colours of the invoices. It is made of
 * the certificate alone, so it has the same bytes each time it is asked for.
 */
export const certificatePdf = (certificate: Certificate): Promise<Uint8Array> => {
  const { issuer, language, reference, period } = certificate;
  const labels = CERTIFICATE_LABELS[language];
  const paper = new Paper({
    title: `${labels.title} ${reference}`,
    language,
    footer: `${issuer.legalName} · ${labels.siren} ${formatCompanyNumber(issuer.siren)} · ${reference}`,
    page: labels.page,
    // The only day it knows.
    date: new Date(`${period.from}T00:00:00Z`),
  });
  drawPassage(paper);
  drawLogo(paper, labels.logo);
  paper.y += 112;
  paper.tag('H1', () => {
    paper.y = paper.write(labels.title, TITLE, { ...WIDE, y: paper.y }) + 10;
  });
  paper.decoration(() => paper.pdf.rect(PAGE.left, paper.y, 64, 4).fill(COLOURS.ochre));
  paper.y += 30;
  drawStatement(paper, certificate);
  drawFacts(paper, certificate);
  drawIssuer(paper, certificate);
  return paper.bytes();
};

/** The mark, pale, at the foot of the page, where a seal would be. */
const drawPassage = (paper: Paper): void => {
  paper.decoration(() => {
    paper.pdf
      .save()
      .translate(PAGE.right - 132, 606)
      .scale(3.3)
      .fillOpacity(0.2);
    for (const { fill, path } of MARK) paper.pdf.path(path).fill(fill);
    paper.pdf.restore();
  });
};

const drawStatement = (paper: Paper, { language, issuer, companyName, siren, city, number, period }: Certificate) => {
  const labels = CERTIFICATE_LABELS[language];
  const write = (text: string, style: Style, after: number): void =>
    paper.tag('P', () => {
      paper.y = paper.write(text, style, { ...WIDE, y: paper.y }) + after;
    });
  write(labels.certifies(issuer.legalName), LEAD, 14);
  write(companyName, NAME, 2);
  write(`${labels.siren} ${formatCompanyNumber(siren)} · ${city}`, LEAD, 14);
  write(labels.member(number, writtenDay(period.from, language), writtenDay(period.to, language)), LEAD, 26);
};

/** What it is about, in a pale panel: two columns of names and values. */
const drawFacts = (paper: Paper, certificate: Certificate): void => {
  const { language, number, since, antenna, category, period } = certificate;
  const labels = CERTIFICATE_LABELS[language];
  const facts = [
    [labels.number, number],
    [labels.since, writtenDay(since, language)],
    [labels.antenna, ANTENNA_NAMES[antenna]],
    [labels.category, labels.categories[category]],
    [labels.validFrom, writtenDay(period.from, language)],
    [labels.validTo, writtenDay(period.to, language)],
  ];
  const [row, pad] = [42, 18];
  const height = (facts.length / 2) * row + pad * 2 - 8;
  const top = paper.y;
  paper.decoration(() => {
    paper.pdf.roundedRect(PAGE.left, top, INNER_WIDTH, height, 8).fill(COLOURS.passagePale);
  });
  facts.forEach(([label = '', value = ''], place) => {
    const x = PAGE.left + pad + (place % 2) * (INNER_WIDTH / 2);
    const y = top + pad + Math.floor(place / 2) * row;
    const width = INNER_WIDTH / 2 - pad * 2;
    paper.tag('P', () => {
      const below = paper.write(label, STYLES.label, { x, y, width });
      paper.write(value, FACT, { x, y: below + 1, width });
    });
  });
  paper.y = top + height + 30;
};

/** Who says so, and how far it goes. */
const drawIssuer = (paper: Paper, { issuer, language }: Certificate): void => {
  const labels = CERTIFICATE_LABELS[language];
  const half = INNER_WIDTH / 2;
  paper.tag('P', () => {
    paper.y = paper.write(issuer.legalName, STYLES.name, { x: PAGE.left, y: paper.y, width: half });
    for (const line of [
      issuer.street,
      `${issuer.postcode} ${issuer.city}`,
      `${labels.siren} ${formatCompanyNumber(issuer.siren)}`,
      issuer.email,
    ]) {
      paper.y = paper.write(line, STYLES.body, { x: PAGE.left, y: paper.y, width: half });
    }
  });
  const lines = paper.lines(labels.validity, STYLES.small, INNER_WIDTH);
  paper.y = Math.max(paper.y + 20, PAGE.bottom - lines.length * STYLES.small.leading);
  paper.tag('P', () => {
    paper.y = paper.set(lines, STYLES.small, { ...WIDE, y: paper.y });
  });
};
