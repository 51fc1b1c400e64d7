import { useEffect, useState } from 'react';
import type { GrowthCompany } from '../../../../domain/growth/company.ts';
import type { GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { runWhatIf, type WhatIf, whatIf } from '../../../../domain/growth/what-if.ts';

/** How far a trial is, from 0 to 1, and what it came to; the last result stands while the next is worked out. */
export type Trial = { share: number; result: WhatIf | null };

/** Milliseconds of rest before a moved threshold is tried out. */
const REST = 120;

/** Lets the page answer and paint between two chunks. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Works out who would enter and who would leave, in chunks between which the page stays quick to the touch. A newer
 * policy stops the trial of an older one.
 */
export const useWhatIf = (
  companies: readonly GrowthCompany[],
  before: GrowthPolicy,
  after: GrowthPolicy | null,
  closedYear: number,
): Trial => {
  const [trial, setTrial] = useState<Trial>({ share: 0, result: null });
  useEffect(() => {
    if (after === null) return;
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      try {
        const result = await runWhatIf(whatIf(companies, before, after, closedYear), async ({ done, of }) => {
          stop.signal.throwIfAborted();
          setTrial((known) => ({ ...known, share: of === 0 ? 1 : done / of }));
          await breathe();
        });
        if (!stop.signal.aborted) setTrial({ share: 1, result });
      } catch (error) {
        if (!stop.signal.aborted) throw error; // A newer policy is being tried out.
      }
    };
    const rest = setTimeout(() => void run(), REST);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [companies, before, after, closedYear]);
  return trial;
};
