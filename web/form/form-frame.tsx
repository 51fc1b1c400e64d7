import { type ReactNode, useMemo, useRef, useState } from 'react';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { changedPaths } from '../../domain/application/changes.ts';
import type { ApplicationForm } from '../../domain/application/form.ts';
import type { FailedField } from '../api/failure.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Draft } from './draft.ts';
import { type FormExtras, FormExtrasContext } from './form-context.ts';
import type { Checking } from './resolver.ts';
import { judge } from './sections.ts';

/** What the API said of fields, kept until each is edited. */
export const useServerErrors = () => {
  const [serverErrors, setServerErrors] = useState<ReadonlyMap<string, string>>(new Map());
  return useMemo(
    () => ({
      serverErrors,
      /** @param inside what the paths of the API start with, such as `application` for a correction */
      setFields: (fields: readonly FailedField[], inside = '') =>
        setServerErrors(
          new Map(
            fields.map(({ path, message }) => [
              inside !== '' && path.startsWith(`${inside}.`) ? path.slice(inside.length + 1) : path,
              message,
            ]),
          ),
        ),
      dropServerError: (path: string) =>
        setServerErrors((known) => (known.has(path) ? new Map([...known].filter(([other]) => other !== path)) : known)),
    }),
    [serverErrors],
  );
};

/**
 * Gives the fields below it their form.
 * @param before what was first sent, in a correction: fields that differ from it are marked
 */
export const FormFrame = ({
  form,
  server,
  before = null,
  children,
}: {
  form: UseFormReturn<Draft, Checking>;
  server: Pick<FormExtras, 'serverErrors' | 'dropServerError'>;
  before?: ApplicationForm | null;
  children: ReactNode;
}) => {
  const { serverErrors, dropServerError } = server;
  const changed = useChanged(form, before);
  const extras = useMemo(
    (): FormExtras => ({ serverErrors, dropServerError, changed }),
    [serverErrors, dropServerError, changed],
  );
  return (
    <FormProvider {...form}>
      <FormExtrasContext value={extras}>{children}</FormExtrasContext>
    </FormProvider>
  );
};

/**
 * The fields that differ from what was sent, by the domain's own comparison. While something typed cannot be read, what
 * was last known stands.
 */
const useChanged = (
  form: UseFormReturn<Draft, Checking>,
  before: ApplicationForm | null,
): ReadonlySet<string> | null => {
  const language = useLanguage();
  const known = useRef<readonly string[]>([]);
  const after = before === null ? null : judge(form.watch(), language).form;
  if (before !== null && after !== null) known.current = changedPaths(before, after);
  const paths = known.current.join(' ');
  return useMemo(
    () => (before === null ? null : new Set(paths.split(' ').filter((path) => path !== ''))),
    [before, paths],
  );
};
