import type { VatRegime } from '../dues/policy.ts';

/** How EN 16931 speaks of a VAT regime. */
export type VatCategory = {
  /** UNTDID 5305, as EN 16931 restricts it: outside the scope, exempt, standard rate. */
  code: 'O' | 'E' | 'S';
  /** Reason why no VAT is asked (code list VATEX); null where it is. */
  exemption: string | null;
};

export const VAT_CATEGORIES: Record<VatRegime, VatCategory> = {
  'out-of-scope': { code: 'O', exemption: 'VATEX-EU-O' },
  'exempt-261-7-1a': { code: 'E', exemption: 'VATEX-FR-CGI261-7' },
  'exempt-261-4-9': { code: 'E', exemption: 'VATEX-FR-CGI261-4' },
  'franchise-293b': { code: 'E', exemption: 'VATEX-FR-FRANCHISE' },
  standard: { code: 'S', exemption: null },
};
