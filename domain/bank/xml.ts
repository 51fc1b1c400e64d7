import { SaxesParser } from 'saxes';
import { Refusal } from '../errors.ts';

/** An element read whole: its name without prefix, its own text, what is in it. */
export type XmlElement = {
  name: string;
  /** Attributes without a namespace. */
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: XmlElement[];
};

/** The first element down a path; undefined where it ends early. */
export const at = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((found, name) => found?.children.find((child) => child.name === name), element);

/** All children of a name. */
export const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The text of the first element down a path, without spaces around; null when there is none, or it is empty. */
export const textAt = (element: XmlElement | undefined, ...path: string[]): string | null =>
  at(element, ...path)?.text.trim() || null;

/** Deepest nesting read: ISO 20022 has some fifteen levels. */
const DEEPEST = 64;

export type XmlEvents = {
  /** The root element opened. */
  root: (name: string, namespace: string) => void;
  /** Tells whether an element on the way is read whole. @param path names from the root down, its own included */
  takes: (path: readonly string[]) => boolean;
  /** An element that was asked for, whole. */
  taken: (element: XmlElement) => void;
  /** An element on the way opened or closed. */
  opened?: (name: string) => void;
  closed?: (name: string) => void;
};

const notXml = (line: number): Refusal =>
  new Refusal('not-xml', { errors: [{ path: 'file', code: 'xml.syntax', params: { line } }] });

/**
 * Reads XML piece by piece, and keeps only the elements asked for: a statement of any length takes the room of one entry.
 * Nothing is expanded but the five entities of XML itself; a document type declaration is refused, whatever it declares.
 * @throws Refusal `not-xml` (where it breaks), `not-camt053` (a document type declaration)
 */
export const xmlReader = (events: XmlEvents): { write(piece: string): void; end(): void } => {
  const parser = new SaxesParser({ xmlns: true });
  /** Names of the elements on the way, while none is being read whole. */
  const path: string[] = [];
  /** The element being read whole, and those within it that are open. */
  const open: XmlElement[] = [];

  parser.on('error', () => {
    throw notXml(parser.line);
  });
  parser.on('doctype', () => {
    throw new Refusal('not-camt053', { errors: [{ path: 'file', code: 'xml.doctype' }] });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (path.length + open.length >= DEEPEST) throw notXml(parser.line);
    if (path.length === 0) events.root(local, uri);
    const parent = open.at(-1);
    if (parent === undefined) {
      path.push(local);
      if (!events.takes(path)) {
        events.opened?.(local);
        return;
      }
      path.pop();
    }
    const plain = Object.values(attributes).filter(({ prefix }) => prefix === '');
    const element: XmlElement = {
      name: local,
      attributes: Object.fromEntries(plain.map((attribute) => [attribute.local, attribute.value])),
      text: '',
      children: [],
    };
    parent?.children.push(element);
    open.push(element);
  });
  const text = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) events.closed?.(path.pop() ?? '');
    else if (open.length === 0) events.taken(element);
  });
  return {
    write: (piece) => {
      parser.write(piece);
    },
    end: () => {
      parser.close();
    },
  };
};
