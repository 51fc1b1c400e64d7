import { describe, expect, it } from '@jest/globals';
import { addressBook, makePlan } from '../../../local/runtime/plan.ts';
import { Deployment } from '../../../local/template/deployment.ts';
import { stackOf } from '../../support/template.ts';

type Resources = NonNullable<Parameters<typeof stackOf>[1]['resources']>;
const deployed = (resources: Resources, assets: Record<string, string> = {}) =>
  new Deployment([stackOf('stack', { resources, assets })]).resources();
const planOf = (resources: Resources, assets: Record<string, string> = {}) =>
  makePlan(deployed(resources, assets), new Map());

const fn = (more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Runtime: 'nodejs24.x', Handler: 'index.handler', Code: { S3Key: 'code.zip' }, ...more },
});

describe('the plan', () => {
  it('refuses a type that does not run here, by name', () => {
    const resources = { Stream: { Type: 'AWS::Kinesis::Stream' }, Role: { Type: 'AWS::IAM::Role' } };
    expect(() => planOf(resources)).toThrow('AWS::Kinesis::Stream (Stream, stack)');
    expect(() => planOf({ Role: { Type: 'AWS::IAM::Role' } })).not.toThrow();
  });

  it('reads functions with their settings and where their failures go', () => {
    const { functions } = planOf(
      {
        Fn: fn({ FunctionName: 'Job', Timeout: 10, MemorySize: 256, Environment: { Variables: { A: 'b' } } }),
        Config: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: {
            FunctionName: { Ref: 'Fn' },
            MaximumRetryAttempts: 1,
            DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
          },
        },
        Letters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } },
      },
      { 'code.zip': '/assets/code' },
    );
    expect(functions).toEqual([
      {
        name: 'Job',
        arn: 'arn:aws:lambda:eu-west-3:000000000000:function:Job',
        module: 'file:///assets/code/index.mjs',
        handler: 'handler',
        environment: { A: 'b' },
        timeoutMs: 10_000,
        memoryMb: 256,
        reservedConcurrency: null,
        onFailure: 'arn:aws:sqs:eu-west-3:000000000000:letters',
        eventRetries: 1,
      },
    ]);
  });

  it('leaves out the functions the CDK deploys with, and refuses others that are not Node.js', () => {
    const provider = fn({ Runtime: 'python3.13' });
    const custom = {
      Type: 'Custom::S3AutoDeleteObjects',
      Properties: { ServiceToken: { 'Fn::GetAtt': ['Provider', 'Arn'] } },
    };
    expect(planOf({ Provider: provider, Custom: custom }).functions).toEqual([]);
    expect(() => planOf({ Fn: provider })).toThrow(/stack, Fn: the function's runtime is python3.13/);
  });

  it('refuses an HTTP API that does what this one cannot, naming the property', () => {
    const api = { Type: 'AWS::ApiGatewayV2::Api', Properties: { CorsConfiguration: { AllowOrigins: ['*'] } } };
    expect(() => planOf({ Api: api })).toThrow(/Api \(AWS::ApiGatewayV2::Api\):[\s\S]*CorsConfiguration/);
    const stage = { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: 'x', StageName: 'v1' } };
    expect(() => planOf({ Stage: stage })).toThrow(/StageName/);
  });

  it('puts local addresses in place of those of the distribution and the user pool', () => {
    const resources = deployed({
      Site: { Type: 'AWS::CloudFront::Distribution', Properties: {} },
      Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'traboule' } },
    });
    const book = addressBook(resources, 'http://localhost:4300', 'http://localhost:4300/signin');
    expect([...book.keys()]).toEqual([
      expect.stringMatching(/^https:\/\/\w+\.cloudfront\.net$/),
      expect.stringMatching(/^https:\/\/cognito-idp\.eu-west-3\.amazonaws\.com\/eu-west-3_\w+$/),
      'https://traboule.auth.eu-west-3.amazoncognito.com',
    ]);
  });
});
