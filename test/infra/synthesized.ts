import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { hashOf } from '../../infra/files.ts';
import { entriesOf, PARTS } from '../../infra/parts.ts';
import type { StageName } from '../../infra/stages.ts';
import { assemblyFolder } from '../../local/synthesis/synthesize.ts';
import { buildingAlone } from '../support/one-at-a-time.ts';

const Settings = z.object({ context: z.record(z.string(), z.unknown()) });

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  Metadata: z.object({ 'aws:cdk:path': z.string() }).partial().default({}),
});
export type Resource = z.infer<typeof Resource> & { id: string };

/** A stack's template, as far as tests read it. */
const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});
export type Template = z.infer<typeof Template>;

/** The assembly of a stage, as `cdk synth` makes it: with no account, no credentials and no network needed. */
export type Assembly = {
  folder: string;
  template: (stack: string) => Template;
  /** The functions, state machines and routes of all parts, whichever stack they are in. */
  product: () => Template;
};

const assemblies = new Map<StageName, { assembly: Assembly } | { failure: unknown }>();

/**
 * The assembly of a stage, synthesized in a process of its own, as the CDK does it; once for the same sources.
 * @throws Error with what the app printed when it fails
 */
export const synthesize = (stage: StageName): Assembly => {
  const known = assemblies.get(stage) ?? attempt(stage);
  assemblies.set(stage, known);
  if ('failure' in known) throw known.failure;
  return known.assembly;
};

/** Remembers a failure too: each test would wait for the same one. */
const attempt = (stage: StageName): { assembly: Assembly } | { failure: unknown } => {
  const built = buildingAlone();
  try {
    return { assembly: read(assemble[stage](), stage) };
  } catch (failure) {
    return { failure };
  } finally {
    built();
  }
};

/** What a start does before anything else. */
const SYNTHESIZE = `import('./local/synthesis/synthesize.ts').then((own) => own.synthesize(process.cwd(), () => undefined))`;

/** What gives the folder of a stage's assembly. */
const assemble: Record<StageName, () => string> = {
  // What the one-machine runtime runs, made as it makes it: its tests and these need the same.
  dev: () => {
    const folder = assemblyFolder(process.cwd());
    if (!existsSync(folder)) {
      succeed('dev', runNode(['--eval', SYNTHESIZE]));
    }
    return folder;
  },
  prod: () => checkedFolders(checked()).prod,
};

/**
 * Where checked-stages.ts puts what it makes under a folder: an assembly of each stage, what it was refused, and the checks
 * that the app itself adds.
 */
export const checkedFolders = (root: string) => ({
  prod: join(root, 'prod'),
  dev: join(root, 'dev'),
  domain: join(root, 'domain'),
  refusal: join(root, 'refusal.txt'),
  checks: join(root, 'checks.json'),
});

const CHECKS = 'test/infra/checked-stages.ts';

/** The folder of every stage with its checks, synthesized once for the same sources. */
const checked = (): string => {
  const sources = `${basename(assemblyFolder(process.cwd()))}-${hashOf([CHECKS]).slice(0, 8)}`;
  const folder = join('build/test', `checked-${sources}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  succeed('prod', runApp('prod', checkedFolders(draft).prod, [CHECKS, draft]));
  renameSync(draft, folder);
  return folder;
};

/** Every stage with the checks that come before a deployment, as checked-stages.ts makes them. */
export const checkedStages = (): ReturnType<typeof checkedFolders> => {
  const built = buildingAlone();
  try {
    return checkedFolders(checked());
  } finally {
    built();
  }
};

const succeed = (stage: StageName, { status, stdout, stderr }: Run): void => {
  if (status !== 0) throw new Error(`The app does not synthesize ${stage}:\n${stdout}${stderr}`);
};

const read = (folder: string, stage: StageName): Assembly => {
  const templates = new Map<string, Template>();
  const template = (stack: string): Template => {
    const found = templates.get(stack) ?? readTemplate(join(folder, `traboule-${stage}-${stack}.template.json`));
    templates.set(stack, found);
    return found;
  };
  const parts = () => PARTS.filter((part) => entriesOf(part).length > 0).map(template);
  const product = () => ({
    Resources: Object.assign({}, ...parts().map(({ Resources }) => Resources)),
    Outputs: Object.assign({}, ...parts().map(({ Outputs }) => Outputs)),
  });
  return { folder, template, product };
};

/** Reads the template of a stack. */
export const readTemplate = (file: string): Template => Template.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Context of cdk.json. */
const settings = (): Record<string, unknown> => Settings.parse(JSON.parse(readFileSync('cdk.json', 'utf8'))).context;

/** Runs the app, or a program that imports it, in a process of its own. */
export const runApp = (stage: string, folder: string, program = ['infra/app.ts']): Run => {
  mkdirSync('build/test', { recursive: true });
  return runNode(program, {
    CDK_OUTDIR: folder,
    // Templates are all that is read: functions and pages stay where they are (`cdk synth --no-staging`).
    CDK_CONTEXT_JSON: JSON.stringify({ ...settings(), stage, 'aws:cdk:disable-asset-staging': true }),
  });
};

type Run = { status: number | null; stdout: string; stderr: string };

const runNode = (args: string[], environment: Record<string, string> = {}): Run =>
  spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });

/** Resources of one type, with their logical ids. */
export const resourcesOf = (template: Template, type: string): Resource[] =>
  Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ id, ...resource }));

/** The last name of a construct in a path such as `stack/Functions/SubmitApplication/Resource`. */
export const nameOf = (resource: Resource): string =>
  resource.Metadata['aws:cdk:path']?.split('/').slice(0, -1).at(-1) ?? '';

const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown(),
});
const Policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.object({ Ref: z.string() })),
});
export type Statement = z.infer<typeof Statement>;

/** What each role is allowed, by the role's logical id. */
export const allowedByRole = (template: Template): Map<string, Statement[]> => {
  const allowed = new Map<string, Statement[]>();
  for (const { Properties } of resourcesOf(template, 'AWS::IAM::Policy')) {
    const policy = Policy.parse(Properties);
    for (const { Ref } of policy.Roles) {
      allowed.set(Ref, [...(allowed.get(Ref) ?? []), ...policy.PolicyDocument.Statement]);
    }
  }
  return allowed;
};

const HandlerProperties = z.object({
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Handler: z.string(),
  Timeout: z.int(),
  TracingConfig: z.object({ Mode: z.string() }),
});
export type Handler = z.infer<typeof HandlerProperties> & { id: string; name: string; allowed: Statement[] };

const handlers = new WeakMap<Template, Handler[]>();

/** Our functions, by name, with what each is allowed; read once from a template, of which there is much. */
export const handlersOf = (template: Template): Handler[] => {
  const found = handlers.get(template) ?? readHandlers(template);
  handlers.set(template, found);
  return found;
};

const readHandlers = (template: Template): Handler[] => {
  const allowed = allowedByRole(template);
  return resourcesOf(template, 'AWS::Lambda::Function').map((resource) => {
    const properties = HandlerProperties.parse(resource.Properties);
    return {
      ...properties,
      id: resource.id,
      name: nameOf(resource),
      allowed: allowed.get(properties.Role['Fn::GetAtt'][0]) ?? [],
    };
  });
};
