import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { crossIndustryInvoice } from '../../../domain/facturx/cross-industry-invoice.ts';
import { everyInvoice, sampleCreditNote, sampleInvoice } from '../../support/invoices.ts';

// Whether the XML is valid is for the Mustang validator to say (.ci/run). Here: that it says what the invoice says.

/** Texts and attributes by path, in order. @throws when it is not well-formed, or a prefix is unknown */
const read = (xml: string): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  const add = (path: string, text: string): void => void found.set(path, [...(found.get(path) ?? []), text]);
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    open.push(local);
    text = '';
    for (const { prefix, name, value } of Object.values(attributes)) {
      if (prefix !== 'xmlns') add(`${open.join('/')}@${name}`, value);
    }
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', () => {
    if (text.trim() !== '') add(open.join('/'), text);
    open.pop();
    text = '';
  });
  parser.write(xml).close();
  return found;
};
/** What stands at the paths that end so. */
const at = (xml: string, end: string): string[] =>
  [...read(xml)].filter(([path]) => path.endsWith(end)).flatMap(([, texts]) => texts);

describe('the XML of an invoice', () => {
  it.each([...everyInvoice()])('%s is well-formed and says its sums', (_, invoice) => {
    const xml = crossIndustryInvoice(invoice);

    expect(at(xml, 'GuidelineSpecifiedDocumentContextParameter/ID')).toEqual(['urn:cen.eu:en16931:2017']);
    expect(at(xml, 'ExchangedDocument/TypeCode')).toEqual([invoice.kind === 'invoice' ? '380' : '381']);
    expect(at(xml, 'GrandTotalAmount')).toEqual([(invoice.totalCents / 100).toFixed(2)]);
    expect(at(xml, 'TaxTotalAmount')).toEqual([(invoice.vat.cents / 100).toFixed(2)]);
    expect(at(xml, 'LineTotalAmount').at(-1)).toBe((invoice.netCents / 100).toFixed(2));
  });

  it.each([
    ['out-of-scope', 'O', ['VATEX-EU-O']],
    ['exempt-261-7-1a', 'E', ['VATEX-FR-CGI261-7']],
    ['exempt-261-4-9', 'E', ['VATEX-FR-CGI261-4']],
    ['franchise-293b', 'E', ['VATEX-FR-FRANCHISE']],
    ['standard', 'S', []],
  ] as const)('%s is category %s', (regime, category, exemption) => {
    const xml = crossIndustryInvoice(sampleInvoice({ vat: { regime, rateBasisPoints: 0, cents: 0 } }));

    expect(new Set(at(xml, 'CategoryCode'))).toEqual(new Set([category]));
    expect(at(xml, 'ExemptionReasonCode')).toEqual(exemption);
  });

  it('shows no VAT number where VAT is out of scope, and the SIREN where there is none', () => {
    const { seller } = sampleInvoice();
    const out = sampleInvoice({ vat: { regime: 'out-of-scope', rateBasisPoints: 0, cents: 0 } });
    const without = sampleInvoice({ seller: { ...seller, vatNumber: null } });

    expect(at(crossIndustryInvoice(sampleInvoice()), 'SpecifiedTaxRegistration/ID')).toEqual(['FR43529003931']);
    for (const invoice of [out, without]) {
      expect(at(crossIndustryInvoice(invoice), 'SpecifiedTaxRegistration/ID@schemeID')).toEqual(['FC']);
      expect(at(crossIndustryInvoice(invoice), 'SpecifiedTaxRegistration/ID')).toEqual(['529003931']);
    }
  });

  it('takes off by a negative number of units: a price is never negative', () => {
    const xml = crossIndustryInvoice(sampleInvoice());

    expect(at(xml, 'ChargeAmount')).toEqual(['600.00', '300.00']);
    expect(at(xml, 'BilledQuantity')).toEqual(['1', '-1']);
    expect(at(xml, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount')).toEqual(['600.00', '-300.00']);
  });

  it('says how to pay, and by when', () => {
    const xml = crossIndustryInvoice(sampleInvoice());

    expect(at(xml, 'PaymentReference')).toEqual(['RF022026000042']);
    expect(at(xml, 'IBANID')).toEqual(['FR7630006000011234567890189']);
    expect(at(xml, 'DueDateDateTime/DateTimeString')).toEqual(['20261104']);
    expect(at(xml, 'BillingSpecifiedPeriod/EndDateTime/DateTimeString')).toEqual(['20271004']);
  });

  it('points from a credit note to its invoice, and asks for no payment', () => {
    const xml = crossIndustryInvoice(sampleCreditNote());

    expect(at(xml, 'InvoiceReferencedDocument/IssuerAssignedID')).toEqual(['F2026-000042']);
    expect(at(xml, 'FormattedIssueDateTime/DateTimeString')).toEqual(['20261005']);
    expect(at(xml, 'IBANID')).toEqual([]);
    expect(at(xml, 'DueDateDateTime/DateTimeString')).toEqual([]);
  });

  it('keeps names that look like markup, and leaves out what XML cannot hold', () => {
    const { buyer } = sampleInvoice();
    const legalName = 'Dupont & Fils <SAS> "é" ]]>\u0001\ufffe 株式会社 🚀';
    const xml = crossIndustryInvoice(sampleInvoice({ buyer: { ...buyer, legalName } }));

    expect(at(xml, 'BuyerTradeParty/Name')).toEqual(['Dupont & Fils <SAS> "é" ]]> 株式会社 🚀']);
  });
});
