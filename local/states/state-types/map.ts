import type { runBlock } from '../engine/block.ts';
import { Fork } from '../engine/fork.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import type { Json } from '../json.ts';
import type { MapState } from '../language/definition.ts';

/** The most iterations of an inline Map that run at a time (AWS quota). */
const CONCURRENCY = 40;

/** Map, inline: its processor once for each item; the result is the list of the outputs, in the order of the items. */
export async function map(frame: Frame, state: MapState, run: typeof runBlock): Promise<Transition> {
  const { branch } = frame;
  const values = await items(frame, state);
  const concurrency = (await frame.number(state.MaxConcurrency, 'MaxConcurrency', 0)) ?? 0;
  const tolerated = await tolerance(frame, state, values.length);
  branch.emit('MapStateStarted', () => ({ length: values.length }));
  const fork = new Fork(
    branch,
    {
      type: 'Map',
      name: frame.name,
      count: values.length,
      limit: concurrency === 0 ? CONCURRENCY : Math.min(concurrency, CONCURRENCY),
      tolerated,
      run: async (child, index) => {
        const value = values[index] ?? null;
        child.map = { Item: { Index: index, Value: value } };
        const input = state.ItemSelector === undefined ? value : await select(frame, state.ItemSelector, child.map);
        return run(child, state.ItemProcessor, input);
      },
    },
    frame.guard,
  );
  branch.open = { type: 'Map', fork };
  const result = await fork.run();
  // AWS gives this event and the exit the same predecessor.
  branch.run.emit(branch.last, 'MapStateSucceeded');
  return frame.leave(state, result, { result });
}

async function items(frame: Frame, state: MapState): Promise<Json[]> {
  if (state.Items === undefined) {
    if (Array.isArray(frame.input)) return frame.input;
    throw frame.evaluationFailed(`Map state input must be an array but was: ${JSON.stringify(frame.input)}`);
  }
  const value = await frame.evaluate(state.Items, 'Items');
  if (Array.isArray(value)) return value;
  throw frame.unexpected(String(state.Items), 'Items', 'array', value);
}

/** How many iterations may fail: the lower of the two thresholds. */
async function tolerance(frame: Frame, state: MapState, count: number): Promise<number> {
  const number = await frame.number(state.ToleratedFailureCount, 'ToleratedFailureCount', 0);
  const percentage = await frame.number(state.ToleratedFailurePercentage, 'ToleratedFailurePercentage', 0);
  if (number === undefined && percentage === undefined) return 0;
  const share = percentage === undefined ? count : Math.floor((count * Math.min(percentage, 100)) / 100);
  return Math.min(number ?? count, share);
}

/** The item selector sees the item in the context object, and what the Map itself sees. */
function select(frame: Frame, selector: Json, item: Json): Promise<Json> {
  return frame.evaluate(selector, 'ItemSelector', undefined, item);
}
