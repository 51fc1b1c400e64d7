import * as z from 'zod';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';

/** A JWT authorizer: which tokens it lets through. */
export interface Authorizer {
  readonly issuer: string;
  /** One of these is the token's audience, or the client it was given to. */
  readonly audience: readonly string[];
  /** Header the token comes in, in lower case. */
  readonly header: string;
}

export interface Route {
  /** As in the template: `GET /api/communes`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly functionArn: string;
  readonly timeoutMs: number;
  readonly authorizer: Authorizer | null;
  /** The token must have one of these, when there are any. */
  readonly scopes: readonly string[];
}

/** An HTTP API as the template describes it. */
export interface ApiDefinition {
  readonly id: string;
  readonly domain: string;
  readonly account: string;
  readonly routes: readonly Route[];
}

const ApiProperties = z.object({
  ProtocolType: z.literal('HTTP').optional(),
  CorsConfiguration: z.undefined().optional(),
});
const StageProperties = z.object({ ApiId: z.string(), StageName: z.literal('$default') });
const RouteProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().default(30_000),
});
const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(z.string().startsWith('$request.header.')).length(1),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** Resources of the HTTP APIs, by type. */
export interface ApiResources {
  readonly apis: readonly Deployed[];
  readonly stages: readonly Deployed[];
  readonly routes: readonly Deployed[];
  readonly integrations: readonly Deployed[];
  readonly authorizers: readonly Deployed[];
}

/** @throws TemplateError for what an HTTP API can do and this one cannot, naming the resource */
export function readApis(resources: ApiResources): ApiDefinition[] {
  for (const stage of resources.stages) parse(stage, StageProperties);
  return resources.apis.map((api) => {
    parse(api, ApiProperties);
    return {
      id: api.identity.ref,
      domain: new URL(api.identity.attributes.ApiEndpoint ?? '').host,
      account: api.stack.account,
      routes: resources.routes
        .filter((route) => route.properties.ApiId === api.identity.ref)
        .map((route) => readRoute(route, resources)),
    };
  });
}

function readRoute(resource: Deployed, resources: ApiResources): Route {
  const route = parse(resource, RouteProperties);
  const integration = parse(
    byReference(resource, resources.integrations, route.Target.replace('integrations/', '')),
    IntegrationProperties,
  );
  const [method = '', path = ''] = route.RouteKey.split(' ');
  return {
    key: route.RouteKey,
    method: path === '' ? 'ANY' : method,
    segments: path === '' ? ['{proxy+}'] : path.slice(1).split('/'),
    functionArn: integration.IntegrationUri,
    timeoutMs: integration.TimeoutInMillis,
    authorizer: route.AuthorizationType === 'NONE' ? null : readAuthorizer(resource, resources, route.AuthorizerId),
    scopes: route.AuthorizationScopes,
  };
}

function readAuthorizer(route: Deployed, resources: ApiResources, id: string | undefined): Authorizer {
  const properties = parse(byReference(route, resources.authorizers, id ?? ''), AuthorizerProperties);
  return {
    issuer: properties.JwtConfiguration.Issuer,
    audience: properties.JwtConfiguration.Audience,
    header: (properties.IdentitySource[0] ?? '').replace('$request.header.', '').toLowerCase(),
  };
}

function byReference(from: Deployed, among: readonly Deployed[], reference: string): Deployed {
  const found = among.find((resource) => resource.identity.ref === reference);
  if (found === undefined) {
    throw new TemplateError(`${from.stack.name}, ${from.logicalId}: there is no ${reference} to lead to.`);
  }
  return found;
}

/** Checks the properties of a resource. @throws TemplateError naming it and what is not supported */
function parse<T>(resource: Deployed, schema: z.ZodType<T>): T {
  const result = schema.safeParse(resource.properties);
  if (result.success) return result.data;
  const where = `${resource.stack.name}, ${resource.logicalId} (${resource.type})`;
  throw new TemplateError(`${where}: ${z.prettifyError(result.error)}`);
}
