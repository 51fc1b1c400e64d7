import * as z from 'zod';
import { typed } from '../text/issue-code.ts';

/** The six local antennas of the federal cluster. */
export const ANTENNA_CODES = ['LYO', 'STE', 'GRE', 'CLE', 'VAL', 'ANN'] as const;
export const AntennaCode = z.enum(ANTENNA_CODES, typed);
export type AntennaCode = z.infer<typeof AntennaCode>;

/** Names are place names: the same in both languages. */
export const ANTENNA_NAMES: Record<AntennaCode, string> = {
  LYO: 'Lyon',
  STE: 'Saint-Étienne – Roanne',
  GRE: 'Grenoble',
  CLE: 'Clermont-Ferrand',
  VAL: 'Valence – Romans',
  ANN: 'Annecy – Chambéry',
};
