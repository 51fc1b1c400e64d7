import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';

/** A function as the template describes it, ready to run. Durations in milliseconds. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  /** `file:` address of the handler's module, and the name of the export in it. */
  readonly module: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Most invocations at once, when the template reserves a number. */
  readonly reservedConcurrency: number | null;
  /** Where an event goes that was refused for good (dead-letter queue or failure destination). */
  readonly onFailure: string | null;
  /** How often an event is tried again after a failure. */
  readonly eventRetries: number;
}

const Properties = z.object({
  Runtime: z.string(),
  Handler: z.string(),
  Code: z.object({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string().optional() }).optional(),
});

const EventInvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

/** How asynchronous invocations are treated, by the function's name or ARN. */
export type EventSettings = ReadonlyMap<string, z.infer<typeof EventInvokeConfig>>;

export function readEventSettings(resources: readonly Deployed[]): EventSettings {
  return new Map(
    resources
      .map((resource) => EventInvokeConfig.parse(resource.properties))
      .map((settings) => [settings.FunctionName, settings] as const),
  );
}

/** @throws TemplateError for a function that Node.js cannot run from its asset */
export function readFunction(resource: Deployed, events: EventSettings): LambdaFunction {
  const properties = Properties.parse(resource.properties);
  const { ref: name, attributes } = resource.identity;
  const where = `${resource.stack.name}, ${resource.logicalId}`;
  if (!properties.Runtime.startsWith('nodejs')) {
    throw new TemplateError(`${where}: the function's runtime is ${properties.Runtime}; only Node.js runs locally.`);
  }
  const asset = resource.stack.assets.get(properties.Code.S3Key ?? '');
  if (asset === undefined) throw new TemplateError(`${where}: the function's code is not an asset of the assembly.`);
  const [file = '', handler = ''] = split(properties.Handler);
  const arn = attributes.Arn ?? '';
  const settings = events.get(name) ?? events.get(arn);
  return {
    name,
    arn,
    module: pathToFileURL(join(asset, `${file}.mjs`)).href,
    handler,
    environment: properties.Environment?.Variables ?? {},
    timeoutMs: properties.Timeout * 1000,
    memoryMb: properties.MemorySize,
    reservedConcurrency: properties.ReservedConcurrentExecutions ?? null,
    onFailure: settings?.DestinationConfig?.OnFailure?.Destination ?? properties.DeadLetterConfig?.TargetArn ?? null,
    eventRetries: settings?.MaximumRetryAttempts ?? 2,
  };
}

/** `path/index.handler` is the export `handler` of `path/index`. */
const split = (handler: string): [string, string] => {
  const dot = handler.lastIndexOf('.');
  return [handler.slice(0, dot), handler.slice(dot + 1)];
};
