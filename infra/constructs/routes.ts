import {
  type HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Caller } from '../../domain/contract/route.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { acknowledge } from '../acknowledge.ts';
import { namesOf } from '../entries.ts';
import type { Functions } from './functions.ts';
import { inTurn } from './in-turn.ts';

/** Why a caller passes the gateway without a staff token. */
const WITHOUT_TOKEN: Record<Exclude<Caller, 'staff'>, string> = {
  public: 'Anybody may apply, and ask what is needed to apply.',
  link: 'The handler checks the private link: the gateway knows only tokens of the user pool.',
};

const INTEGRATION = 'Integration';
/** Routes made at once: API Gateway takes ten calls a second of an account that make or change anything. */
const AT_ONCE = 4;

export type RoutesProps = {
  api: HttpApi;
  staffAuthorizer: IHttpRouteAuthorizer;
  functions: Functions;
};

/** The routes of the contract that these functions answer, each to its own; those of staff behind the authorizer. */
export class Routes extends Construct {
  constructor(scope: Construct, id: string, { api, staffAuthorizer, functions }: RoutesProps) {
    super(scope, id);
    const routes = namesOf(ROUTES).filter((name) => functions.all.has(name));
    const made = routes.map((name) => {
      const { method, path, caller } = ROUTES[name];
      const route = new HttpRoute(this, name, {
        httpApi: api,
        routeKey: HttpRouteKey.with(`/api${path}`, HttpMethod[method]),
        integration: new HttpLambdaIntegration(INTEGRATION, functions.of(name)),
        authorizer: caller === 'staff' ? staffAuthorizer : new HttpNoneAuthorizer(),
      });
      if (caller !== 'staff') acknowledge(route, WITHOUT_TOKEN[caller], 'AwsSolutions-APIG4');
      return { first: route.node.findChild(INTEGRATION), last: route };
    });
    inTurn(made, AT_ONCE);
  }
}
