import type { Invoice, InvoiceLine } from '../../../domain/invoice/invoice.ts';
import { mentionsOf } from '../../../domain/invoice/mentions.ts';
import { writtenCents, writtenRate } from '../../../domain/invoice/written.ts';
import type { Labels } from './labels.ts';
import { COLOURS, type Element, INNER_WIDTH, PAGE, type Paper, type Place, STYLES, type Style } from './paper.ts';

/** Columns: what it is, how many, at how much, how much in all. Points from the left edge. */
const PADDING = 8;
const WIDTHS = [INNER_WIDTH - 250, 40, 110, 100] as const;
const columns: readonly Omit<Place, 'y'>[] = WIDTHS.map((width, place) => ({
  x: PAGE.left + WIDTHS.slice(0, place).reduce((sum, before) => sum + before, 0) + PADDING,
  width: width - 2 * PADDING,
  align: place === 0 ? 'left' : 'right',
}));
const BETWEEN = 7;

/** One cell of a row. */
const cell = (
  paper: Paper,
  row: Element,
  type: 'TH' | 'TD',
  { lines, column, y, style }: { lines: readonly string[]; column: number; y: number; style: Style },
): void => {
  const place = columns[column];
  if (place === undefined) return;
  paper.tag(type, () => paper.set(lines, style, { ...place, y }), {}, row);
};

/** The head of the table; again on every page it goes on to. */
const drawHeading = (paper: Paper, table: Element, labels: Labels): void => {
  const y = paper.y;
  const height = STYLES.label.leading + 10;
  paper.decoration(() => paper.pdf.roundedRect(PAGE.left, y, INNER_WIDTH, height, 3).fill(COLOURS.passagePale));
  paper.group(
    'TR',
    (row) => {
      [labels.description, labels.quantity, labels.unit, labels.net].forEach((label, column) => {
        cell(paper, row, 'TH', { lines: [label], column, y: y + 4, style: STYLES.label });
      });
    },
    table,
  );
  paper.y = y + height;
};

/** A row; a description longer than the page goes on on the next. */
const drawLine = (paper: Paper, table: Element, line: InvoiceLine, invoice: Invoice, labels: Labels): void => {
  const { body, figure: plain, strongFigure } = STYLES;
  let rest = paper.lines(line.description, body, columns[0]?.width ?? INNER_WIDTH);
  let first = true;
  while (rest.length > 0) {
    const onPage = Math.min(rest.length, 4);
    if (paper.need(onPage * body.leading + 2 * BETWEEN)) drawHeading(paper, table, labels);
    const room = Math.floor((PAGE.bottom - paper.y - 2 * BETWEEN) / body.leading);
    const [now, later] = [rest.slice(0, room), rest.slice(room)];
    const y = paper.y + BETWEEN;
    const figures = first
      ? [
          String(line.quantity),
          writtenCents(line.unitCents, invoice.language),
          writtenCents(line.netCents, invoice.language),
        ]
      : ['', '', ''];
    paper.group(
      'TR',
      (row) => {
        cell(paper, row, 'TD', { lines: now, column: 0, y, style: body });
        figures.forEach((figure, place) => {
          cell(paper, row, 'TD', { lines: [figure], column: place + 1, y, style: place === 2 ? strongFigure : plain });
        });
      },
      table,
    );
    paper.y = y + now.length * body.leading + BETWEEN;
    const rule = paper.y;
    paper.decoration(() => paper.pdf.rect(PAGE.left, rule, INNER_WIDTH, 0.5).fill(COLOURS.rule));
    rest = later;
    first = false;
  }
};

/** What is sold, line by line. */
export const drawLines = (paper: Paper, invoice: Invoice, labels: Labels): void => {
  paper.group('Table', (table) => {
    drawHeading(paper, table, labels);
    for (const line of invoice.lines) drawLine(paper, table, line, invoice, labels);
  });
  paper.y += 14;
};

/** The sums at the right; at the left what the dues pay for, and why there is VAT or none. */
export const drawTotals = (paper: Paper, invoice: Invoice, labels: Labels): void => {
  const { language, vat, netCents, totalCents } = invoice;
  const width = 236;
  const left = INNER_WIDTH - width - 28;
  const mentions = mentionsOf(invoice);
  const said = [...(invoice.corrects === null ? [] : [mentions.due]), mentions.period, mentions.vat];
  const texts = said.map((text) => paper.lines(text, STYLES.body, left));
  const height = texts.reduce((sum, lines) => sum + lines.length * STYLES.body.leading + 5, 0);
  paper.need(Math.max(height, 84));
  const top = paper.y;
  let y = top;
  for (const lines of texts) {
    paper.tag('P', () => {
      y = paper.set(lines, STYLES.body, { x: PAGE.left, y, width: left }) + 5;
    });
  }
  const x = PAGE.right - width;
  const sums = [
    [labels.netTotal, writtenCents(netCents, language)],
    [
      vat.rateBasisPoints === 0 ? labels.noVat : labels.vat(writtenRate(vat.rateBasisPoints, language)),
      writtenCents(vat.cents, language),
    ],
  ];
  let end = top;
  for (const [label = '', sum = ''] of sums) {
    paper.tag('P', () => {
      paper.write(label, STYLES.body, { x: x + PADDING, y: end, width: 120 });
      end = paper.write(sum, STYLES.figure, { x, y: end, width: width - PADDING, align: 'right' }) + 4;
    });
  }
  end += 2;
  const box = end;
  const fill = invoice.kind === 'invoice' ? COLOURS.passage : COLOURS.terracotta;
  paper.decoration(() => paper.pdf.roundedRect(x, box, width, 34, 4).fill(fill));
  paper.tag('P', () => {
    const label = invoice.kind === 'invoice' ? labels.toPay : labels.credited;
    paper.write(label, STYLES.total, { x: x + PADDING + 4, y: box + 9, width: 120 });
    const amount = writtenCents(totalCents, language);
    paper.write(amount, STYLES.total, { x, y: box + 9, width: width - PADDING - 4, align: 'right' });
  });
  paper.y = Math.max(y, box + 34) + 20;
};
