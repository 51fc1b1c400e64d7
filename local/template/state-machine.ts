import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Deployed } from './deployment.ts';
import { TemplateError } from './intrinsics.ts';

const Properties = z.object({
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionS3Location: z.object({ Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string(),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
});

/** A state machine as the template describes it; the definition is ASL in JSON. */
export interface StateMachine {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly definition: string;
  readonly type: 'STANDARD' | 'EXPRESS';
}

/** @throws TemplateError when the definition cannot be found */
export function readStateMachine(resource: Deployed): StateMachine {
  const properties = Properties.parse(resource.properties);
  const definition = Object.entries(properties.DefinitionSubstitutions).reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, value),
    source(resource, properties),
  );
  return {
    name: resource.identity.attributes.Name ?? '',
    arn: resource.identity.ref,
    roleArn: properties.RoleArn,
    definition,
    type: properties.StateMachineType,
  };
}

function source(resource: Deployed, properties: z.infer<typeof Properties>): string {
  if (properties.DefinitionString !== undefined) return properties.DefinitionString;
  if (properties.Definition !== undefined) return JSON.stringify(properties.Definition);
  const asset = resource.stack.assets.get(properties.DefinitionS3Location?.Key ?? '');
  if (asset !== undefined) return readFileSync(asset, 'utf8');
  throw new TemplateError(`${resource.stack.name}, ${resource.logicalId}: the state machine has no definition.`);
}
