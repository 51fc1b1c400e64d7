import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

// The cloud assembly that `cdk synth` writes: a manifest, one template a stack, one asset manifest a stack.

const Artifact = z.object({
  type: z.string(),
  environment: z.string().optional(),
  dependencies: z.array(z.string()).default([]),
  properties: z
    .object({
      templateFile: z.string().optional(),
      stackName: z.string().optional(),
      file: z.string().optional(),
      directoryName: z.string().optional(),
    })
    .default({}),
});
const Manifest = z.object({ artifacts: z.record(z.string(), Artifact).default({}) });

const AssetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

const Template = z.object({
  Resources: z.record(z.string(), Resource).default({}),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: z.unknown(),
        Export: z.object({ Name: z.unknown() }).optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});
export type Template = z.infer<typeof Template>;

/** One synthesized stack. `assets` leads from the key of an asset in its bucket to the file or folder on disk. */
export interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
}

/** Where a stack runs when it does not say: nothing here belongs to an account. */
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_REGION = 'eu-west-3';

/** Reads a cloud assembly and the assemblies nested in it (stages). @param folder the folder of manifest.json */
export function readAssembly(folder: string): Stack[] {
  const manifest = Manifest.parse(readJson(join(folder, 'manifest.json')));
  const stacks: Stack[] = [];
  for (const [id, artifact] of Object.entries(manifest.artifacts)) {
    if (artifact.type === 'cdk:cloud-assembly' && artifact.properties.directoryName !== undefined) {
      stacks.push(...readAssembly(join(folder, artifact.properties.directoryName)));
    }
    if (artifact.type !== 'aws:cloudformation:stack' || artifact.properties.templateFile === undefined) continue;
    stacks.push({
      name: artifact.properties.stackName ?? id,
      ...environment(artifact.environment),
      template: Template.parse(readJson(join(folder, artifact.properties.templateFile))),
      assets: readAssets(folder, artifact.dependencies, manifest.artifacts),
    });
  }
  return stacks;
}

function readAssets(folder: string, dependencies: string[], artifacts: z.infer<typeof Manifest>['artifacts']) {
  const assets = new Map<string, string>();
  for (const dependency of dependencies) {
    const artifact = artifacts[dependency];
    if (artifact?.type !== 'cdk:asset-manifest' || artifact.properties.file === undefined) continue;
    for (const file of Object.values(AssetManifest.parse(readJson(join(folder, artifact.properties.file))).files)) {
      if (file.source.path === undefined) continue;
      for (const { objectKey } of Object.values(file.destinations))
        assets.set(objectKey, join(folder, file.source.path));
    }
  }
  return assets;
}

/** `aws://ACCOUNT/REGION`, either of which may be unknown until deployment. */
function environment(text = 'aws://unknown-account/unknown-region'): { account: string; region: string } {
  const [account = '', region = ''] = text.replace('aws://', '').split('/');
  return {
    account: /^\d{12}$/.test(account) ? account : LOCAL_ACCOUNT,
    region: region === '' || region === 'unknown-region' ? LOCAL_REGION : region,
  };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
