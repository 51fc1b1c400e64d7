import { useFormContext } from 'react-hook-form';
import type { Draft } from './draft.ts';
import type { ShownError } from './error-summary.tsx';
import { FIELD_NAMES } from './field-names.ts';
import { useFieldError, useFormExtras } from './form-context.ts';
import { type Section, sectionOf } from './sections.ts';

/** Every path of the form in the order of the page, rows of figures in theirs. */
const pathsOf = (draft: Draft): string[] => {
  const rows = draft.figures.flatMap((_, row) =>
    (['year', 'employees', 'turnover'] as const).map((name) => `figures.${row}.${name}`),
  );
  const plain = FIELD_NAMES.filter((name) => !name.startsWith('figures.'));
  const cut = plain.indexOf('preferredAntenna');
  return [...plain.slice(0, cut), 'figures', ...rows, ...plain.slice(cut)];
};

/** What is wrong in these sections, in the order of the page, from the page's own check and from the API. */
export const useShownErrors = (sections: readonly Section[]): ShownError[] => {
  const { getValues } = useFormContext<Draft>();
  const { serverErrors } = useFormExtras();
  const errorAt = useFieldError();
  const known = pathsOf(getValues());
  const paths = [...known, ...[...serverErrors.keys()].filter((path) => !known.includes(path))];
  return paths.flatMap((path) => {
    const section = sectionOf(path);
    const message = section !== null && sections.includes(section) ? errorAt(path) : undefined;
    return message === undefined ? [] : [{ path, message }];
  });
};
