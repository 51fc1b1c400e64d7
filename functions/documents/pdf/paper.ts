import PDFDocument from 'pdfkit';
import { type FontName, fontFiles } from './assets.ts';
import { keptWidth } from './widths.ts';
import { wrap } from './wrap.ts';
import { writableWith } from './writable.ts';

/** The colours of the house (web/theme/colors.ts). */
export const COLOURS = {
  ink: '#1b2a2c',
  quiet: '#6a6154',
  rule: '#dcd3c4',
  paper: '#fbf8f3',
  passage: '#0d4347',
  passagePale: '#eaf4f3',
  terracotta: '#b34a28',
  ochre: '#e5ab38',
  light: '#faeac8',
  white: '#ffffff',
} as const;

/** A4, in points, and what is kept free around. */
export const PAGE = { width: 595.28, height: 841.89, left: 48, right: 547.28, top: 48, bottom: 776 } as const;
export const INNER_WIDTH = PAGE.right - PAGE.left;

/** How a text is set. Sizes in points; `figures` are all of one width, and no comma slips under a seven. */
export type Style = { font: FontName; size: number; leading: number; colour: string; figures?: true };
export const STYLES = {
  body: { font: 'text', size: 9.5, leading: 13.5, colour: COLOURS.ink },
  strong: { font: 'strong', size: 9.5, leading: 13.5, colour: COLOURS.ink },
  figure: { font: 'text', size: 9.5, leading: 13.5, colour: COLOURS.ink, figures: true },
  strongFigure: { font: 'strong', size: 9.5, leading: 13.5, colour: COLOURS.ink, figures: true },
  small: { font: 'text', size: 8, leading: 11, colour: COLOURS.quiet },
  label: { font: 'strong', size: 7.5, leading: 11, colour: COLOURS.quiet },
  name: { font: 'strong', size: 11, leading: 15, colour: COLOURS.passage },
  title: { font: 'title', size: 30, leading: 34, colour: COLOURS.passage },
  logo: { font: 'title', size: 22, leading: 26, colour: COLOURS.passage },
  total: { font: 'strong', size: 12, leading: 17, colour: COLOURS.white, figures: true },
} as const satisfies Record<string, Style>;

/** Where a text stands: its top left corner and the width it may take, in points. */
export type Place = { x: number; y: number; width: number; align?: 'left' | 'right' };
/** A place in the structure of the document. */
export type Element = PDFKit.PDFStructureElement;
/** What an element says of itself to who listens: `alt`, for a picture. */
type Tag = { alt?: string };

/** Features of the typeface (OpenType): figures of one width. */
const featuresOf = ({ figures }: Style): { features?: ['tnum'] } => (figures === true ? { features: ['tnum'] } : {});

/** What a document says of itself. */
export type About = {
  title: string;
  language: string;
  /** What each page ends with. */
  footer: string;
  page: (number: number, of: number) => string;
  /** The only date it knows. */
  date: Date;
};

/**
 * The pages of a document, filled from top to bottom. Everything is either part of the structure (for those who listen
 * to it) or decoration. Nothing is compressed and nothing depends on the clock or on chance: the same calls make the
 * same bytes on every machine.
 */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  /** Where the next thing stands. */
  y: number = PAGE.top;
  private readonly root: Element;
  private readonly about: About;
  private readonly writable: Record<FontName, (text: string) => string>;

  constructor(about: About) {
    this.about = about;
    const files = fontFiles();
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-3b',
      tagged: true,
      lang: about.language,
      displayTitle: true,
      // The compression of one zlib is not that of another; and a reader of ten years from now needs none.
      compress: false,
      bufferPages: true,
      // None to begin with: its own default cannot be embedded.
      font: '',
      info: {
        Title: about.title,
        Creator: 'Traboule',
        Producer: 'PDFKit',
        CreationDate: about.date,
        ModDate: about.date,
      },
    });
    for (const [name, file] of Object.entries(files)) this.pdf.registerFont(name, file);
    this.writable = {
      text: writableWith(files.text),
      strong: writableWith(files.strong),
      title: writableWith(files.title),
    };
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** Adds an element to the structure; what `draw` draws is its content, unless it has children of its own. */
  tag(type: string, draw: () => void, options: Tag = {}, parent: Element = this.root): void {
    const element = this.pdf.struct(type, options, [draw]);
    parent.add(element);
    element.end();
  }

  /** Adds an element that holds others. */
  group(type: string, fill: (element: Element) => void, parent: Element = this.root, options: Tag = {}): void {
    const element = this.pdf.struct(type, options);
    parent.add(element);
    fill(element);
    element.end();
  }

  /** Draws what says nothing: rules, backgrounds, what each page repeats. */
  decoration(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** The lines of a text in a style within a width. */
  lines(text: string, style: Style, width: number): string[] {
    return wrap(this.writable[style.font](text), width, (part) => this.widthOf(part, style));
  }

  /** Sets lines below one another. @returns where the next would stand */
  set(lines: readonly string[], style: Style, { x, y, width, align = 'left' }: Place): number {
    this.pdf.fillColor(style.colour);
    lines.forEach((line, place) => {
      const free = align === 'right' ? width - this.widthOf(line, style) : 0;
      this.use(style);
      // The space keeps the last word of a line apart from the first of the next for those who listen, or copy.
      this.pdf.text(`${line} `, x + free, y + place * style.leading, { ...featuresOf(style), lineBreak: false });
    });
    return y + lines.length * style.leading;
  }

  /** Sets a text, broken into lines. @returns where the next would stand */
  write(text: string, style: Style, place: Place): number {
    return this.set(this.lines(text, style, place.width), style, place);
  }

  /** Goes on to a new page when fewer points are left on this one. @returns whether it did */
  need(height: number): boolean {
    if (this.y + height <= PAGE.bottom) return false;
    this.pdf.addPage();
    this.y = PAGE.top;
    return true;
  }

  /** Ends the document. @returns its bytes */
  async bytes(): Promise<Uint8Array> {
    this.root.end();
    this.footers();
    const chunks: Uint8Array[] = [];
    this.pdf.end();
    for await (const chunk of this.pdf) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  private widthOf(text: string, style: Style): number {
    // Even where nothing is left to measure: the document numbers its typefaces in the order of their first use.
    this.use(style);
    const { font, size, figures = false } = style;
    return keptWidth(`${font} ${size} ${figures}`, text, () => this.pdf.widthOfString(text, featuresOf(style)));
  }

  private use({ font, size }: Style): void {
    this.pdf.font(font).fontSize(size);
  }

  private footers(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    const [x, y] = [PAGE.left, PAGE.bottom + 16];
    for (let place = 0; place < count; place++) {
      this.pdf.switchToPage(start + place);
      this.decoration(() => {
        this.pdf.rect(0, 0, PAGE.width * 0.5, 6).fill(COLOURS.terracotta);
        this.pdf.rect(PAGE.width * 0.5, 0, PAGE.width * 0.3, 6).fill(COLOURS.ochre);
        this.pdf.rect(PAGE.width * 0.8, 0, PAGE.width * 0.2, 6).fill(COLOURS.passage);
        this.pdf.rect(x, y - 8, INNER_WIDTH, 0.5).fill(COLOURS.rule);
        this.write(this.about.footer, STYLES.small, { x, y, width: INNER_WIDTH - 70 });
        const page = this.about.page(place + 1, count);
        this.write(page, STYLES.small, { x: PAGE.right - 66, y, width: 66, align: 'right' });
      }, 'Pagination');
    }
  }
}
