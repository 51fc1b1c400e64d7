import jsQR from 'jsqr';

// What our PDFs say, read from their bytes: they are not compressed.

/** The bytes as characters, one each. */
const characters = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** How many pages it has. */
export const pagesOf = (pdf: Uint8Array): number => characters(pdf).match(/\/Type \/Page\n/g)?.length ?? 0;

/** The text of the XML within. */
export const xmlWithin = (pdf: Uint8Array): string | null => {
  const found = /stream\n(<\?xml version="1\.0" encoding="UTF-8"\?>[\s\S]*?)\nendstream/.exec(characters(pdf))?.[1];
  return found === undefined ? null : Buffer.from(found, 'latin1').toString('utf8');
};

/** Tells whether these characters stand in its structure. */
export const holds = (pdf: Uint8Array, text: string): boolean => characters(pdf).includes(text);

type Box = { x: number; y: number; width: number; height: number };

/** The largest figure made of nothing but rectangles: the modules of the code. */
const modulesOf = (pdf: Uint8Array): Box[] => {
  const figures = characters(pdf).match(/(?:-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+ re\n){50,}/g) ?? [];
  const [largest = ''] = figures.sort((a, b) => b.length - a.length);
  return largest
    .trim()
    .split('\n')
    .map((line) => {
      const [x = 0, y = 0, width = 0, height = 0] = line.split(' ').map(Number);
      return { x, y, width, height };
    });
};

/** Pixels of a module, and modules of white around, in the picture that the decoder is shown. */
const SCALE = 4;
const QUIET = 4;

/** What the QR code on its pages says, as a phone reads it; null when there is none that can be read. */
export const codeWithin = (pdf: Uint8Array): string | null => {
  const boxes = modulesOf(pdf);
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  // The mark in each corner is seven modules wide: the first rectangle of all.
  const module = (boxes[0]?.width ?? 0) / 7;
  if (!(module > 0)) return null;
  const side = (Math.round((right - left) / module) + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width } of boxes) {
    const from = (Math.round((x - left) / module) + QUIET) * SCALE;
    const row = (Math.round((y - top) / module) + QUIET) * SCALE;
    for (let line = row; line < row + SCALE; line++) {
      for (let column = from; column < from + Math.round(width / module) * SCALE; column++) {
        pixels.set([0, 0, 0], (line * side + column) * 4);
      }
    }
  }
  return jsQR(pixels, side, side)?.data ?? null;
};
