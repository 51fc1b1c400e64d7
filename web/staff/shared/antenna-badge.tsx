import { Badge } from '@mantine/core';
import { ANTENNA_NAMES, type AntennaCode } from '../../../domain/antenna/antenna.ts';

/** An antenna by its name: codes are for addresses and tables of rules. */
export const AntennaBadge = ({ code }: { code: AntennaCode }) => (
  <Badge size="lg" variant="light" color="passage">
    {ANTENNA_NAMES[code]}
  </Badge>
);
