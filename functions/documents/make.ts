import type { Invoice } from '../../domain/invoice/invoice.ts';
import type { Certificate } from '../../domain/member/certificate.ts';

// What makes PDFs is as large as all the rest of a handler together. It is a file of its own, loaded with the first
// document: a caller who is refused does not wait for it (infra/pdf-maker.ts).

/** An invoice or credit note as Factur-X. @returns the bytes of the PDF, the same each time */
export const makePdf = async (invoice: Invoice): Promise<Uint8Array> => {
  const { invoicePdf } = await import('./pdf/invoice-pdf.ts');
  return invoicePdf(invoice);
};

/** A certificate of membership. @returns the bytes of the PDF, the same each time */
export const makeCertificate = async (certificate: Certificate): Promise<Uint8Array> => {
  const { certificatePdf } = await import('./pdf/invoice-pdf.ts');
  return certificatePdf(certificate);
};
