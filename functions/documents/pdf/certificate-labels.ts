import type { Language } from '../../../domain/application/form.ts';
import type { Category } from '../../../domain/company/category.ts';

/** The words of a certificate of membership. */
type CertificateLabels = {
  logo: string;
  title: string;
  siren: string;
  certifies: (issuer: string) => string;
  member: (number: string, from: string, to: string) => string;
  number: string;
  since: string;
  antenna: string;
  category: string;
  categories: Record<Category, string>;
  validFrom: string;
  validTo: string;
  validity: string;
  page: (number: number, of: number) => string;
};

export const CERTIFICATE_LABELS: Record<Language, CertificateLabels> = {
  fr: {
    logo: 'Traboule',
    title: 'Attestation d’adhésion',
    siren: 'SIREN',
    certifies: (issuer) => `${issuer} atteste que l’entreprise`,
    member: (number, from, to) =>
      `est membre du cluster sous le numéro d’adhérent ${number}, et que sa cotisation est réglée pour la période du ${from} au ${to} inclus.`,
    number: 'Numéro d’adhérent',
    since: 'Membre depuis le',
    antenna: 'Antenne',
    category: 'Catégorie',
    categories: {
      company: 'Entreprise',
      startup: 'Start-up',
      'education-research': 'Enseignement et recherche',
      institution: 'Institution',
      freelancer: 'Indépendant',
    },
    validFrom: 'Valable du',
    validTo: 'au',
    validity:
      'Cette attestation vaut pour la période indiquée, tant que l’adhésion n’a pas pris fin. Elle est délivrée depuis la page privée de l’entreprise, pour servir et valoir ce que de droit.',
    page: (number, of) => `Page ${number} sur ${of}`,
  },
  en: {
    logo: 'Traboule',
    title: 'Certificate of membership',
    siren: 'SIREN',
    certifies: (issuer) => `${issuer} certifies that the company`,
    member: (number, from, to) =>
      `is a member of the cluster under the membership number ${number}, and that its dues are paid for the period from ${from} to ${to}, both days included.`,
    number: 'Membership number',
    since: 'Member since',
    antenna: 'Antenna',
    category: 'Category',
    categories: {
      company: 'Company',
      startup: 'Start-up',
      'education-research': 'Education and research',
      institution: 'Institution',
      freelancer: 'Freelancer',
    },
    validFrom: 'Valid from',
    validTo: 'to',
    validity:
      'This certificate holds for the period it names, as long as the membership has not ended. It is issued from the company’s private page, for whom it may concern.',
    page: (number, of) => `Page ${number} of ${of}`,
  },
};
