import XMLBuilder from 'fast-xml-builder';
import type { Invoice, InvoiceLine } from '../invoice/invoice.ts';
import { mentionsOf } from '../invoice/mentions.ts';
import { CURRENCY } from '../money/money.ts';
import { VAT_CATEGORIES } from './vat-category.ts';

// Cross Industry Invoice (UN/CEFACT D22B) in the profile EN 16931 of Factur-X 1.09. Elements stand in the order of the
// schema, which is that of the keys below; BT-… are the business terms of EN 16931-1.

/** Name of the XML within the PDF, and on its own. */
export const FACTURX_FILE = 'factur-x.xml';
const GUIDELINE = 'urn:cen.eu:en16931:2017';
/** UNTDID 1001: commercial invoice, credit note. */
const TYPE_CODES = { invoice: '380', 'credit-note': '381' } as const satisfies Record<Invoice['kind'], string>;
/** ISO 6523: SIREN. */
const SIREN_SCHEME = '0002';
/** UNTDID 4461: SEPA credit transfer. */
const CREDIT_TRANSFER = '58';
/** UN/ECE Recommendation 20: one. */
const ONE = 'C62';
/** Members have French companies' numbers, and French addresses. */
const COUNTRY = 'FR';

/** A value of the tree: text, an element with attributes (`@name`) or children, or several of one name. */
type Xml = string | { [name: string]: Xml | undefined } | Xml[];

/** Euros and two decimals, with a point. */
const amount = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const percent = amount;

/** Days are written YYYYMMDD (UNTDID 2379, format 102). */
const day = (date: string): Xml => ({ 'udt:DateTimeString': { '@format': '102', '#text': date.replaceAll('-', '') } });
const qualifiedDay = (date: string): Xml => ({
  'qdt:DateTimeString': { '@format': '102', '#text': date.replaceAll('-', '') },
});
const id = (schemeID: string, text: string): Xml => ({ '@schemeID': schemeID, '#text': text });

/**
 * Notes, each with what it is about (UNTDID 4451): the period, late penalties, indemnity, discount. The French profile
 * wants the last three of a credit note too (XP Z12-012, BR-FR-05).
 */
const notes = (invoice: Invoice): Xml[] => {
  const { period, due, penalties, indemnity, discount } = mentionsOf(invoice);
  const coded = [
    ['AAI', invoice.kind === 'invoice' ? period : `${due} ${period}`],
    ['PMD', penalties],
    ['PMT', indemnity],
    ['AAB', discount],
  ] as const;
  return coded.map(([code, text]) => ({ 'ram:Content': text, 'ram:SubjectCode': code }));
};

/** VAT of a line (BG-30). What is outside the scope has no rate (BR-O-05). */
const lineTax = ({ vat }: Invoice): Xml => {
  const { code } = VAT_CATEGORIES[vat.regime];
  return {
    'ram:TypeCode': 'VAT',
    'ram:CategoryCode': code,
    'ram:RateApplicablePercent': code === 'O' ? undefined : percent(vat.rateBasisPoints),
  };
};

/** A line (BG-25). A price is never negative (BR-27): what is taken off is a negative number of units. */
const lineOf = (invoice: Invoice, line: InvoiceLine, place: number): Xml => ({
  'ram:AssociatedDocumentLineDocument': { 'ram:LineID': String(place + 1) },
  'ram:SpecifiedTradeProduct': { 'ram:Name': line.description },
  'ram:SpecifiedLineTradeAgreement': {
    'ram:NetPriceProductTradePrice': { 'ram:ChargeAmount': amount(Math.abs(line.unitCents)) },
  },
  'ram:SpecifiedLineTradeDelivery': {
    'ram:BilledQuantity': { '@unitCode': ONE, '#text': String(line.unitCents < 0 ? -line.quantity : line.quantity) },
  },
  'ram:SpecifiedLineTradeSettlement': {
    'ram:ApplicableTradeTax': lineTax(invoice),
    'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': amount(line.netCents) },
  },
});

const address = ({ street, postcode, city }: Invoice['buyer'] | Invoice['seller']): Xml => ({
  'ram:PostcodeCode': postcode,
  'ram:LineOne': street,
  'ram:CityName': city,
  'ram:CountryID': COUNTRY,
});

/** Longest electronic address (BR-FR-25), in characters. */
const LONGEST_ADDRESS = 125;
/** Where documents are sent (BT-34, BT-49): the e-mail address, or where it is too long the SIREN (EAS 0225). */
const electronicAddress = ({ email, siren }: { email: string; siren: string }): Xml => ({
  'ram:URIID': email.length > LONGEST_ADDRESS ? id('0225', siren) : id('EM', email),
});

/**
 * Who issues it (BG-4). Its VAT number must not stand where VAT is out of scope (BR-O-02); where VAT is asked or
 * exempted and it has none, its SIREN is its tax registration (BT-32).
 */
const seller = ({ seller: by, vat }: Invoice): Xml => {
  const outOfScope = VAT_CATEGORIES[vat.regime].code === 'O';
  const registration = by.vatNumber === null || outOfScope ? id('FC', by.siren) : id('VA', by.vatNumber);
  return {
    'ram:Name': by.legalName,
    'ram:SpecifiedLegalOrganization': { 'ram:ID': id(SIREN_SCHEME, by.siren) },
    'ram:DefinedTradeContact': {
      'ram:PersonName': by.legalName,
      'ram:EmailURIUniversalCommunication': { 'ram:URIID': by.email },
    },
    'ram:PostalTradeAddress': address(by),
    'ram:URIUniversalCommunication': electronicAddress(by),
    'ram:SpecifiedTaxRegistration': { 'ram:ID': registration },
  };
};

