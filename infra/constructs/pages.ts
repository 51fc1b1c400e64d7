import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge, writtenArn } from '../acknowledge.ts';
import type { Stage as Settings } from '../stages.ts';

/** What the pages must know of the stage they run in: `/config.json`. */
export type PageSettings = {
  /** Issuer of staff tokens. */
  authority: string;
  clientId: string;
  /** Where signing out leads. */
  logoutUrl: string;
  /** Address of the cluster's staff, shown to companies whose case the form does not cover. */
  contact: string;
};

/** Vite names these files by their content. */
const HASHED = 'assets/*';

/** The built pages in their bucket: named by content for ever, by name never without asking. */
export class Pages extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { stage: Settings; folder: string; bucket: IBucket; settings: PageSettings },
  ) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/traboule/${props.stage.name}/DeployPages`,
      retention: props.stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const pages = Source.asset(props.folder);
    const common = { destinationBucket: props.bucket, logGroup, memoryLimit: 256 };
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [pages],
      exclude: ['*'],
      include: [HASHED],
      // Who has the pages open still finds the files of the version they loaded.
      prune: false,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    const entry = new BucketDeployment(this, 'Entry', {
      ...common,
      sources: [pages, Source.jsonData('config.json', props.settings)],
      exclude: [HASHED],
      cacheControl: [CacheControl.noCache()],
    });
    // The page that names the files comes after the files.
    entry.node.addDependency(assets);
    this.acknowledgeFindings(assets, props.bucket);
  }
  private acknowledgeFindings(deployment: BucketDeployment, bucket: IBucket): void {
    const reason = 'The function that copies the pages is part of the CDK: it reads the assets and writes this bucket.';
    const stack = Stack.of(this);
    acknowledge(
      deployment.handlerRole,
      reason,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      ...['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'].map((a) => `AwsSolutions-IAM5[Action::s3:${a}*]`),
      `AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*]`,
      `AwsSolutions-IAM5[Resource::${writtenArn(bucket)}/*]`,
    );
    const handler = deployment.handlerRole.node.scope;
    if (handler !== undefined) acknowledge(handler, `${reason} It chooses its own runtime.`, 'AwsSolutions-L1');
  }
}
