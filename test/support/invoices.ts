import type { Language } from '../../domain/application/form.ts';
import { VAT_REGIMES, type VatRegime } from '../../domain/dues/policy.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { invoiceReference } from '../../domain/payment/reference.ts';

/** An invoice of a company of Villeurbanne, made of what `changes` say and the rest of an ordinary one. */
export const sampleInvoice = (changes: Partial<Invoice> = {}): Invoice => {
  const number = changes.number ?? 'F2026-000042';
  const language = changes.language ?? 'fr';
  const vat = changes.vat ?? { regime: 'exempt-261-4-9', rateBasisPoints: 0, cents: 0 };
  const lines = changes.lines ?? LINES[language];
  const netCents = lines.reduce((sum, line) => sum + line.netCents, 0);
  return {
    number,
    kind: 'invoice',
    duesId: 'b3c8d0f2-7a41-4c8e-9f0a-2d6e5b1c7a90-2026',
    applicationId: 'b3c8d0f2-7a41-4c8e-9f0a-2d6e5b1c7a90',
    memberNumber: null,
    issuedOn: '2026-10-05',
    dueOn: '2026-11-04',
    period: { from: '2026-10-05', to: '2027-10-04' },
    issuedAt: '2026-10-05T09:12:31.000Z',
    language,
    seller: {
      legalName: 'Traboule, cluster numérique d’Auvergne-Rhône-Alpes',
      siren: '529003931',
      vatNumber: 'FR43529003931',
      street: '20 boulevard Eugène-Deruelle',
      postcode: '69003',
      city: 'Lyon',
      email: 'tresorerie@traboule.example',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPPXXX',
    },
    buyer: {
      legalName: 'ESKER',
      siren: '331518498',
      street: '113 boulevard de Stalingrad',
      postcode: '69100',
      city: 'Villeurbanne',
      contactName: 'Jeanne Lefèvre',
      email: 'jeanne.lefevre@example.com',
    },
    netCents,
    totalCents: netCents + vat.cents,
    penaltyRateBasisPoints: 1215,
    reference: invoiceReference(number),
    corrects: null,
    policyVersion: '2026-01',
    ...changes,
    lines,
    vat,
  };
};

const LINES: Record<Language, Invoice['lines']> = {
  fr: [
    {
      description: 'Cotisation annuelle, tranche de 10 à 19 salariés (12 salariés en 2025)',
      quantity: 1,
      unitCents: 600_00,
      netCents: 600_00,
    },
    {
      description: 'Réduction de 50 % la première année : adhésion à partir du 1er juillet',
      quantity: 1,
      unitCents: -300_00,
      netCents: -300_00,
    },
  ],
  en: [
    {
      description: 'Annual membership dues, band of 10 to 19 employees (12 employees in 2025)',
      quantity: 1,
      unitCents: 600_00,
      netCents: 600_00,
    },
    {
      description: 'Reduction of 50% in the first year: joining from 1 July on',
      quantity: 1,
      unitCents: -300_00,
      netCents: -300_00,
    },
  ],
};

/** A credit note that takes back a third of the sample invoice. */
export const sampleCreditNote = (changes: Partial<Invoice> = {}): Invoice => {
  const french = changes.language !== 'en';
  return sampleInvoice({
    number: 'A2026-000007',
    kind: 'credit-note',
    issuedOn: '2026-10-20',
    issuedAt: '2026-10-20T14:00:00.000Z',
    dueOn: '2026-10-20',
    reference: invoiceReference('F2026-000042'),
    corrects: {
      number: 'F2026-000042',
      issuedOn: '2026-10-05',
      reason: french ? 'effectif déclaré par erreur' : 'headcount stated by mistake',
    },
    lines: [
      {
        description: french ? 'Avoir partiel sur la cotisation annuelle' : 'Part credit of the annual membership dues',
        quantity: 1,
        unitCents: 100_00,
        netCents: 100_00,
      },
    ],
    ...changes,
  });
};

const vatOf = (regime: VatRegime, netCents: number): Invoice['vat'] =>
  regime === 'standard'
    ? { regime, rateBasisPoints: 2000, cents: netCents / 5 }
    : { regime, rateBasisPoints: 0, cents: 0 };

/** An invoice of everything at its longest: names, an address, forty lines, letters that no typeface of ours has. */
export const longInvoice = (): Invoice => {
  const { buyer } = sampleInvoice();
  const description = (place: number): string =>
    `Ligne ${place} : cotisation${place === 21 ? ', avec une explication qui ne finit pas'.repeat(60) : ''}`;
  return sampleInvoice({
    buyer: {
      ...buyer,
      legalName: `Société coopérative d’intérêt collectif ${'pour le développement du numérique '.repeat(8)}🚀 株式会社`,
      street: 'Zone d’activités intercommunale de la Plaine des Mille Étangs, bâtiment C, 3e étage',
      city: 'Saint-Rémy-en-Montmorillon-sur-Loire-et-les-Grands-Champs',
      email: `une.adresse.${'qui.ne.tient.pas.'.repeat(6)}@exemple.example`,
    },
    lines: Array.from({ length: 40 }, (_, place) => ({
      description: description(place + 1),
      quantity: 1,
      unitCents: 123_456_00 + place,
      netCents: 123_456_00 + place,
    })),
  });
};

/** An invoice and a credit note of every VAT regime in both languages, by the name of a file. */
export const everyInvoice = (): Map<string, Invoice> =>
  new Map(
    VAT_REGIMES.flatMap((regime) =>
      (['fr', 'en'] as const).flatMap((language): [string, Invoice][] => [
        [`invoice-${regime}-${language}`, sampleInvoice({ language, vat: vatOf(regime, 300_00) })],
        [`credit-note-${regime}-${language}`, sampleCreditNote({ language, vat: vatOf(regime, 100_00) })],
      ]),
    ),
  );

/** What the validator is shown: the above, an issuer without a VAT number, and an invoice at its longest. */
export const invoicesToValidate = (): Map<string, Invoice> => {
  const { seller } = sampleInvoice();
  const unregistered = [...everyInvoice()]
    .filter(([, { language }]) => language === 'fr')
    .map(([name, invoice]): [string, Invoice] => [
      `${name}-no-vat-number`,
      { ...invoice, seller: { ...seller, vatNumber: null } },
    ]);
  return new Map([...everyInvoice(), ...unregistered, ['invoice-long-fr', longInvoice()]]);
};
