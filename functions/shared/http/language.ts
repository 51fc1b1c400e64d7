import type { Language } from '../../../domain/application/form.ts';

/** The language a client prefers of the two there are (RFC 9110, Accept-Language); French unless it says otherwise. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language => {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const [first] = ranked.filter(({ tag }) => /^(fr|en)(-|$)/.test(tag));
  return first?.tag.startsWith('en') === true ? 'en' : 'fr';
};
