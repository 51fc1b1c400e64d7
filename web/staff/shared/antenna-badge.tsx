import { Badge } from '@mantine/core';
import { ANTENNA_NAMES, type AntennaCode } from '../../../domain/antenna/antenna.ts';

/** An antenna by its name: codes are for addresses and tables of rules. @param whole never cut short */
export const AntennaBadge = ({ code, whole = false }: { code: AntennaCode; whole?: boolean }) => (
  <Badge size="lg" miw={whole ? 'max-content' : undefined} variant="light" color="passage">
    {ANTENNA_NAMES[code]}
  </Badge>
);
