import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { sendFile } from '../../../functions/shared/http/file.ts';

const PDF = { bytes: Buffer.from('%PDF-1.7'), type: 'application/pdf', name: 'F2026-000042.pdf' };
const TYPES = ['application/pdf', 'text/csv'] as const;

describe('a file as an answer', () => {
  it('is offered for saving under its name', () => {
    const { headers, body, isBase64Encoded } = sendFile(TYPES, PDF, undefined);

    expect(headers).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="F2026-000042.pdf"',
      vary: 'accept-encoding',
    });
    expect(isBase64Encoded).toBe(true);
    expect(Buffer.from(body, 'base64').toString()).toBe('%PDF-1.7');
  });

  it.each(['gzip', 'deflate, gzip;q=1.0, *;q=0.5', 'br, GZIP'])('is compressed for who accepts %s', (accepted) => {
    const { headers, body } = sendFile(TYPES, PDF, accepted);

    expect(headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe('%PDF-1.7');
  });

  it.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip;q=0.0'])(
    'is sent as it is to who accepts %s',
    (accepted) => {
      expect(sendFile(TYPES, PDF, accepted).headers).not.toHaveProperty('content-encoding');
    },
  );

  it('says in which letters a text is written', () => {
    expect(sendFile(TYPES, { ...PDF, type: 'text/csv' }, undefined).headers['content-type']).toBe(
      'text/csv; charset=utf-8',
    );
  });

  it('is refused, with a sentence, when no answer can hold it', () => {
    const letters = Buffer.alloc(6_000_000, 'a');

    expect(() => sendFile(TYPES, { ...PDF, bytes: letters }, undefined)).toThrow('file-too-large');
    expect(sendFile(TYPES, { ...PDF, bytes: letters }, 'gzip').body.length).toBeLessThan(10_000);
    expect(() => sendFile(TYPES, { ...PDF, bytes: randomBytes(4_500_000) }, 'gzip')).toThrow('file-too-large');
  });

  it('is none of another kind, nor of a name that could break the header', () => {
    expect(() => sendFile(TYPES, { ...PDF, type: 'application/xml' }, undefined)).toThrow();
    expect(() => sendFile(TYPES, { ...PDF, name: 'a"\r\nx: y' }, undefined)).toThrow();
  });
});
