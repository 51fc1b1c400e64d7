import type { HttpApi } from '../http-api/http-api.ts';
import { fillBuckets } from '../site/bucket.ts';
import { Distribution, type Origin } from '../site/distribution.ts';
import { EdgeFunction } from '../site/edge-function.ts';
import { readHeadersPolicy } from '../site/response-headers.ts';
import type { Plan } from './plan.ts';

/** Puts the site together: the distribution with its buckets, APIs, functions and headers; null when there is none. */
export function openSite(plan: Plan, apis: readonly HttpApi[]): Distribution | null {
  const { distribution, functions, headersPolicies, buckets, deployments, addresses } = plan.site;
  if (distribution === null) return null;
  const contents = fillBuckets(deployments, addresses);
  const origins = new Map<string, Origin>();
  for (const { identity } of buckets) {
    const bucket = contents.get(identity.ref) ?? new Map();
    origins.set(identity.attributes.RegionalDomainName ?? '', { kind: 'bucket', bucket });
    origins.set(identity.attributes.DomainName ?? '', { kind: 'bucket', bucket });
  }
  for (const api of apis) {
    origins.set(api.definition.domain, { kind: 'api', handle: (request) => api.handle(request) });
  }
  return new Distribution(distribution, {
    origins,
    headers: new Map(headersPolicies.map((policy) => [policy.identity.ref, readHeadersPolicy(policy)])),
    functions: new Map(functions.map((fn) => [fn.identity.attributes.FunctionARN ?? '', new EdgeFunction(fn)])),
  });
}
