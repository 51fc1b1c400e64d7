import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import { VAT_CATEGORIES } from '../../../domain/facturx/vat-category.ts';
import type { Invoice } from '../../../domain/invoice/invoice.ts';
import { writtenDay } from '../../../domain/invoice/written.ts';
import type { Labels } from './labels.ts';
import { drawLogo } from './logo.ts';
import { COLOURS, INNER_WIDTH, PAGE, type Paper, STYLES } from './paper.ts';

const HALF = INNER_WIDTH / 2;
/** Between two columns. */
const GUTTER = 24;

/** Mark and name at the left; what it is, its number and its days at the right. */
export const drawHead = (paper: Paper, invoice: Invoice, labels: Labels): void => {
  const { language } = invoice;
  const top = paper.y;
  drawLogo(paper, labels.logo);
  const right = { x: PAGE.left + HALF, width: HALF };
  paper.tag('H1', () => {
    paper.y = paper.write(labels.title[invoice.kind], STYLES.title, { ...right, y: top, align: 'right' });
  });
  paper.y += 6;
  const facts = [
    [labels.number, invoice.number],
    [labels.issued, writtenDay(invoice.issuedOn, language)],
    ...(invoice.kind === 'invoice' ? [[labels.due, writtenDay(invoice.dueOn, language)]] : []),
  ];
  for (const [label = '', value = ''] of facts) {
    paper.tag('P', () => {
      paper.write(label, STYLES.small, { ...right, width: HALF - 118, y: paper.y + 2, align: 'right' });
      paper.y = paper.write(value, STYLES.strong, { x: PAGE.right - 110, y: paper.y, width: 110, align: 'right' });
    });
  }
  paper.y += 22;
};

/** Who it comes from and whom it is for, side by side; names as long as they come. */
export const drawParties = (paper: Paper, invoice: Invoice, labels: Labels): void => {
  const { seller, buyer } = invoice;
  const withVatNumber = VAT_CATEGORIES[invoice.vat.regime].code !== 'O' && seller.vatNumber !== null;
  const from = [
    seller.street,
    `${seller.postcode} ${seller.city}`,
    `${labels.siren} ${formatCompanyNumber(seller.siren)}`,
    ...(withVatNumber ? [`${labels.vatNumber} ${seller.vatNumber}`] : []),
    seller.email,
  ];
  const to = [
    buyer.street,
    `${buyer.postcode} ${buyer.city}`,
    `${labels.siren} ${formatCompanyNumber(buyer.siren)}`,
    labels.attention(buyer.contactName),
    buyer.email,
  ];
  const top = paper.y;
  const left = drawParty(paper, { x: PAGE.left, y: top }, labels.from, seller.legalName, from);
  const right = drawParty(paper, { x: PAGE.left + HALF + GUTTER / 2, y: top }, labels.to, buyer.legalName, to);
  paper.y = Math.max(left, right) + 20;
};

/** One party. @returns where it ends */
const drawParty = (
  paper: Paper,
  { x, y }: { x: number; y: number },
  label: string,
  name: string,
  facts: readonly string[],
): number => {
  const width = HALF - GUTTER / 2;
  let end = y;
  paper.decoration(() => paper.pdf.rect(x, y, 28, 2).fill(COLOURS.ochre));
  paper.tag('P', () => {
    end = paper.write(label, STYLES.label, { x, y: y + 8, width }) + 2;
    end = paper.write(name, STYLES.name, { x, y: end, width }) + 1;
    for (const fact of facts) end = paper.write(fact, STYLES.body, { x, y: end, width });
  });
  return end;
};
