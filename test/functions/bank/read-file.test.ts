import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../domain/errors.ts';
import { readBankFile } from '../../../functions/bank/read-file.ts';
import { writeCamt } from '../../../local/bank/camt.ts';

const IBAN = 'FR7630006000011234567890189';
const xml = writeCamt({
  iban: IBAN,
  statements: [
    {
      id: 'S1',
      from: '2026-10-01',
      to: '2026-10-05',
      entries: [{ bookedOn: '2026-10-05', transactions: [{ cents: 60_000, payer: 'L’épicerie numérique' }] }],
    },
  ],
});
const refusalOf = async (bytes: Buffer): Promise<unknown> => {
  try {
    await readBankFile(bytes, [IBAN]);
  } catch (error) {
    if (error instanceof Refusal) return [error.type, error.details.errors?.[0]?.code];
    throw error;
  }
  throw new Error('The file was taken.');
};

describe('a bank file', () => {
  const latin = xml.replace('UTF-8', 'ISO-8859-1').replace('’', "'");
  it.each([
    ['as it is', Buffer.from(xml), 'L’épicerie numérique'],
    ['gzipped', gzipSync(xml), 'L’épicerie numérique'],
    ['with a byte-order mark', Buffer.from(`\ufeff${xml}`), 'L’épicerie numérique'],
    ['in UTF-16', Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'), 'L’épicerie numérique'],
    ['in Latin-1', Buffer.from(latin, 'latin1'), "L'épicerie numérique"],
  ])('%s is read', async (_, bytes, payer) => {
    const { lines } = await readBankFile(bytes, [IBAN]);
    expect(lines).toMatchObject([{ cents: 60_000, payer }]);
  });

  it('is known by its text, whichever way it was packed', async () => {
    const textOf = async (bytes: Buffer) => {
      let text = '';
      await readBankFile(bytes, [IBAN], (piece) => {
        text += piece;
      });
      return text;
    };
    expect(await textOf(gzipSync(xml))).toBe(await textOf(Buffer.from(xml)));
  });

  it.each([
    ['that is empty', Buffer.alloc(0), ['not-xml', 'xml.syntax']],
    ['that is no text', Buffer.from([0x3c, 0xff, 0xff, 0xc3]), ['not-xml', 'file.encoding']],
    ['in an encoding nobody knows', Buffer.from(xml.replace('UTF-8', 'klingon')), ['not-xml', 'file.encoding']],
    ['gzipped and cut short', gzipSync(xml).subarray(0, 100), ['not-xml', 'file.broken']],
    ['gzipped and damaged', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), ['not-xml', 'file.broken']],
    ['that is an archive', Buffer.from('PK\u0003\u0004...'), ['not-xml', 'xml.syntax']],
    [
      'of 50 MB',
      Buffer.from(xml.replace('</Stmt>', `${' '.repeat(50_000_000)}</Stmt>`)),
      ['body-too-large', 'file.too-long'],
    ],
    [
      'that decompresses to 50 MB',
      gzipSync(xml.replace('</Stmt>', `${' '.repeat(50_000_000)}</Stmt>`)),
      ['body-too-large', 'file.too-long'],
    ],
  ])('%s is refused', async (_, bytes, refusal) => expect(await refusalOf(bytes)).toEqual(refusal));
});
