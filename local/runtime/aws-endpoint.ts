import type { Activity } from '../clock/activity.ts';
import type { DynamoDbProxy } from '../dynamodb/proxy.ts';
import { BodyTooLarge, type HttpRequest, type HttpResponse, json, readRequest, send } from '../http/message.ts';
import { LambdaRefusal } from '../lambda/failure.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Ses } from '../ses/ses.ts';
import type { Interpreter } from '../states/interpreter.ts';
import type { Handler } from './servers.ts';

/** Largest request of any service behind the endpoint, in bytes: a transaction of DynamoDB may have 4 MB, a call of Lambda 6. */
const LARGEST_REQUEST = 20 * 1024 * 1024;

export interface AwsServices {
  readonly activity: Activity;
  readonly dynamodb: DynamoDbProxy;
  readonly states: Interpreter;
  readonly ses: Ses;
  readonly functions: Functions;
}

/** Answers the AWS SDKs and CLI: which service a call is for shows in its headers and path. */
export function awsEndpoint(services: AwsServices): Handler {
  return async (request, response) => {
    try {
      const read = await readRequest(request, LARGEST_REQUEST);
      send(response, await services.activity.track(route(read, services)));
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) throw error;
      send(response, awsError(413, 'RequestEntityTooLargeException', error.message));
    }
  };
}

async function route(request: HttpRequest, services: AwsServices): Promise<HttpResponse> {
  const target = request.headers['x-amz-target'] ?? '';
  if (target.startsWith('DynamoDB_20120810.')) return services.dynamodb.handle(request);
  if (target.startsWith('AWSStepFunctions.')) {
    return services.states.handle({ headers: request.headers, body: request.body.toString() });
  }
  if (request.path.startsWith('/v2/email/')) return services.ses.handle(request);
  const invoked = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path)?.[1];
  if (invoked !== undefined) return invoke(decodeURIComponent(invoked), request, services.functions);
  const asked = target || `${request.method} ${request.path}`;
  return awsError(501, 'UnknownOperationException', `${asked} does not run on this machine.`);
}

async function invoke(name: string, request: HttpRequest, functions: Functions): Promise<HttpResponse> {
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type !== 'RequestResponse' && type !== 'Event' && type !== 'DryRun') {
    return awsError(400, 'InvalidParameterValueException', `There is no invocation type ${type}.`);
  }
  try {
    const payload = request.body.toString() || '{}';
    const answer = await functions.invoke({ functionArn: name, payload, invocationType: type });
    return {
      status: { RequestResponse: 200, Event: 202, DryRun: 204 }[type],
      headers: {
        'content-type': 'application/json',
        'x-amz-executed-version': '$LATEST',
        ...(answer.functionError !== undefined && { 'x-amz-function-error': answer.functionError }),
      },
      body: answer.payload,
    };
  } catch (error) {
    if (error instanceof LambdaRefusal) return awsError(error.status, error.name, error.message);
    throw error;
  }
}

const awsError = (status: number, type: string, message: string): HttpResponse =>
  json(status, { __type: type, message }, { 'x-amzn-errortype': type });
