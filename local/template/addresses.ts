/** Leads from an address on AWS (its beginning) to the local one that stands for it. */
export type AddressBook = ReadonlyMap<string, string>;

/** Puts local addresses in place of those on AWS, in every text of a value: the longest beginning wins. */
export function localAddresses(value: unknown, book: AddressBook): unknown {
  const beginnings = [...book.keys()].sort((a, b) => b.length - a.length);
  const replace = (item: unknown): unknown => {
    if (typeof item === 'string') {
      return beginnings.reduce((text, beginning) => text.replaceAll(beginning, book.get(beginning) ?? beginning), item);
    }
    if (Array.isArray(item)) return item.map(replace);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key, replace(entry)]));
  };
  return replace(value);
}
