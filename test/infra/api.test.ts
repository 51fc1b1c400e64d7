import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import type { Route } from '../../domain/contract/route.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { namesOf } from '../../infra/entries.ts';
import { handlersOf, resourcesOf, synthesize, type Template } from './synthesized.ts';

const GatewayRoute = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.unknown().optional(),
  Target: z.object({ 'Fn::Join': z.tuple([z.string(), z.tuple([z.string(), z.object({ Ref: z.string() })])]) }),
});

let template: Template;
let routes: Map<string, z.infer<typeof GatewayRoute>>;

beforeAll(() => {
  template = synthesize('dev').product();
  routes = new Map(
    resourcesOf(template, 'AWS::ApiGatewayV2::Route')
      .map((resource) => GatewayRoute.parse(resource.Properties))
      .map((route) => [route.RouteKey, route]),
  );
});

const keyOf = ({ method, path }: Route): string => `${method} /api${path}`;

describe('the routes of the gateway', () => {
  it('are those of the contract, and no other', () => {
    expect([...routes.keys()].sort()).toEqual(Object.values<Route>(ROUTES).map(keyOf).sort());
  });

  it.each(Object.entries<Route>(ROUTES))(
    '%s asks for a staff token exactly when its caller is staff',
    (_name, route) => {
      const found = routes.get(keyOf(route));

      expect(found?.AuthorizationType).toBe(route.caller === 'staff' ? 'JWT' : 'NONE');
      expect(found?.AuthorizerId !== undefined).toBe(route.caller === 'staff');
    },
  );

  it.each(namesOf(ROUTES))('%s leads to its own function', (name) => {
    const integrationId = routes.get(keyOf(ROUTES[name]))?.Target['Fn::Join'][1][1].Ref ?? '';
    const integration = resourcesOf(template, 'AWS::ApiGatewayV2::Integration').find((i) => i.id === integrationId);
    const handler = handlersOf(template).find((h) => h.name === name);

    expect(integration?.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: { 'Fn::GetAtt': [handler?.id, 'Arn'] },
    });
  });
});

describe('the gateway', () => {
  it('checks tokens of the user pool made for the console', () => {
    const web = synthesize('dev').template('web');
    const [client] = resourcesOf(web, 'AWS::Cognito::UserPoolClient');

    const [authorizer] = resourcesOf(web, 'AWS::ApiGatewayV2::Authorizer');

    expect(authorizer?.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: [{ Ref: client?.id }] },
    });
    expect(JSON.stringify(authorizer?.Properties)).toContain('ProviderURL');
  });

  it('throttles, and logs neither addresses nor what was sent', () => {
    const web = synthesize('dev').template('web');
    const stage = resourcesOf(web, 'AWS::ApiGatewayV2::Stage')[0]?.Properties;

    expect(stage).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 } });
    expect(JSON.stringify(stage?.AccessLogSettings)).not.toMatch(/sourceIp|userAgent|requestBody|claims/);
  });
});
