import * as z from 'zod';
import type { Json } from '../../jsonata/json.ts';
import type { Branch, Routine, Transition } from '../engine/branch.ts';
import { Fork } from '../engine/fork.ts';
import type { StateOf } from '../language/definition.ts';

/** The most iterations of an inline Map that run at a time (AWS quota). */
const CONCURRENCY = 40;

/** Map, inline: its processor once for each item; the result is the list of the outputs, in the order of the items. */
export function* map(branch: Branch, state: StateOf<'Map'>): Routine<Transition> {
  const { ItemSelector, ItemProcessor: block } = state;
  const values = items(branch, state);
  const concurrency = branch.number(state.MaxConcurrency, 'MaxConcurrency', 0) || CONCURRENCY;
  const tolerated = tolerance(branch, state, values.length);
  const plans = values.map((Value, Index) => {
    const map = { Item: { Index, Value } };
    // The selector sees the item in the context object, and what the Map itself sees.
    const input = ItemSelector === undefined ? Value : branch.evaluate(ItemSelector, 'ItemSelector', {}, map);
    return { block, input, map };
  });
  branch.emit('MapStateStarted', () => ({ length: values.length }));
  const result = yield* new Fork(branch, 'Map', plans, Math.min(concurrency, CONCURRENCY), tolerated).run();
  return branch.leave(state, result, { result });
}

function items(branch: Branch, { Items }: StateOf<'Map'>): Json[] {
  if (Items !== undefined) return branch.typed(Items, 'Items', 'array', z.array(z.custom<Json>()));
  const { input } = branch;
  if (Array.isArray(input)) return input;
  throw branch.evaluationFailed(`Map state input must be an array but was: ${JSON.stringify(input)}`);
}

/** How many iterations may fail: the lower of the two thresholds. */
function tolerance(branch: Branch, state: StateOf<'Map'>, count: number): number {
  const number = branch.number(state.ToleratedFailureCount, 'ToleratedFailureCount', 0);
  const { ToleratedFailurePercentage: percentage } = state;
  if (percentage === undefined) return number ?? 0;
  const type = 'number between 0 and 100';
  const share = branch.typed(percentage, 'ToleratedFailurePercentage', type, z.number().min(0).max(100));
  return Math.min(number ?? count, Math.floor((count * share) / 100));
}
