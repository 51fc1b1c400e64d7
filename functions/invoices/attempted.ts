import { logger } from '../shared/observability.ts';

/**
 * Does what follows from an effect that is stored: that it fails is no failure of the effect, and whoever asked for it
 * must not be told so. The fault is logged.
 */
export const attempted = async (what: string, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    logger.error(what, error instanceof Error ? error : new Error(String(error)));
  }
};
