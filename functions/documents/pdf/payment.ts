import { encode } from 'uqr';
import type { Invoice } from '../../../domain/invoice/invoice.ts';
import { writtenCents, writtenDay, writtenIban } from '../../../domain/invoice/written.ts';
import { formatReference } from '../../../domain/payment/reference.ts';
import { TRANSFER_QR, transferQr } from '../../../domain/payment/transfer-qr.ts';
import type { Labels } from './labels.ts';
import { COLOURS, INNER_WIDTH, PAGE, type Paper, STYLES } from './paper.ts';

/** Side of the code, and the white around it, in points. */
const CODE = 112;
const AROUND = 12;
/** Rows touch: without it, screens show a hair of white between them. */
const OVERLAP = 0.05;
/** Left edge of the code's white, and of the words beside it. */
const LEFT = PAGE.left + 18;
const RIGHT = LEFT + CODE + 2 * AROUND + 24;
const PADDING = 14;
/** Width of the names of what is said. */
const LABEL = 66;

/** Draws a QR code as one path of vectors: each run of dark modules in a row is one rectangle. */
const drawCode = (paper: Paper, text: string, x: number, y: number): void => {
  const { data, size } = encode(text, {
    ecc: TRANSFER_QR.errorCorrection,
    maxVersion: TRANSFER_QR.highestVersion,
    boostEcc: false,
    border: 0,
  });
  const module = CODE / size;
  data.forEach((row, line) => {
    for (let from = 0; from < size; from++) {
      if (row[from] !== true) continue;
      let to = from;
      while (row[to + 1] === true) to += 1;
      paper.pdf.rect(x + from * module, y + line * module, (to - from + 1) * module, module + OVERLAP);
      from = to;
    }
  });
  paper.pdf.fill('#000000');
};

/** How to pay by transfer: the code for a banking app, and the same in words. Kept on one page. */
export const drawPayment = (paper: Paper, invoice: Invoice, labels: Labels): void => {
  const { language, seller, totalCents, reference } = invoice;
  if (invoice.kind !== 'invoice' || totalCents === 0) return;
  const amount = writtenCents(totalCents, language);
  const printed = formatReference(reference).replaceAll(' ', '\u00a0');
  const width = PAGE.right - 16 - RIGHT;
  const rows = [
    [labels.payee, seller.legalName],
    [labels.iban, writtenIban(seller.iban)],
    [labels.bic, seller.bic],
    [labels.amount, amount],
    [labels.due, writtenDay(invoice.dueOn, language)],
    [labels.reference, printed],
  ].map(([label = '', value = ''], place) => {
    const style = place === 0 ? STYLES.strong : STYLES.strongFigure;
    return { label, style, lines: paper.lines(value, style, width - LABEL) };
  });
  const caption = paper.lines(labels.scan, STYLES.small, CODE + 2 * AROUND);
  const advice = paper.lines(labels.quote, STYLES.small, width);
  const { small, strong, name } = STYLES;
  const words = rows.reduce((sum, { lines }) => sum + lines.length * strong.leading + 1.5, name.leading + 4);
  const height =
    2 * PADDING +
    Math.max(words + 5 + advice.length * small.leading, CODE + 2 * AROUND + 4 + caption.length * small.leading);
  paper.need(height);
  const top = paper.y;
  paper.decoration(() => {
    paper.pdf.roundedRect(PAGE.left, top, INNER_WIDTH, height, 6).fill(COLOURS.paper);
    paper.pdf.rect(PAGE.left, top + 10, 3, height - 20).fill(COLOURS.ochre);
    paper.pdf.roundedRect(LEFT, top + PADDING, CODE + 2 * AROUND, CODE + 2 * AROUND, 4).fill(COLOURS.white);
  });
  const payload = transferQr({
    name: seller.legalName,
    iban: seller.iban,
    bic: seller.bic,
    cents: totalCents,
    reference,
  });
  paper.tag('Figure', () => drawCode(paper, payload, LEFT + AROUND, top + PADDING + AROUND), {
    alt: labels.qr(amount, printed),
  });
  paper.tag('Caption', () => {
    paper.set(caption, small, { x: LEFT, y: top + PADDING + CODE + 2 * AROUND + 4, width: CODE + 2 * AROUND });
  });
  let y = top + PADDING;
  paper.tag('H2', () => {
    y = paper.write(labels.pay, name, { x: RIGHT, y, width }) + 4;
  });
  for (const { label, lines, style } of rows) {
    paper.tag('P', () => {
      paper.write(label, small, { x: RIGHT, y: y + 1.5, width: LABEL });
      y = paper.set(lines, style, { x: RIGHT + LABEL, y, width: width - LABEL }) + 1.5;
    });
  }
  paper.tag('P', () => paper.set(advice, small, { x: RIGHT, y: y + 5, width }));
  paper.y = top + height + 16;
};

/** What becomes of a credit. */
export const drawCredit = (paper: Paper, { corrects }: Invoice, labels: Labels): void => {
  if (corrects === null) return;
  paper.need(40);
  paper.tag('P', () => {
    paper.y = paper.write(labels.creditUse(corrects.number), STYLES.strong, {
      x: PAGE.left,
      y: paper.y,
      width: INNER_WIDTH,
    });
  });
  paper.y += 12;
};
