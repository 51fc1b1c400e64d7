/** Leads from an address on AWS (its beginning) to the local one that stands for it. */
export type AddressBook = ReadonlyMap<string, string>;

/** Puts local addresses in place of those on AWS: the longest beginning wins. */
export function replaceAddresses(text: string, book: AddressBook): string {
  const beginnings = [...book.keys()].sort((a, b) => b.length - a.length);
  return beginnings.reduce((result, beginning) => result.replaceAll(beginning, book.get(beginning) ?? beginning), text);
}

/** The same in every text of a value. */
export function localAddresses(value: unknown, book: AddressBook): unknown {
  if (typeof value === 'string') return replaceAddresses(value, book);
  if (Array.isArray(value)) return value.map((item) => localAddresses(item, book));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, localAddresses(entry, book)]));
}
