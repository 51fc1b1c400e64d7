import { createContext, use } from 'react';
import { get, useFormContext } from 'react-hook-form';
import type { Draft } from './draft.ts';

/** What fields must know beside their value: what the API said of them, and what a correction changed. */
export type FormExtras = {
  /** Sentences of the API, by path; one is dropped as soon as its field is edited. */
  serverErrors: ReadonlyMap<string, string>;
  dropServerError: (path: string) => void;
  /** Paths that differ from what was first sent; null where nothing was sent yet. */
  changed: ReadonlySet<string> | null;
};

export const FormExtrasContext = createContext<FormExtras | null>(null);

export const useFormExtras = (): FormExtras => {
  const extras = use(FormExtrasContext);
  if (extras === null) throw new Error('A field stands outside of its form.');
  return extras;
};

/** The sentence that stands beside a field, if any: the page's own check before the API's. */
export const useFieldError = (): ((path: string) => string | undefined) => {
  const { formState } = useFormContext<Draft>();
  const { errors } = formState;
  const { serverErrors } = useFormExtras();
  return (path) => {
    const found: unknown = get(errors, path);
    const message =
      typeof found === 'object' && found !== null && 'message' in found && typeof found.message === 'string'
        ? found.message
        : undefined;
    return message ?? serverErrors.get(path);
  };
};
