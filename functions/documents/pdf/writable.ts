import { create, type Font } from 'fontkit';

/** What stands where a typeface has no letter: PDF/A forbids the empty box that would be drawn otherwise. */
const UNKNOWN = '?';

/**
 * Makes texts writable with a typeface: composed letters, spaces for what breaks lines, and a question mark for each
 * letter it does not have. What was typed stands whole in the XML.
 */
export const writableWith = (file: Buffer): ((text: string) => string) => {
  const opened = create(file);
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('The file holds several typefaces.');
  const font: Font = opened;
  return (text) =>
    [...text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, (space) => (/^[\u00a0\u202f]$/.test(space) ? space : ' '))]
      .filter((letter) => !/\p{Cf}/u.test(letter))
      .map((letter) => (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : UNKNOWN))
      .join('')
      .trim();
};
