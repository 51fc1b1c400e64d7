import { stdnum } from 'stdnum';
import * as z from 'zod';

/** SIREN: nine digits with a Luhn check (INSEE, Sirene). Spaces are allowed when typed. */
export const Siren = z
  .string({ error: 'required' })
  .transform((s) => s.replace(/[\s.]/g, ''))
  .pipe(
    z
      .string()
      .regex(/^\d{9}$/, 'siren.format')
      .refine((s) => stdnum.FR.siren.validate(s).isValid, 'siren.checksum'),
  );

/** SIRET: SIREN and five digits, Luhn over all; La Poste's own check where Luhn fails. */
export const Siret = z
  .string({ error: 'required' })
  .transform((s) => s.replace(/[\s.]/g, ''))
  .pipe(
    z
      .string()
      .regex(/^\d{14}$/, 'siret.format')
      .refine((s) => stdnum.FR.siret.validate(s).isValid, 'siret.checksum'),
  );
