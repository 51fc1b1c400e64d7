import {
  LOCAL_ACCOUNT,
  LOCAL_REGION,
  type Resource,
  type Stack,
  type Template,
} from '../../local/template/assembly.ts';

type Parts = {
  resources?: Record<string, Omit<Resource, 'Properties'> & { Properties?: Record<string, unknown> }>;
  outputs?: Template['Outputs'];
  conditions?: Template['Conditions'];
  mappings?: Template['Mappings'];
  parameters?: Template['Parameters'];
  assets?: Record<string, string>;
};

/** A stack as if it had been synthesized with these parts. */
export const stackOf = (name: string, parts: Parts): Stack => ({
  name,
  account: LOCAL_ACCOUNT,
  region: LOCAL_REGION,
  assets: new Map(Object.entries(parts.assets ?? {})),
  template: {
    Resources: Object.fromEntries(
      Object.entries(parts.resources ?? {}).map(([id, resource]) => [id, { Properties: {}, ...resource }]),
    ),
    Outputs: parts.outputs ?? {},
    Conditions: parts.conditions ?? {},
    Mappings: parts.mappings ?? {},
    Parameters: parts.parameters ?? {},
  },
});
