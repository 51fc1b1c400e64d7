import { Loader, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Commune } from '../../domain/geography/commune.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import type { Draft } from './draft.ts';
import { fieldId } from './field-names.ts';
import classes from './form.module.css';
import { useFieldError, useFormExtras } from './form-context.ts';
import { TextField } from './text-field.tsx';
import { useFieldLabel } from './use-field.tsx';

const useCommunes = (postcode: string) =>
  useQuery({
    queryKey: ['communes', postcode],
    queryFn: async ({ signal }) => {
      const { items } = await call('FindCommunes', { query: { q: postcode }, signal });
      // Five digits may be the INSEE code of another commune, too.
      return items.filter(({ postcodes }) => postcodes.includes(postcode));
    },
    enabled: /^\d{5}$/.test(postcode),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Postcode, then the communes that have it: chosen at once when there is one, to be chosen when there are several. */
export const CommuneField = () => {
  const { t } = useTranslation();
  const { control, setValue, getValues } = useFormContext<Draft>();
  const postcode = useWatch({ control, name: 'establishment.postcode' }).trim();
  const chosen = useWatch({ control, name: 'establishment.communeCode' });
  const { dropServerError } = useFormExtras();
  const errorAt = useFieldError();
  const communes = useCommunes(postcode);
  const label = useFieldLabel('establishment.communeCode');
  const found = communes.data;

  const choose = (commune: Commune | null): void => {
    dropServerError('establishment.communeCode');
    setValue('commune', commune, { shouldDirty: true });
    setValue('establishment.communeCode', commune?.code ?? '', { shouldDirty: true, shouldValidate: commune !== null });
  };
  const settle = (list: readonly Commune[]): void => {
    const [only] = list;
    if (list.length === 1 && only !== undefined) {
      if (getValues('establishment.communeCode') !== only.code) choose(only);
    } else if (!list.some(({ code }) => code === getValues('establishment.communeCode'))) choose(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found decides, and nothing else.
  useEffect(() => {
    if (found !== undefined) settle(found);
  }, [found]);

  return (
    <div>
      <div className={classes.postcode}>
        <TextField path="establishment.postcode" inputMode="numeric" autoComplete="postal-code" maxLength={10} />
        <NativeSelect
          id={fieldId('establishment.communeCode')}
          label={label}
          value={chosen}
          error={errorAt('establishment.communeCode')}
          aria-required
          rightSection={communes.isFetching ? <Loader size="xs" aria-hidden="true" /> : undefined}
          onChange={(event) => choose(found?.find(({ code }) => code === event.currentTarget.value) ?? null)}
          data={[
            { value: '', label: t(found === undefined ? 'form.place.communeAfter' : 'form.place.communeChoose') },
            ...optionsOf(found ?? [], getValues('commune')),
          ]}
        />
      </div>
      <Text role="status" size="sm" c="dimmed" mt={6}>
        {found === undefined ? '' : t('form.place.communes', { count: found.length, postcode })}
      </Text>
      {communes.isError ? (
        <FailureAlert error={communes.error} onRetry={() => void communes.refetch()} retrying={communes.isFetching} />
      ) : null}
    </div>
  );
};

/** The communes found; or, before the answer, the one chosen already. */
const optionsOf = (found: readonly Commune[], kept: Commune | null): { value: string; label: string }[] => {
  const list = found.length === 0 && kept !== null ? [kept] : found;
  return list.map(({ code, name }) => ({ value: code, label: name }));
};
