import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fecName, fecOf } from '../../../domain/ledger/fec.ts';
import { anyEntries, sampleEntries } from '../../support/entries.ts';
import { fecFaults } from '../../support/fec.ts';

const NAME = '529003931FEC20261231.txt';
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const rows = (text: string): string[][] => text.split('\r\n').map((line) => line.split('\t'));

describe('the FEC', () => {
  it('is named by the SIREN and the last day of the year', () => {
    expect(fecName('529003931', 2026)).toBe(NAME);
  });

  it('says each line of each entry, in the order they were validated', () => {
    const [, first, second, third] = rows(fecOf(sampleEntries().reverse()));

    expect(first).toEqual(
      'VE,Ventes,1,20261005,411000,Adhérents,331518498,ESKER,F2026-000042,20261005,Facture F2026-000042 ESKER,720;00,0;00,,,20261005,,'
        .split(',')
        .map((cell) => cell.replace(';', ',')),
    );
    expect(second?.slice(4, 8)).toEqual(['756000', 'Cotisations', '', '']);
    expect(third?.slice(4, 6)).toEqual(['445710', 'TVA collectée']);
  });

  it('passes the checks of the law', () => {
    expect(fecFaults(bytes(fecOf(sampleEntries())), NAME, 2026)).toEqual([]);
    expect(fecFaults(bytes(fecOf([])), NAME, 2026)).toEqual([]);
  });

  it('passes them whatever is in the journal, and whatever people type', () => {
    fc.assert(
      fc.property(anyEntries(12), (entries) => {
        expect(fecFaults(bytes(fecOf(entries)), NAME, 2026)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the number of an entry when later ones come', () => {
    const [one, two, three] = sampleEntries();
    if (one === undefined || two === undefined || three === undefined) throw new Error('There are three entries.');
    const before = rows(fecOf([one, two]));
    const after = rows(fecOf([three, one, two]));

    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  });
});

describe('the checks', () => {
  const right = fecOf(sampleEntries());
  it.each([
    ['a column too many', right.replace('\r\n', '\tX\r\n')],
    ['two columns exchanged', right.replace('Debit\tCredit', 'Credit\tDebit')],
    ['an amount with a point', right.replace('720,00', '720.00')],
    ['an entry that does not balance', right.replace('720,00', '720,01')],
    ['a number left out', right.replaceAll(/\t3\t2026/g, '\t4\t2026')],
    ['a day that is none', right.replaceAll('\t20261005\t', '\t20261305\t')],
    ['another year', right.replaceAll('20261005', '20251005')],
    ['an account of no chart', right.replace('\t411000\t', '\t911000\t')],
    ['a line without a piece', right.replace('\tF2026-000042\t', '\t\t')],
    ['validation out of order', right.replaceAll('20261020', '20261001')],
    ['a last line that does not end', right.trimEnd()],
  ])('find %s', (_, text) => {
    expect(text).not.toBe(right);
    expect(fecFaults(bytes(text), NAME, 2026)).not.toEqual([]);
  });

  it('find a wrong name', () => {
    expect(fecFaults(bytes(right), 'FEC.txt', 2026)).not.toEqual([]);
  });
});
