import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';
import { type Bucket, glob } from './bucket.ts';
import { compress } from './compression.ts';
import type { EdgeFunction } from './edge-function.ts';

/** The managed cache policy that neither caches nor compresses. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

const Behavior = z.object({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string().optional(),
  Compress: z.boolean().default(false),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .max(1)
    .default([]),
});
const Properties = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().default(''),
    DefaultCacheBehavior: Behavior,
    CacheBehaviors: z.array(Behavior).default([]),
    Origins: z.array(z.object({ Id: z.string(), DomainName: z.string() })),
    CustomErrorResponses: z.undefined().optional(),
  }),
});

/** Where a distribution finds what it serves. */
export type Origin =
  | { readonly kind: 'bucket'; readonly bucket: Bucket }
  | { readonly kind: 'api'; handle(request: HttpRequest): Promise<HttpResponse> };

/** What a distribution's settings refer to. */
export interface DistributionParts {
  /** Origins by host name. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Headers of each response headers policy, by its id. */
  readonly headers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Functions by ARN. */
  readonly functions: ReadonlyMap<string, EdgeFunction>;
}

interface ResolvedBehavior {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
  readonly compress: boolean;
  readonly origin: Origin;
  readonly headers: Readonly<Record<string, string>>;
  readonly edge: EdgeFunction | null;
}

/** The local CloudFront: what the template's distribution answers, on the site's own port. */
export class Distribution {
  readonly #behaviors: readonly ResolvedBehavior[];
  readonly #rootObject: string;

  /** @throws TemplateError for a behaviour that this machine cannot follow */
  constructor(resource: Deployed, parts: DistributionParts) {
    const where = `${resource.stack.name}, ${resource.logicalId}`;
    const parsed = Properties.safeParse(resource.properties);
    if (!parsed.success) throw new TemplateError(`${where}: ${z.prettifyError(parsed.error)}`);
    const config = parsed.data.DistributionConfig;
    const part = <T>(among: ReadonlyMap<string, T>, key: string): T => {
      const found = among.get(key);
      if (found === undefined)
        throw new TemplateError(`${where} refers to ${key}, which does not run on this machine.`);
      return found;
    };
    const hosts = new Map(config.Origins.map((origin) => [origin.Id, origin.DomainName]));
    this.#rootObject = config.DefaultRootObject;
    this.#behaviors = [...config.CacheBehaviors, config.DefaultCacheBehavior].map((behavior) => ({
      pattern: glob(behavior.PathPattern),
      methods: behavior.AllowedMethods,
      compress: behavior.Compress && behavior.CachePolicyId !== CACHING_DISABLED,
      origin: part(parts.origins, part(hosts, behavior.TargetOriginId)),
      headers:
        behavior.ResponseHeadersPolicyId === undefined ? {} : part(parts.headers, behavior.ResponseHeadersPolicyId),
      edge:
        behavior.FunctionAssociations[0] === undefined
          ? null
          : part(parts.functions, behavior.FunctionAssociations[0].FunctionARN),
    }));
  }

  async handle(request: HttpRequest): Promise<HttpResponse> {
    const behavior = this.#behaviors.find(({ pattern }) => pattern.test(request.path));
    if (behavior === undefined || !behavior.methods.includes(request.method)) return plain(403, 'Method not allowed');
    const answer = await this.#answer(behavior, request);
    // What asks browsers to insist on HTTPS has no sense on plain HTTP to this very machine.
    const { 'strict-transport-security': _, ...headers } = { ...answer.headers, ...behavior.headers };
    const dressed = { ...answer, headers };
    return behavior.compress ? compress(dressed, request.headers['accept-encoding']) : dressed;
  }

  async #answer(behavior: ResolvedBehavior, request: HttpRequest): Promise<HttpResponse> {
    let { path } = request;
    if (path === '/' && this.#rootObject !== '') path = `/${this.#rootObject}`;
    if (behavior.edge !== null) {
      const result = behavior.edge.viewerRequest({ ...request, path });
      if ('answer' in result) return result.answer;
      path = result.path;
    }
    if (behavior.origin.kind === 'api') return behavior.origin.handle({ ...request, path });
    return fromBucket(behavior.origin.bucket, path, request.headers['if-none-match']);
  }
}

function fromBucket(bucket: Bucket, path: string, ifNoneMatch: string | undefined): HttpResponse {
  const key = decoded(path.slice(1));
  if (key === null) return plain(400, 'Bad request');
  const object = bucket.get(key);
  if (object === undefined) return plain(404, 'Not found');
  const headers = {
    'content-type': object.contentType,
    etag: object.etag,
    ...(object.cacheControl !== null && { 'cache-control': object.cacheControl }),
  };
  if (ifNoneMatch?.includes(object.etag)) return { status: 304, headers, body: '' };
  return { status: 200, headers, body: object.body };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

const plain = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `${text}\n`,
});
