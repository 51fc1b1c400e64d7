import { ANTENNA_CODES, ANTENNA_NAMES, AntennaCode } from '../../domain/antenna/antenna.ts';
import type { World } from '../world/world.ts';

const HOST = 'equipes.example';

/** The antenna whose staff read mails at an address; null for anybody else's. */
export const antennaAt = (address: string): AntennaCode | null => {
  const [name, host] = address.split('@');
  return host === HOST ? (AntennaCode.safeParse(name?.toUpperCase()).data ?? null) : null;
};

/** Has the weekly digest of each antenna sent to its staff, as the head office would; again, it changes nothing. */
export const subscribeStaff = async (world: World): Promise<void> => {
  for (const antenna of ANTENNA_CODES) {
    const email = `${antenna.toLowerCase()}@${HOST}`;
    const body = { name: ANTENNA_NAMES[antenna], email, language: 'fr', antenna };
    const { problem } = await world.call('AddDigestReader', { staff: ['admin'], body });
    if (problem !== null) throw new Error(`The digest of ${antenna} has no reader: ${problem}`);
  }
};
