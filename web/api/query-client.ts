import { QueryClient } from '@tanstack/react-query';
import { asFailure } from './failure.ts';

const RETRIES = 2;

/**
 * The cache of what was read from the API. Reading is tried again by itself when the trouble may pass; writing never is
 * (the person decides, with the same key).
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Told at once that the network is away, rather than a skeleton until it is back.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (count, error) => {
          const { passing, reason } = asFailure(error);
          return passing && reason !== 'offline' && count < RETRIES;
        },
        retryDelay: (attempt) => 800 * 2 ** attempt,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
