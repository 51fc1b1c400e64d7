/** Widths kept at most; with what is measured they take a few megabytes. */
const KEPT = 20_000;
const widths = new Map<string, number>();

/**
 * How wide a text is in a style, measured once in the life of the process: in one document after another most texts are the
 * same, and to measure them is most of the work of drawing.
 * @param style all that the width depends on, beside the text
 */
export const keptWidth = (style: string, text: string, measure: () => number): number => {
  const key = `${style} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = measure();
  if (widths.size >= KEPT) widths.clear();
  widths.set(key, width);
  return width;
};
