import { ENTRIES, type Entry, type FunctionName, namesOf, WORKFLOWS, type WorkflowName } from './entries.ts';

// The product in parts, each a stack of its own: CloudFormation takes 500 resources a stack, and a function with its
// role, log, alarm and route is eight.

export const PARTS = ['workflows', 'dues', 'growth', 'membership'] as const;
export type Part = (typeof PARTS)[number];

/** The part of each folder of functions/; the others are of the first, what joining is made of. */
const FOLDERS: Readonly<Record<string, Part>> = {
  bank: 'dues',
  documents: 'dues',
  dues: 'dues',
  invoices: 'dues',
  ledger: 'dues',
  payments: 'dues',
  growth: 'growth',
  jury: 'growth',
  programme: 'growth',
  directory: 'membership',
  digest: 'membership',
  mailings: 'membership',
  membership: 'membership',
  renewal: 'membership',
  rights: 'membership',
  // It calls jobs of every part, so it comes last.
  schedules: 'membership',
};

const partOfFile = (file: string): Part => FOLDERS[file.split('/')[1] ?? ''] ?? 'workflows';

/** Every function of a part, in a settled order. */
export const entriesOf = (part: Part): Entry[] => ENTRIES.filter(({ file }) => partOfFile(file) === part);

const PART_OF: ReadonlyMap<FunctionName, Part> = new Map(ENTRIES.map(({ name, file }) => [name, partOfFile(file)]));

/** The part a state machine is in: that of its tasks, which are of one part. @throws Error when they are not */
export const partOfWorkflow = (workflow: WorkflowName): Part => {
  const parts = new Set(namesOf<FunctionName>(WORKFLOWS[workflow].tasks).map((task) => PART_OF.get(task)));
  const [part] = parts;
  if (part === undefined || parts.size !== 1) throw new Error(`The tasks of ${workflow} are of several parts.`);
  return part;
};

/** The state machines of a part. */
export const workflowsOf = (part: Part): WorkflowName[] =>
  namesOf(WORKFLOWS).filter((workflow) => partOfWorkflow(workflow) === part);
