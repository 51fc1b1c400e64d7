import { createHash } from 'node:crypto';

/** Where a resource stands. `properties` are resolved. */
export interface Placed {
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  readonly logicalId: string;
  readonly properties: Record<string, unknown>;
}

/** What `Ref` and `Fn::GetAtt` say of a resource. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Identify = (placed: Placed) => Identity;

/** Name given in the template, or made from the stack and the logical id, the same at every start. */
const named = (placed: Placed, property: string): string => {
  const given = placed.properties[property];
  return typeof given === 'string' ? given : `${placed.stack}-${placed.logicalId}`;
};

/** An identifier of AWS's own making: letters and digits, the same at every start. */
const identifier = (placed: Placed, length = 10): string =>
  createHash('sha256').update(`${placed.stack}/${placed.logicalId}`).digest('hex').slice(0, length);

const arn = (placed: Placed, service: string, resource: string): string =>
  `arn:aws:${service}:${placed.region}:${placed.account}:${resource}`;

/**
 * The names and attributes of each type of resource, as AWS documents them under "Return values". They depend on the
 * template alone, so that resources may refer to one another in any order, and are the same at every start.
 */
const IDENTITIES: Record<string, Identify> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Lambda::Function': (placed) => {
    const name = named(placed, 'FunctionName');
    return { ref: name, attributes: { Arn: arn(placed, 'lambda', `function:${name}`) } };
  },
  'AWS::Lambda::Version': (placed) => {
    // One version runs here: the one that was synthesized.
    const target = arn(placed, 'lambda', `function:${String(placed.properties.FunctionName)}`);
    return { ref: target, attributes: { Version: '$LATEST', FunctionArn: target } };
  },
  'AWS::StepFunctions::StateMachine': (placed) => {
    const name = named(placed, 'StateMachineName');
    const own = arn(placed, 'states', `stateMachine:${name}`);
    return { ref: own, attributes: { Arn: own, Name: name } };
  },
  'AWS::SQS::Queue': (placed) => {
    const name = named(placed, 'QueueName');
    const url = `https://sqs.${placed.region}.amazonaws.com/${placed.account}/${name}`;
    return { ref: url, attributes: { Arn: arn(placed, 'sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::S3::Bucket': (placed) => {
    const name = named(placed, 'BucketName').toLowerCase();
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${placed.region}.amazonaws.com`,
      },
    };
  },
  'AWS::CloudFront::Distribution': (placed) => {
    const id = identifier(placed).toUpperCase();
    return { ref: id, attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` } };
  },
  'AWS::CloudFront::Function': (placed) => {
    const name = named(placed, 'Name');
    const own = `arn:aws:cloudfront::${placed.account}:function/${name}`;
    return { ref: own, attributes: { FunctionARN: own, 'FunctionMetadata.FunctionARN': own, Stage: 'LIVE' } };
  },
  'AWS::ApiGatewayV2::Api': (placed) => {
    const id = identifier(placed);
    return {
      ref: id,
      attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${placed.region}.amazonaws.com` },
    };
  },
  'AWS::ApiGatewayV2::Stage': (placed) => ({ ref: String(placed.properties.StageName), attributes: {} }),
  'AWS::Cognito::UserPool': (placed) => {
    const id = `${placed.region}_${identifier(placed, 9)}`;
    const provider = `cognito-idp.${placed.region}.amazonaws.com/${id}`;
    return {
      ref: id,
      attributes: {
        UserPoolId: id,
        Arn: arn(placed, 'cognito-idp', `userpool/${id}`),
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
      },
    };
  },
  'AWS::Cognito::UserPoolClient': (placed) => {
    const id = identifier(placed, 26);
    return { ref: id, attributes: { ClientId: id } };
  },
  'AWS::Cognito::UserPoolDomain': (placed) => ({ ref: String(placed.properties.Domain), attributes: {} }),
  'AWS::Cognito::UserPoolGroup': (placed) => ({ ref: String(placed.properties.GroupName), attributes: {} }),
  'AWS::SES::Template': (placed) => ({ ref: identifier(placed, 32), attributes: { Id: identifier(placed, 32) } }),
  'AWS::SES::ConfigurationSet': (placed) => ({ ref: named(placed, 'Name'), attributes: {} }),
  'AWS::SES::EmailIdentity': (placed) => ({ ref: String(placed.properties.EmailIdentity), attributes: {} }),
  'AWS::Events::Rule': (placed) => {
    const name = named(placed, 'Name');
    return { ref: name, attributes: { Arn: arn(placed, 'events', `rule/${name}`) } };
  },
  'AWS::Scheduler::ScheduleGroup': (placed) => {
    const name = named(placed, 'Name');
    return { ref: name, attributes: { Arn: arn(placed, 'scheduler', `schedule-group/${name}`) } };
  },
};

/** What `Ref` and `Fn::GetAtt` say of a resource; types that only serve in the cloud get a name and an ARN. */
export function identityOf(type: string, placed: Placed): Identity {
  const known = IDENTITIES[type];
  if (known !== undefined) return known(placed);
  const name = `${placed.stack}-${placed.logicalId}`;
  const service = type.split('::')[1]?.toLowerCase() ?? 'custom';
  return { ref: name, attributes: { Arn: arn(placed, service, name), Id: name } };
}

function table(placed: Placed): Identity {
  const name = named(placed, 'TableName');
  const own = arn(placed, 'dynamodb', `table/${name}`);
  return { ref: name, attributes: { Arn: own, StreamArn: `${own}/stream/local` } };
}
