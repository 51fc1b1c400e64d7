import { CHARTER_2026_01 } from './charter-2026-01.ts';
import type { CharterVersion } from './text.ts';

/** Every version ever published, oldest first: the evidence of consent points to them. */
export const CHARTERS: readonly CharterVersion[] = [CHARTER_2026_01];

/** The version the form asks people to accept. */
export const CURRENT_CHARTER: CharterVersion = CHARTER_2026_01;

/** A version by its name; undefined when it was never published. */
export const charterVersion = (version: string): CharterVersion | undefined =>
  CHARTERS.find((charter) => charter.version === version);
