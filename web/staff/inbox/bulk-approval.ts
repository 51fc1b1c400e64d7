/** What became of one task of a bulk approval. */
export type ItemResult<Failure> =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'approved' }
  /** Somebody else was faster: nothing to do about it, and nothing is wrong. */
  | { kind: 'already-answered'; by: string | null; at: string | null }
  | { kind: 'failed'; failure: Failure };

export type BulkResults<Failure> = ReadonlyMap<string, ItemResult<Failure>>;

/** Few at a time: quick for a person watching, light for the throttle every caller shares. */
const AT_ONCE = 3;

/**
 * Approves tasks a few at a time, each on its own: one that fails stops no other.
 * @param approve approves one task and tells what became of it; a fault it throws is a fault of this page
 * @param onChange called with all results each time one of them changes
 * @returns the results, in the order of `taskIds`
 */
export async function approveAll<Failure>(
  taskIds: readonly string[],
  approve: (taskId: string) => Promise<ItemResult<Failure>>,
  onChange: (results: BulkResults<Failure>) => void,
): Promise<BulkResults<Failure>> {
  const results = new Map<string, ItemResult<Failure>>(taskIds.map((taskId) => [taskId, { kind: 'waiting' }]));
  const set = (taskId: string, result: ItemResult<Failure>) => {
    results.set(taskId, result);
    onChange(new Map(results));
  };
  const queue = [...taskIds];
  const worker = async () => {
    for (let taskId = queue.shift(); taskId !== undefined; taskId = queue.shift()) {
      set(taskId, { kind: 'sending' });
      set(taskId, await approve(taskId));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, taskIds.length) }, worker));
  return new Map(results);
}

/** How many tasks came to each end. */
export function counts(results: BulkResults<unknown>): {
  done: number;
  approved: number;
  already: number;
  failed: number;
} {
  const all = [...results.values()];
  const count = (kind: ItemResult<unknown>['kind']) => all.filter((result) => result.kind === kind).length;
  const [approved, already, failed] = [count('approved'), count('already-answered'), count('failed')];
  return { done: approved + already + failed, approved, already, failed };
}

/** The tasks worth sending again. */
export const failedOf = (results: BulkResults<unknown>): string[] =>
  [...results].filter(([, result]) => result.kind === 'failed').map(([taskId]) => taskId);
