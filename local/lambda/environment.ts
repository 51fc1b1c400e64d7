import { devNull } from 'node:os';
import type { LambdaFunction } from './function.ts';

/** Where a function finds the services of AWS on this machine. */
export interface Endpoints {
  /** The AWS endpoint of the runtime. */
  readonly aws: string;
  /** DynamoDB itself, or the AWS endpoint again when reads and writes are counted. */
  readonly dynamodb: string;
}

/**
 * The environment variables a function sees: the template's, and those Lambda defines. Nothing of this process's own
 * environment, so that a function cannot come to depend on it; the endpoints lead every AWS SDK to this machine.
 */
export function functionEnvironment(fn: LambdaFunction, region: string, endpoints: Endpoints): Record<string, string> {
  return {
    ...fn.environment,
    _HANDLER: `index.${fn.handler}`,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL: endpoints.aws,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    // The person's own AWS settings have no say here.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    // Functions run on this machine's Node.js, whatever the SDK will need one day.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
  };
}
