import { COLOURS, INNER_WIDTH, PAGE, type Paper, STYLES } from './paper.ts';

/** The mark of the house (web/brand/mark.tsx): two houses, the passage under both, the light at its end. */
export const MARK = [
  { fill: COLOURS.terracotta, path: 'M2 38V15.5L11 8l9 7.5V38z' },
  { fill: COLOURS.ochre, path: 'M20 38V9.5L29 2l9 7.5V38z' },
  { fill: COLOURS.passage, path: 'M10 38V27.5a10 10 0 0 1 20 0V38z' },
  { fill: COLOURS.light, path: 'M16 38v-7.5a4 4 0 0 1 8 0V38z' },
] as const;
const MARK_SIZE = 40;

/** Mark and name of the house, at the left of where the paper stands. */
export const drawLogo = (paper: Paper, name: string): void => {
  const top = paper.y;
  paper.tag(
    'Figure',
    () => {
      paper.pdf.save().translate(PAGE.left, top);
      for (const { fill, path } of MARK) paper.pdf.path(path).fill(fill);
      paper.pdf.restore();
      paper.write(name, STYLES.logo, { x: PAGE.left + MARK_SIZE + 10, y: top + 11, width: INNER_WIDTH / 2 });
    },
    { alt: name },
  );
};
