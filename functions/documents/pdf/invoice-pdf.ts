import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import { crossIndustryInvoice, FACTURX_FILE } from '../../../domain/facturx/cross-industry-invoice.ts';
import type { Invoice } from '../../../domain/invoice/invoice.ts';
import { mentionsOf } from '../../../domain/invoice/mentions.ts';
import { drawHead, drawParties } from './head.ts';
import { LABELS } from './labels.ts';
import { INNER_WIDTH, PAGE, Paper, STYLES } from './paper.ts';
import { drawCredit, drawPayment } from './payment.ts';
import { drawLines, drawTotals } from './table.ts';
import { describeFacturX } from './xmp.ts';

// The maker of PDFs is one module beside the handlers: what else it makes leaves by the same door.
export { certificatePdf } from './certificate.ts';

declare global {
  namespace PDFKit {
    namespace Mixins {
      interface PDFAttachmentOptions {
        /** How the file stands to the document (AFRelationship, ISO 32000-2). */
        relationship?: 'Alternative';
      }
    }
  }
}

/**
 * An invoice or credit note as Factur-X 1.09: a page for people in PDF/A-3b, and the same as XML (EN 16931) within it.
 * The invoice is all it is made from, so it has the same bytes each time it is asked for. docs/decisions.md says what
 * is promised of that.
 */
export const invoicePdf = async (invoice: Invoice): Promise<Uint8Array> => {
  const { seller, language, kind, number } = invoice;
  const labels = LABELS[language];
  const date = new Date(invoice.issuedAt);
  const paper = new Paper({
    title: `${labels.title[kind]} ${number}`,
    language,
    footer: `${seller.legalName} · ${labels.siren} ${formatCompanyNumber(seller.siren)} · ${number}`,
    page: labels.page,
    date,
  });
  drawHead(paper, invoice, labels);
  drawParties(paper, invoice, labels);
  drawLines(paper, invoice, labels);
  drawTotals(paper, invoice, labels);
  drawPayment(paper, invoice, labels);
  drawCredit(paper, invoice, labels);
  drawMentions(paper, invoice);
  describeFacturX(paper.pdf, seller.legalName);
  paper.pdf.file(Buffer.from(crossIndustryInvoice(invoice), 'utf8'), {
    name: FACTURX_FILE,
    type: 'text/xml',
    description: labels.attached,
    creationDate: date,
    modifiedDate: date,
    relationship: 'Alternative',
  });
  return paper.bytes();
};

/** Discount, penalties and indemnity, at the foot of the last page where there is room. Nobody pays a credit note. */
const drawMentions = (paper: Paper, invoice: Invoice): void => {
  if (invoice.kind === 'credit-note') return;
  const { discount, penalties, indemnity } = mentionsOf(invoice);
  const texts = [discount, penalties, indemnity].map((text) => paper.lines(text, STYLES.small, INNER_WIDTH));
  const height = texts.reduce((sum, lines) => sum + lines.length * STYLES.small.leading + 3, 0);
  paper.need(height);
  paper.y = Math.max(paper.y, PAGE.bottom - height);
  for (const lines of texts) {
    paper.tag('P', () => {
      paper.y = paper.set(lines, STYLES.small, { x: PAGE.left, y: paper.y, width: INNER_WIDTH }) + 3;
    });
  }
};
