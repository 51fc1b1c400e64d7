/** Tells how wide a text is, in points. */
type Measure = (text: string) => number;

/** A word that is wider than the line, cut after a hyphen, a point or an at sign where there is one, else anywhere. */
const cut = (word: string, width: number, measure: Measure): string[] => {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      const end = /^.+[-.@/]/u.exec(part)?.[0] ?? part;
      parts.push(end);
      part = part.slice(end.length);
    }
    part += letter;
  }
  return [...parts, part];
};

/**
 * The lines of a text within a width: broken at spaces, within a word only where the word alone is wider. Spaces that
 * do not break (before a colon, in an amount) hold.
 */
export const wrap = (text: string, width: number, measure: Measure): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = cut(word, width, measure);
    line = parts.pop() ?? '';
    lines.push(...parts);
  }
  return [...lines, line];
};
