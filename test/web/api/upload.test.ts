import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { compressed } from '../../../web/api/upload.ts';

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());

describe('a bank file on its way', () => {
  it('is compressed', async () => {
    const xml = `<Document>${'<Ntry/>'.repeat(2_000)}</Document>`;
    const sent = await bytesOf(await compressed(new Blob([xml])));
    expect(gunzipSync(sent).toString()).toBe(xml);
    expect(sent.length).toBeLessThan(xml.length / 15);
  });

  it('is compressed once: what the bank packed goes as it is', async () => {
    const packed = gzipSync('<Document/>');
    expect(await bytesOf(await compressed(new Blob([packed])))).toEqual(packed);
  });

  it('may be empty', async () => {
    expect(gunzipSync(await bytesOf(await compressed(new Blob([])))).length).toBe(0);
  });
});
