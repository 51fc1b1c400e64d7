import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import * as z from 'zod';
import { type AddressBook, replaceAddresses } from '../template/addresses.ts';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';

/** An object of a bucket, in memory: the pages of a site are few and small. */
export interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly cacheControl: string | null;
}

/** A bucket's objects by key. */
export type Bucket = ReadonlyMap<string, StoredObject>;

const Properties = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
  SourceMarkersConfig: z.array(z.object({ jsonEscape: z.coerce.boolean().optional() })).default([]),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
});

/**
 * Fills the buckets as the CDK's bucket deployments do: the files of each source in turn, those excluded left out
 * unless included again, markers in them replaced by what the stacks resolve to.
 * @param addresses put in place of those on AWS in the files that have markers
 * @returns the buckets by name
 * @throws TemplateError when a source is not an asset of the assembly
 */
export function fillBuckets(deployments: readonly Deployed[], addresses: AddressBook): Map<string, Bucket> {
  const buckets = new Map<string, Map<string, StoredObject>>();
  for (const deployment of deployments) {
    const properties = Properties.parse(deployment.properties);
    const bucket = buckets.get(properties.DestinationBucketName) ?? new Map<string, StoredObject>();
    buckets.set(properties.DestinationBucketName, bucket);
    for (const [index, objectKey] of properties.SourceObjectKeys.entries()) {
      const folder = deployment.stack.assets.get(objectKey);
      if (folder === undefined) {
        throw new TemplateError(`${deployment.stack.name}, ${deployment.logicalId}: ${objectKey} is not an asset.`);
      }
      const markers = properties.SourceMarkers[index] ?? {};
      const escaped = properties.SourceMarkersConfig[index]?.jsonEscape === true;
      for (const path of filesUnder(folder).filter((file) => isChosen(file, properties))) {
        const file = readFileSync(join(folder, path));
        const body = Object.keys(markers).length === 0 ? file : replaceMarkers(file, markers, escaped, addresses);
        bucket.set(properties.DestinationBucketKeyPrefix + path, {
          body,
          contentType: properties.SystemMetadata['content-type'] ?? contentType(path),
          etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
          cacheControl: properties.SystemMetadata['cache-control'] ?? null,
        });
      }
    }
  }
  return buckets;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));

function isChosen(path: string, filters: { Exclude: string[]; Include: string[] }): boolean {
  const matches = (pattern: string) => glob(pattern).test(path);
  return !filters.Exclude.some(matches) || filters.Include.some(matches);
}

/** A pattern of the AWS CLI, where `*` stands for anything, slashes too. */
export function glob(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}

function replaceMarkers(
  file: Buffer,
  markers: Record<string, string>,
  escaped: boolean,
  addresses: AddressBook,
): Buffer {
  const text = Object.entries(markers).reduce(
    (filled, [marker, value]) => filled.replaceAll(marker, escaped ? JSON.stringify(value).slice(1, -1) : value),
    file.toString('utf8'),
  );
  return Buffer.from(replaceAddresses(text, addresses));
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const contentType = (path: string): string => CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
