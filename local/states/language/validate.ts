import type * as z from 'zod';
import { expressionErrors } from '../../jsonata/template.ts';
import { JSONATA, machineSchema, type State, type StatesBlock } from './definition.ts';

/** Something wrong in a definition, and where: `/States/Review application/Timeout`. */
export type Diagnostic = { severity: 'ERROR'; code: string; message: string; location: string };

type Report = (message: string, location: string, code?: string) => void;

/** Fields that are known, though not here. */
const UNSUPPORTED: readonly [fields: RegExp, why: string][] = [
  [/^(ResultSelector|Parameters|Result|.*Path)$/, ' in JSONata mode'],
  [/^(ItemReader|ItemBatcher|ResultWriter|Label)$/, ': a Map runs inline here'],
];
const VARIABLE = /^[\p{ID_Start}][\p{ID_Continue}]{0,79}$/u;

/** Everything in a definition that AWS refuses, or that this interpreter does not run; nothing if it is sound. */
export function validateDefinition(definition: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = (message, location, code = 'SCHEMA_VALIDATION_FAILED') =>
    found.push({ severity: 'ERROR', code, message, location: location || '/' });
  let content: unknown;
  try {
    content = JSON.parse(definition);
  } catch (error) {
    report(String(error), '/', 'INVALID_JSON_DESCRIPTION');
    return found;
  }
  const parsed = machineSchema.safeParse(content);
  for (const issue of parsed.error?.issues ?? []) reportIssue(issue, report);
  if (parsed.data === undefined) return found;
  const { QueryLanguage: ofMachine, States } = parsed.data;
  for (const [name, state] of Object.entries(States))
    if ((state.QueryLanguage ?? ofMachine) === undefined) report(JSONATA, `/States/${name}/QueryLanguage`);
  checkBlock(parsed.data, '', new Set(), new Set(), report);
  if (!Object.values(States).some(ends)) report('Workflow has no terminal state', '/', 'MISSING_END_STATE');
  for (const { message, location, code } of expressionErrors(content)) report(message, location, code);
  return found;
}

function reportIssue(issue: z.core.$ZodIssue, report: Report): void {
  const locate = (path: readonly PropertyKey[]) =>
    path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${String(part)}`)).join('');
  const location = locate(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const why = (key: string) => UNSUPPORTED.find(([fields]) => fields.test(key))?.[1] ?? '';
    for (const key of issue.keys) report(`Field '${key}' is not supported${why(key)}`, `${location}/${key}`);
  } else if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    report(`These fields are required: [${String(issue.path.at(-1))}]`, locate(issue.path.slice(0, -1)));
  } else report(issue.message, location);
}

/** The rules that span states: names lead somewhere, and are taken once; variables stay in their scope. */
function checkBlock(block: StatesBlock, at: string, taken: Set<string>, outer: Set<string>, report: Report): void {
  const reached = new Set<string>();
  const reach = (target: string, location: string) => {
    if (Object.hasOwn(block.States, target)) reached.add(target);
    else report(`Missing 'Next' target: ${target}`, location, 'MISSING_TRANSITION_TARGET');
  };
  reach(block.StartAt, `${at}/StartAt`);
  for (const name of reached)
    for (const { where, Next } of waysOut(block.States[name]))
      if (Next !== undefined) reach(Next, `${at}/States/${name}${where}`);
  const assigned = (state: State) => waysOut(state).flatMap(({ Assign = {} }) => Object.keys(Assign));
  const scope = new Set([...outer, ...Object.values(block.States).flatMap(assigned)]);
  for (const [name, state] of Object.entries(block.States)) {
    const location = `${at}/States/${name}`;
    if (!reached.has(name)) report(`State "${name}" is not reachable.`, location, 'MISSING_TRANSITION_TARGET');
    if (taken.has(name)) report(`Duplicate state name: ${name}`, location, 'DUPLICATE_STATE_NAME');
    taken.add(name);
    for (const variable of assigned(state)) {
      if (variable === 'states') report("The variable name 'states' is reserved", `${location}/Assign/${variable}`);
      if (!VARIABLE.test(variable)) report(`'${variable}' is not a variable name`, `${location}/Assign`);
      if (outer.has(variable))
        report(`The variable '${variable}' belongs to an outer scope`, `${location}/Assign/${variable}`);
    }
    if (state.Type === 'Map') checkBlock(state.ItemProcessor, `${location}/ItemProcessor`, taken, scope, report);
    for (const [index, branch] of state.Type === 'Parallel' ? state.Branches.entries() : [])
      checkBlock(branch, `${location}/Branches[${index}]`, taken, scope, report);
  }
}

/** Whether an execution may end in a state. */
const ends = (state: State): boolean =>
  state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End === true);

/** Every way out of a state: its own, its choice rules, its catchers, its default. */
function waysOut(state?: State): { where: string; Next?: string | undefined; Assign?: object | undefined }[] {
  const none = { Next: undefined, Assign: undefined, Choices: undefined, Catch: undefined, Default: undefined };
  const { Next, Assign, Choices = [], Catch = [], Default } = { ...none, ...state };
  return [
    { where: '/Next', Next, Assign },
    ...Choices.map((rule, index) => ({ ...rule, where: `/Choices[${index}]/Next` })),
    ...Catch.map((catcher, index) => ({ ...catcher, where: `/Catch[${index}]/Next` })),
    { where: '/Default', Next: Default },
  ];
}
