/**
 * The walls of the house: which room may import which. `npm run check` counts the modules it read, because a rule that
 * reads no file passes whatever the code does.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const ROOMS = 'domain|workflows|functions|infra|web|local|simulation|test|bench|scripts';

/** A room that imports, of ours, only itself and the rooms named. */
const room = (name, allowed, comment) => ({
  name: `${name}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
  comment,
  severity: 'error',
  from: { path: `^${name}/` },
  to: { path: `^(${ROOMS})/`, pathNot: `^(${[name, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    room('domain', [], 'The rules know nothing of where they run.'),
    room('workflows', ['domain'], 'State machines speak of tasks and rules, not of how they are run.'),
    room('functions', ['domain'], 'Handlers parse, call one rule, store and return.'),
    room('web', ['domain'], 'Pages talk to the API.'),
    room('infra', ['workflows', 'domain', 'scripts'], 'Stacks wire; handlers are entry paths, never imports.'),
    room('local', ['domain'], 'The runtime runs what infra synthesizes, so what runs is what deploys.'),
    room(
      'simulation',
      ['domain', 'functions', 'infra', 'local', 'scripts'],
      'It plays the product: its handlers and workflows by the tables that name them, on the parts of the runtime.',
    ),
    {
      name: 'nobody-imports-the-simulation',
      comment: 'It stands beside the product, which does not know of it.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: '^(simulation|test|bench)/' },
      to: { path: '^simulation/' },
    },
    {
      name: 'dynamodb-only-in-data',
      comment: 'The table has one door.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: '^(functions/data|local|test|bench)/' },
      to: { path: '@aws-sdk/(client-dynamodb|lib-dynamodb|util-dynamodb)' },
    },
    {
      name: 'handlers-are-entries',
      comment: 'A handler is called by AWS, not by other code.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: '^(test|bench)/' },
      to: { path: '^functions/.*\\.(api|task|job)\\.ts$' },
    },
    {
      name: 'no-test-in-production',
      comment: 'A fixture has no business in the product.',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      // A cycle with a type in it is none when the code runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
