import fc from 'fast-check';

/** States that run one after the other. */
export interface Block {
  readonly StartAt: string;
  readonly States: Record<string, object>;
}

type Maker = (name: string) => { state: object; extra: Record<string, object> };

const errors = fc.constantFrom('Red', 'Blue', 'States.Timeout');

const waits: fc.Arbitrary<Maker> = fc
  .integer({ min: 0, max: 90 })
  .map((Seconds) => () => ({ state: { Type: 'Wait', Seconds }, extra: {} }));

const passes: fc.Arbitrary<Maker> = fc
  .constantFrom('{% $states.input %}', { n: '{% $states.input.n + 1 %}' }, { n: 7, list: ['{% $states.input.n %}'] })
  .map((Output) => (name) => ({
    state: { Type: 'Pass', Output, Assign: { [`v${name}`]: '{% $states.input.n %}' } },
    extra: {},
  }));

const retries = fc.array(
  fc.record({
    ErrorEquals: fc.constantFrom(['Red'], ['Blue'], ['States.TaskFailed']),
    MaxAttempts: fc.integer({ min: 0, max: 2 }),
    IntervalSeconds: fc.integer({ min: 1, max: 70 }),
  }),
  { maxLength: 2 },
);

const catches = fc.boolean().map(
  (caught) => (name: string) =>
    caught
      ? {
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Next: `${name}Caught`,
              Output: { n: 100, error: '{% $states.errorOutput %}' },
            },
          ],
        }
      : {},
);

const caughtState = (name: string, fields: object) =>
  'Catch' in fields ? { [`${name}Caught`]: { Type: 'Pass' } } : {};

/** A task that fails with an error, or with none. */
export const work = (fails: string | null) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: 'work',
    Payload: { n: '{% $states.input.n %}', state: '{% $states.context.State %}', fails },
  },
  Output: '{% $states.result.Payload %}',
});

const tasks: fc.Arbitrary<Maker> = fc
  .tuple(fc.option(errors, { freq: 2 }), retries, catches)
  .map(([fails, Retry, caught]) => (name) => {
    const recovery = caught(name);
    const state = { ...work(fails), Retry, ...recovery };
    return { state, extra: caughtState(name, recovery) };
  });

const choices: fc.Arbitrary<Maker> = fc.integer({ min: 0, max: 5 }).map((limit) => (name) => ({
  state: {
    Type: 'Choice',
    Choices: [
      { Condition: `{% $states.input.n > ${limit} %}`, Next: `${name}Yes`, Output: { n: '{% $states.input.n %}' } },
    ],
    Default: `${name}No`,
  },
  extra: { [`${name}Yes`]: { Type: 'Pass' }, [`${name}No`]: { Type: 'Wait', Seconds: 5 } },
}));

const forks = (inner: fc.Arbitrary<Unnamed>): fc.Arbitrary<Maker> =>
  fc
    .tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.integer({ min: 0, max: 2 }), catches)
    .map(([branches, isMap, MaxConcurrency, caught]) => (name) => {
      const recovery = caught(name);
      const Output = { n: '{% $count($states.result) %}', results: '{% $states.result %}' };
      const [first = () => ({ StartAt: '', States: {} })] = branches;
      const state = isMap
        ? {
            Type: 'Map',
            Items: '{% [1, 2, 3] %}',
            ItemSelector: { n: '{% $states.context.Map.Item.Value %}' },
            MaxConcurrency,
            ItemProcessor: first(`${name}M`),
            Output,
            ...recovery,
          }
        : {
            Type: 'Parallel',
            Branches: branches.map((branch, index) => branch(`${name}B${index}`)),
            Output,
            ...recovery,
          };
      return { state, extra: caughtState(name, recovery) };
    });

type Unnamed = (prefix: string) => Block;

/** Puts states in a row: whatever has no way out of its own leads to the next. */
function row(makers: readonly Maker[]): Unnamed {
  return (prefix) => {
    const States: Record<string, object> = {};
    makers.forEach((make, index) => {
      const way = index === makers.length - 1 ? { End: true } : { Next: `${prefix}s${index + 1}` };
      const { state, extra } = make(`${prefix}s${index}`);
      States[`${prefix}s${index}`] = 'Choices' in state ? state : { ...state, ...way };
      for (const [name, follower] of Object.entries(extra)) States[name] = { ...follower, ...way };
    });
    return { StartAt: `${prefix}s0`, States };
  };
}

const unnamed: fc.Arbitrary<Unnamed> = fc.letrec<{ block: Unnamed; maker: Maker }>((tie) => ({
  maker: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tasks, waits, passes, choices, forks(tie('block'))),
  block: fc.array(tie('maker'), { minLength: 1, maxLength: 4 }).map(row),
})).block;

/** Machines of every state type, with failures, retries, catches and nested forks. */
export const blocks: fc.Arbitrary<Block> = unnamed.map((make) => make(''));
