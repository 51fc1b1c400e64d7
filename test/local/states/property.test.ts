import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Activity } from '../../../local/clock/activity.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import type { Lines } from '../../../local/data-folder/line-file.ts';
import { type LineFolder, MemoryFolder } from '../../../local/data-folder/line-folder.ts';
import type { LambdaAnswer, LambdaCall } from '../../../local/lambda/call.ts';
import { Interpreter } from '../../../local/states/interpreter.ts';
import { validateDefinition } from '../../../local/states/language/validate.ts';
import { type Block, blocks, work } from './random-machines.ts';
import { START } from './support.ts';

/** A folder that takes so many writes, and then never answers again: the process has been killed. */
class DyingFolder extends MemoryFolder {
  readonly #folder: LineFolder;
  readonly #killed: () => void;
  readonly #even: boolean;
  #left: number;

  constructor(folder: LineFolder, writes: number, killed: () => void) {
    super();
    this.#folder = folder;
    this.#killed = killed;
    this.#left = writes;
    this.#even = writes % 2 === 0;
  }

  override names(): string[] {
    return this.#folder.names();
  }

  override open(name: string, take: (line: string, at: number) => void): Lines {
    const lines = this.#folder.open(name, take);
    const write = async (append: () => Promise<number>): Promise<number> => {
      this.#left -= 1;
      const left = this.#left;
      if (left >= 0) {
        const at = await append();
        // The last write is durable; whether its writer learns of it is another matter.
        if (left > 0 || !this.#even) return at;
      }
      this.#killed();
      return new Promise<never>(() => undefined);
    };
    return {
      size: 0,
      append: (...texts) => write(() => lines.append(...texts)),
      replace: (texts) => lines.replace(texts),
      read: (at, bytes) => lines.read(at, bytes),
      close: () => lines.close(),
    };
  }
}

interface Ending {
  readonly description: Record<string, unknown>;
  readonly events: Event[];
  /** The payload of each invocation, in every life. */
  readonly invoked: string[];
  readonly lives: number;
}

interface Event {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly timestamp: number;
  readonly taskScheduledEventDetails?: { readonly parameters: string };
}

/** Runs an execution to its end, through as many kills as there are numbers. */
async function live(definition: object, kills: readonly number[]): Promise<Ending> {
  const folder = new MemoryFolder();
  let now = START;
  const invoked: string[] = [];
  for (let life = 0; ; life += 1) {
    const activity = new Activity();
    const clock = new SimulatedClock(activity, now);
    let kill: () => void = () => undefined;
    const killed = new Promise<'killed'>((resolve) => {
      kill = () => resolve('killed');
    });
    const writes = kills[life];
    const lambda = async ({ payload }: LambdaCall): Promise<LambdaAnswer> => {
      invoked.push(payload);
      const { fails, n } = JSON.parse(payload);
      if (fails !== null)
        return { functionError: 'Handled', payload: JSON.stringify({ errorType: fails, errorMessage: '' }) };
      return { payload: JSON.stringify({ n: n + 1 }) };
    };
    const mortal = writes === undefined ? folder : new DyingFolder(folder, writes, kill);
    const interpreter = new Interpreter({
      clock,
      activity,
      folder: mortal,
      lambda,
      region: 'eu-west-3',
      accountId: '1',
    });
    const call = async (action: string, body: object) => {
      const answer = await interpreter.handle({
        headers: { 'x-amz-target': `AWSStepFunctions.${action}` },
        body: JSON.stringify(body),
      });
      if (answer.status !== 200) throw new Error(answer.body);
      return JSON.parse(answer.body);
    };
    const run = async (): Promise<Ending> => {
      interpreter.open();
      const { stateMachineArn } = await call('CreateStateMachine', {
        name: 'machine',
        roleArn: 'role',
        definition: JSON.stringify(definition),
      });
      const executionArn = `${stateMachineArn.replace('stateMachine', 'execution')}:one`;
      const { executions } = await call('ListExecutions', { stateMachineArn });
      if (executions.length === 0) await call('StartExecution', { stateMachineArn, name: 'one', input: '{"n":0}' });
      do await activity.idle();
      while ((await call('DescribeExecution', { executionArn })).status === 'RUNNING' && (await clock.next()));
      const description = await call('DescribeExecution', { executionArn });
      const { events } = await call('GetExecutionHistory', { executionArn, maxResults: 1000 });
      return { description, events, invoked, lives: life + 1 };
    };
    const outcome = await Promise.race([run(), killed]);
    clock.stop();
    if (outcome !== 'killed') return outcome;
    now = clock.now();
  }
}

/** Every event with the chain that led to it, whatever the order of branches that do not depend on each other. */
function causality(events: readonly Event[]): string[] {
  const chains = new Map<number, string>([[0, '']]);
  for (const { id, previousEventId, ...event } of events) {
    const text = JSON.stringify(event).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid');
    const joins = /^(Parallel|Map)State(Succeeded|Exited)$|^MapIteration/.test(event.type);
    chains.set(id, joins ? text : `${chains.get(previousEventId)?.length} ${text}`);
  }
  return [...chains.values()].sort();
}

/** The payloads of the tasks whose outcome is in the history. */
function answered(events: readonly Event[]): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events
    .filter(({ type }) => type === 'TaskSucceeded' || type === 'TaskFailed')
    .map(({ previousEventId }) => {
      const started = byId.get(previousEventId);
      const scheduled = byId.get(started?.previousEventId ?? 0)?.taskScheduledEventDetails;
      return JSON.stringify(JSON.parse(scheduled?.parameters ?? 'null').Payload);
    });
}

