import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/**
 * The HTTP API, before any route: what the distribution sends `/api/*` to. Its own throttle holds for whoever calls it
 * past the distribution too.
 */
export class FrontDoor extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** Host name of the API, where the distribution finds it. */
  readonly host: string;

  constructor(scope: Construct, id: string, props: { stage: Stage }) {
    super(scope, id);
    const { stage } = props;
    this.api = new HttpApi(this, 'Api', {
      apiName: `traboule-${stage.name}`,
      description: 'Joining the cluster: public, link and staff routes',
      createDefaultStage: false,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            logGroupName: `/aws/vendedlogs/traboule-${stage.name}/api`,
            retention: stage.logDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        // Neither addresses nor what was sent: who is behind a request is nobody's business here.
        format: AccessLogFormat.custom(
          JSON.stringify({
            time: AccessLogField.contextRequestTimeEpoch(),
            requestId: AccessLogField.contextRequestId(),
            route: AccessLogField.contextRouteKey(),
            status: AccessLogField.contextStatus(),
            latency: AccessLogField.contextResponseLatency(),
            integrationLatency: AccessLogField.contextIntegrationLatency(),
            integrationError: AccessLogField.contextIntegrationErrorMessage(),
            authorizerError: AccessLogField.contextAuthorizerError(),
          }),
        ),
      },
    });
    this.host = `${this.api.apiId}.execute-api.${stage.region}.amazonaws.com`;
  }
}
