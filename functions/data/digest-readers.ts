import { DigestReader } from '../../domain/digest/digest.ts';
import { DIGEST, DIGEST_PREFIX, digestReaderKey } from './keys.ts';
import { list, transact } from './table.ts';

/** Everybody the weekly digest goes to, by name. */
export const listDigestReaders = async (): Promise<DigestReader[]> =>
  (await list({ pk: DIGEST, prefix: DIGEST_PREFIX }, DigestReader)).sort(
    (a, b) => a.name.localeCompare(b.name) || a.readerId.localeCompare(b.readerId),
  );

/** Adds a reader, or changes what is said of them: an address is in the list once for each antenna. */
export const putDigestReader = (reader: DigestReader): Promise<void> =>
  transact([{ put: { ...digestReaderKey(reader.readerId), ...reader } }]);

/** Takes a reader out; one who is out already stays so. */
export const removeDigestReader = (readerId: string): Promise<void> =>
  transact([{ remove: digestReaderKey(readerId) }]);
