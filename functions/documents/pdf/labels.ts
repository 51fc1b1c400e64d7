import type { Language } from '../../../domain/application/form.ts';
import type { InvoiceKind } from '../../../domain/invoice/invoice.ts';

// The words of the page that are no mentions of the law.

/** The words of an invoice's page. */
export type Labels = {
  title: Record<InvoiceKind, string>;
  number: string;
  issued: string;
  due: string;
  period: string;
  from: string;
  to: string;
  attention: (name: string) => string;
  siren: string;
  vatNumber: string;
  description: string;
  quantity: string;
  unit: string;
  net: string;
  netTotal: string;
  vat: (rate: string) => string;
  noVat: string;
  toPay: string;
  credited: string;
  pay: string;
  scan: string;
  qr: (amount: string, reference: string) => string;
  payee: string;
  iban: string;
  bic: string;
  amount: string;
  reference: string;
  quote: string;
  creditUse: (number: string) => string;
  logo: string;
  page: (number: number, of: number) => string;
  attached: string;
};

export const LABELS: Record<Language, Labels> = {
  fr: {
    title: { invoice: 'Facture', 'credit-note': 'Avoir' },
    number: 'Numéro',
    issued: 'Date d’émission',
    due: 'Échéance',
    period: 'Période',
    from: 'Émetteur',
    to: 'Adressé à',
    attention: (name) => `À l’attention de ${name}`,
    siren: 'SIREN',
    vatNumber: 'TVA intracommunautaire',
    description: 'Désignation',
    quantity: 'Qté',
    unit: 'Prix unitaire HT',
    net: 'Montant HT',
    netTotal: 'Total HT',
    vat: (rate) => `TVA ${rate}`,
    noVat: 'TVA',
    toPay: 'Net à payer',
    credited: 'Total de l’avoir',
    pay: 'Régler par virement',
    scan: 'À scanner avec l’application de votre banque',
    qr: (amount, reference) => `Code QR d’un virement de ${amount} avec la référence ${reference}`,
    payee: 'Bénéficiaire',
    iban: 'IBAN',
    bic: 'BIC',
    amount: 'Montant',
    reference: 'Référence',
    quote:
      'Indiquez cette référence, et elle seule, dans le motif du virement : votre règlement est alors rapproché sans délai.',
    creditUse: (number) =>
      `Ce montant vient en déduction de la facture ${number}. Si elle est déjà réglée, il est porté au crédit de votre compte.`,
    logo: 'Traboule',
    page: (number, of) => `Page ${number} sur ${of}`,
    attached: 'Données de la facture (Factur-X)',
  },
  en: {
    title: { invoice: 'Invoice', 'credit-note': 'Credit note' },
    number: 'Number',
    issued: 'Date of issue',
    due: 'Due date',
    period: 'Period',
    from: 'From',
    to: 'To',
    attention: (name) => `For the attention of ${name}`,
    siren: 'SIREN',
    vatNumber: 'VAT number',
    description: 'Description',
    quantity: 'Qty',
    unit: 'Unit price excl. VAT',
    net: 'Amount excl. VAT',
    netTotal: 'Total excl. VAT',
    vat: (rate) => `VAT ${rate}`,
    noVat: 'VAT',
    toPay: 'Amount due',
    credited: 'Total credited',
    pay: 'Pay by transfer',
    scan: 'Scan it with your banking app',
    qr: (amount, reference) => `QR code of a transfer of ${amount} with the reference ${reference}`,
    payee: 'Payee',
    iban: 'IBAN',
    bic: 'BIC',
    amount: 'Amount',
    reference: 'Reference',
    quote: 'Quote this reference, and nothing else, in the transfer: your payment is then matched at once.',
    creditUse: (number) =>
      `This amount is taken off invoice ${number}. If that is paid already, it is held to the credit of your account.`,
    logo: 'Traboule',
    page: (number, of) => `Page ${number} of ${of}`,
    attached: 'Data of the invoice (Factur-X)',
  },
};