/** What of a list is left when another is taken from it, each as often as it is there. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/**
 * A branch goes on to its second task in the turn in which another fails. Killed when that failure is written,
 * the next life knows of it before it invokes anything: the second task was scheduled, and is never invoked.
 */
const ENDED_BY_A_SIBLING: Block = {
  StartAt: 'Rest',
  States: {
    Rest: { Type: 'Wait', Seconds: 5, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'One', States: { One: { ...work(null), Next: 'Two' }, Two: { ...work(null), End: true } } },
        { StartAt: 'Three', States: { Three: { ...work('Red'), End: true } } },
      ],
      End: true,
    },
  },
};

const machine = (block: Block) => ({ QueryLanguage: 'JSONata', ...block });

it('accepts every machine made of what it supports', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      expect(validateDefinition(JSON.stringify(machine(block)))).toEqual([]);
    }),
  );
});

it('does the same through kills, but for repeated invocations', async () => {
  let lives = 0;
  await fc.assert(
    fc.asyncProperty(
      blocks,
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
      async (block, kills) => {
        const undisturbed = await live(machine(block), []);
        const disturbed = await live(machine(block), kills);
        lives += disturbed.lives;
        expect(disturbed.description).toEqual(undisturbed.description);
        expect(causality(disturbed.events)).toEqual(causality(undisturbed.events));
        // A task that was aborted may have been invoked in one of them alone; one with an outcome was in both.
        const needed = answered(undisturbed.events);
        expect(without(needed, undisturbed.invoked)).toEqual([]);
        expect(without(needed, disturbed.invoked)).toEqual([]);
        expect(without(answered(disturbed.events), disturbed.invoked)).toEqual([]);
      },
    ),
    { numRuns: 150, examples: [[ENDED_BY_A_SIBLING, [4]]] },
  );
  // The kills do happen.
  expect(lives).toBeGreaterThan(300);
}, 60_000);

it('numbers events from one on, each after the one before it', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (block) => {
      const { events, description } = await live(machine(block), []);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
      for (const { id, previousEventId } of events) expect(previousEventId).toBeLessThan(id);
      const count = (pattern: RegExp) => events.filter(({ type }) => pattern.test(type)).length;
      const entered = count(/StateEntered$/);
      const left = count(/State(Exited|Aborted)$/);
      expect(left).toBeLessThanOrEqual(entered);
      // A failure may leave states that have no event for it: a Parallel that failed, within another.
      if (description.status === 'SUCCEEDED' && count(/Failed$/) === 0) expect(left).toBe(entered);
    }),
    { numRuns: 100 },
  );
}, 60_000);
