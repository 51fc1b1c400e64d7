import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../api/call.ts';
import { staffKey, useStaffCall } from '../../api/use-staff-call.ts';

export type Candidates = Pick<Answer<'ListGrowthCompanies'>, 'items' | 'closedYear'>;

/** Reads every member with what the criteria are applied to, page after page, and tells how many have come. */
export const useCandidates = () => {
  const call = useStaffCall();
  const [read, setRead] = useState(0);
  const query = useQuery({
    queryKey: staffKey('ListGrowthCompanies', 'all'),
    queryFn: async ({ signal }): Promise<Candidates> => {
      const items: Candidates['items'] = [];
      let cursor: string | null = null;
      for (;;) {
        const page: Answer<'ListGrowthCompanies'> = await call('ListGrowthCompanies', {
          query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
          signal,
        });
        items.push(...page.items);
        setRead(items.length);
        if (page.nextCursor === null) return { items, closedYear: page.closedYear };
        cursor = page.nextCursor;
      }
    },
  });
  return { ...query, read };
};
