import { describe, expect, it } from '@jest/globals';
import { gray, green, ink, ochre, passage, red, terracotta } from '../../../web/theme/colors.ts';

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
/** Relative luminance (WCAG 2.2). */
const luminance = (color: string): number =>
  0.2126 * channel(color.slice(1, 3)) + 0.7152 * channel(color.slice(3, 5)) + 0.0722 * channel(color.slice(5, 7));
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const PAPER = gray[0];
const WHITE = '#ffffff';

describe('the palette', () => {
  it.each([
    ['ink on paper', ink, PAPER],
    ['secondary text on paper', gray[6], PAPER],
    ['secondary text on white', gray[6], WHITE],
    ['errors on paper', red[6], PAPER],
    ['links on paper', passage[7], PAPER],
    ['white on the main button', WHITE, passage[7]],
    ['white on the sending button', WHITE, terracotta[6]],
    ['ink on the ochre button', ink, ochre[4]],
    ['lead of the dark hero', passage[1], passage[8]],
    ['links of the footer', WHITE, passage[9]],
    ...Object.entries({ passage, terracotta, ochre, gray, red, green }).map(
      ([name, shades]) => [`${name} badge`, shades[8], shades[1]] as const,
    ),
  ])('holds %s at 4.5:1', (_, text = '', ground = '') => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['edges of fields', gray[4], WHITE],
    ['the focus ring on paper', passage[5], PAPER],
    ['the focus ring on the hero', ochre[3], passage[8]],
  ])('holds %s at 3:1', (_, line = '', ground = '') => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });
});
