import { expect, it } from '@jest/globals';
import { preferredLanguage } from '../../../functions/shared/http/language.ts';

it.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['de-DE,en;q=0.7,fr;q=0.6', 'en'],
  ['fr;q=0.2, en;q=0.9', 'en'],
  ['en;q=0', 'fr'],
  ['*', 'fr'],
  ['french', 'fr'],
  ['ENGLISH', 'fr'],
  ['EN-us', 'en'],
  ['en;q=nonsense', 'en'],
])('Accept-Language %p means %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
