import { describe, expect, it } from '@jest/globals';
import { emptyDraft } from '../../../web/form/draft.ts';
import { forget, keep, NEW_APPLICATION, readKept, type Store } from '../../../web/form/kept.ts';

/** A browser's store, as far as it is used; refused, it throws as soon as it is asked for. */
const storeOf = (entries: Map<string, string> = new Map(), refuse = false): Store => {
  const store: Storage = {
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
  return () => {
    if (refuse) throw new DOMException('refused', 'SecurityError');
    return store;
  };
};

const NOW = Date.parse('2026-03-10T10:00:00.000Z');
const kept = () => ({
  key: '0b0e7f1c-8b8e-4c63-9d3e-3f6c6a6a0001',
  savedAt: '2026-03-03T10:00:00.000Z',
  draft: { ...emptyDraft('2026-03-03', 'fr'), preferredAntenna: 'STE' as const },
});

describe('a form kept in the browser', () => {
  it('comes back as it was, with its key', () => {
    const store = storeOf();
    expect(keep(store, NEW_APPLICATION, kept())).toBe(true);
    expect(readKept(store, NEW_APPLICATION, NOW)).toEqual(kept());
  });

  it('is forgotten after thirty days', () => {
    const store = storeOf();
    keep(store, NEW_APPLICATION, kept());
    const end = Date.parse('2026-04-02T10:00:00.000Z');
    expect(readKept(store, NEW_APPLICATION, end)).toEqual(kept());
    expect(readKept(store, NEW_APPLICATION, end + 1)).toBeNull();
    expect(store().length).toBe(0);
  });

  it('is gone once forgotten', () => {
    const store = storeOf();
    keep(store, NEW_APPLICATION, kept());
    forget(store, NEW_APPLICATION);
    expect(readKept(store, NEW_APPLICATION, NOW)).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{"key":'],
    ['another shape', JSON.stringify({ ...kept(), draft: { company: {} } })],
    ['no key', JSON.stringify({ ...kept(), key: 'x' })],
  ])('counts as none when what is there is %s', (_, text) => {
    const store = storeOf(text === undefined ? new Map() : new Map([[NEW_APPLICATION, text]]));
    expect(readKept(store, NEW_APPLICATION, NOW)).toBeNull();
  });

  it('is no reason to fail when the browser refuses its store', () => {
    const store = storeOf(new Map(), true);
    expect(keep(store, NEW_APPLICATION, kept())).toBe(false);
    expect(readKept(store, NEW_APPLICATION, NOW)).toBeNull();
    expect(() => forget(store, NEW_APPLICATION)).not.toThrow();
  });
});
