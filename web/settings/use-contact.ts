import { useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { Failure } from '../api/failure.ts';

/** What the public pages read of `/config.json`, written beside them when they are deployed. */
const PublicSettings = z.object({ contact: z.email().optional() });

const readSettings = async (signal: AbortSignal): Promise<z.infer<typeof PublicSettings>> => {
  const response = await fetch('/config.json', { signal });
  if (!response.ok) throw new Failure('unavailable', response.status);
  return PublicSettings.parse(await response.json());
};

/** The address people may write to; null until it is known, or when this stage gives none. */
export const useContact = (): string | null => {
  const settings = useQuery({
    queryKey: ['public-settings'],
    queryFn: ({ signal }) => readSettings(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return settings.data?.contact ?? null;
};