/** Who owes it (BG-7). */
const buyer = ({ buyer: to }: Invoice): Xml => ({
  'ram:Name': to.legalName,
  'ram:SpecifiedLegalOrganization': { 'ram:ID': id(SIREN_SCHEME, to.siren) },
  'ram:DefinedTradeContact': {
    'ram:PersonName': to.contactName,
    'ram:EmailURIUniversalCommunication': { 'ram:URIID': to.email },
  },
  'ram:PostalTradeAddress': address(to),
  'ram:URIUniversalCommunication': electronicAddress(to),
});

/** The VAT breakdown (BG-23): one, because all lines of an invoice are under one regime. */
const tax = (invoice: Invoice): Xml => {
  const { vat, netCents } = invoice;
  const { code, exemption } = VAT_CATEGORIES[vat.regime];
  return {
    'ram:CalculatedAmount': amount(vat.cents),
    'ram:TypeCode': 'VAT',
    'ram:ExemptionReason': exemption === null ? undefined : mentionsOf(invoice).vat,
    'ram:BasisAmount': amount(netCents),
    'ram:CategoryCode': code,
    'ram:ExemptionReasonCode': exemption ?? undefined,
    'ram:RateApplicablePercent': code === 'O' ? undefined : percent(vat.rateBasisPoints),
  };
};

/** How it is paid: by transfer, quoting the reference. A credit note is not paid by anybody. */
const paymentMeans = ({ kind, seller: by }: Invoice): Xml | undefined =>
  kind === 'credit-note'
    ? undefined
    : {
        'ram:TypeCode': CREDIT_TRANSFER,
        'ram:PayeePartyCreditorFinancialAccount': { 'ram:IBANID': by.iban, 'ram:AccountName': by.legalName },
        'ram:PayeeSpecifiedCreditorFinancialInstitution': { 'ram:BICID': by.bic },
      };

const settlement = (invoice: Invoice): Xml => {
  const { kind, period, corrects, vat, netCents, totalCents, dueOn, reference } = invoice;
  return {
    'ram:PaymentReference': kind === 'invoice' ? reference : undefined,
    'ram:InvoiceCurrencyCode': CURRENCY,
    'ram:SpecifiedTradeSettlementPaymentMeans': paymentMeans(invoice),
    'ram:ApplicableTradeTax': tax(invoice),
    'ram:BillingSpecifiedPeriod': { 'ram:StartDateTime': day(period.from), 'ram:EndDateTime': day(period.to) },
    'ram:SpecifiedTradePaymentTerms': {
      'ram:Description': mentionsOf(invoice).due,
      'ram:DueDateDateTime': kind === 'invoice' ? day(dueOn) : undefined,
    },
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation': {
      'ram:LineTotalAmount': amount(netCents),
      'ram:TaxBasisTotalAmount': amount(netCents),
      'ram:TaxTotalAmount': { '@currencyID': CURRENCY, '#text': amount(vat.cents) },
      'ram:GrandTotalAmount': amount(totalCents),
      'ram:DuePayableAmount': amount(totalCents),
    },
    'ram:InvoiceReferencedDocument':
      corrects === null
        ? undefined
        : { 'ram:IssuerAssignedID': corrects.number, 'ram:FormattedIssueDateTime': qualifiedDay(corrects.issuedOn) },
  };
};

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
});

/** What XML 1.0 cannot hold at all (2.2): a name typed with it would make the whole document unreadable. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The tree without what is absent, nor characters that XML cannot hold. */
const written = (xml: Xml): Xml => {
  if (typeof xml === 'string') return xml.replace(UNWRITABLE, '').trim();
  if (Array.isArray(xml)) return xml.map(written);
  return Object.fromEntries(
    Object.entries(xml).flatMap(([name, value]) => (value === undefined ? [] : [[name, written(value)]])),
  );
};

/** The invoice or credit note as XML: Cross Industry Invoice in the profile EN 16931. The same bytes each time. */
export const crossIndustryInvoice = (invoice: Invoice): string => {
  const tree: Xml = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    'rsm:CrossIndustryInvoice': {
      '@xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
      '@xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
      '@xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
      '@xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
      'rsm:ExchangedDocumentContext': { 'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': GUIDELINE } },
      'rsm:ExchangedDocument': {
        'ram:ID': invoice.number,
        'ram:TypeCode': TYPE_CODES[invoice.kind],
        'ram:IssueDateTime': day(invoice.issuedOn),
        'ram:IncludedNote': notes(invoice),
      },
      'rsm:SupplyChainTradeTransaction': {
        'ram:IncludedSupplyChainTradeLineItem': invoice.lines.map((line, place) => lineOf(invoice, line, place)),
        'ram:ApplicableHeaderTradeAgreement': {
          'ram:SellerTradeParty': seller(invoice),
          'ram:BuyerTradeParty': buyer(invoice),
        },
        // It must be there, and must not be empty.
        'ram:ApplicableHeaderTradeDelivery': { 'ram:ShipToTradeParty': { 'ram:Name': invoice.buyer.legalName } },
        'ram:ApplicableHeaderTradeSettlement': settlement(invoice),
      },
    },
  };
  return builder.build(written(tree));
};
