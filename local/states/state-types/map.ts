import type { runBlock } from '../engine/block.ts';
import type { Routine } from '../engine/branch.ts';
import { Fork } from '../engine/fork.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import type { Json } from '../json.ts';
import type { StateOf } from '../language/definition.ts';

/** The most iterations of an inline Map that run at a time (AWS quota). */
const CONCURRENCY = 40;

/** Map, inline: its processor once for each item; the result is the list of the outputs, in the order of the items. */
export function* map(frame: Frame, state: StateOf<'Map'>, run: typeof runBlock): Routine<Transition> {
  const values = items(frame, state);
  const concurrency = frame.number(state.MaxConcurrency, 'MaxConcurrency', 0) || CONCURRENCY;
  const tolerated = tolerance(frame, state, values.length);
  frame.branch.emit('MapStateStarted', () => ({ length: values.length }));
  const fork = new Fork(frame, {
    type: 'Map',
    count: values.length,
    limit: Math.min(concurrency, CONCURRENCY),
    tolerated,
    *run(child) {
      const Value = values[child.index] ?? null;
      child.map = { Item: { Index: child.index, Value } };
      const { ItemSelector } = state;
      // The selector sees the item in the context object, and what the Map itself sees.
      const input = ItemSelector === undefined ? Value : frame.evaluate(ItemSelector, 'ItemSelector', {}, child.map);
      return yield* run(child, state.ItemProcessor, input);
    },
  });
  const result = yield* fork.run();
  return frame.leave(state, result, { result });
}

function items(frame: Frame, { Items }: StateOf<'Map'>): Json[] {
  const isList = (value: Json) => Array.isArray(value);
  if (Items !== undefined) return frame.typed(Items, 'Items', 'array', isList);
  if (isList(frame.input)) return frame.input;
  throw frame.evaluationFailed(`Map state input must be an array but was: ${JSON.stringify(frame.input)}`);
}

/** How many iterations may fail: the lower of the two thresholds. */
function tolerance(frame: Frame, state: StateOf<'Map'>, count: number): number {
  const number = frame.number(state.ToleratedFailureCount, 'ToleratedFailureCount', 0);
  const { ToleratedFailurePercentage: percentage } = state;
  if (percentage === undefined) return number ?? 0;
  const share = frame.typed(percentage, 'ToleratedFailurePercentage', 'number between 0 and 100', isPercentage);
  return Math.min(number ?? count, Math.floor((count * share) / 100));
}

const isPercentage = (value: Json): value is number => typeof value === 'number' && value >= 0 && value <= 100;
