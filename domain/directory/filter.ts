import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { Category } from '../company/category.ts';
import { CompanySize } from '../company/size.ts';
import { MemberStatus } from '../member/status.ts';
import { type DirectoryRow, DuesState, GrowthState } from './entry.ts';

/** Characters of a search: shorter ones mean everybody, longer ones nobody. */
export const SEARCH_LENGTH = { min: 2, max: 80 } as const;

/** Which members are meant. Absent parts filter nothing; without a status, those who have not left. */
export const DirectoryFilter = z.strictObject({
  q: z.string().trim().min(SEARCH_LENGTH.min, 'too-short').max(SEARCH_LENGTH.max, 'too-long').optional(),
  antenna: AntennaCode.optional(),
  status: MemberStatus.optional(),
  category: Category.optional(),
  size: CompanySize.optional(),
  growth: GrowthState.optional(),
  dues: DuesState.optional(),
});
export type DirectoryFilter = z.infer<typeof DirectoryFilter>;

/** What of a filter is a plain comparison. */
const COMPARED = ['antenna', 'status', 'category', 'size', 'growth', 'dues'] as const;

/** Tells whether a member is meant by all of a filter but its search. */
export const isMeant = (row: DirectoryRow, filter: DirectoryFilter): boolean =>
  COMPARED.every((part) => filter[part] === undefined || row[part] === filter[part]);
