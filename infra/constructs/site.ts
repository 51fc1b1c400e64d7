import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stages.ts';
import { SecurityHeaders } from './security-headers.ts';

export type SiteProps = {
  stage: Stage;
  /** Host name of the API. */
  apiHost: string;
  /** Origins that pages may call beside their own: those of sign-in. */
  connectTo: string[];
  /** Of the stage's domain, from us-east-1. */
  certificate?: ICertificate;
  /** ARN of the rate rules, from us-east-1. */
  firewall?: string;
};

/** What people see: pages from a private bucket, and the API under the same name, so that no call crosses origins. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  /** Origin of the site, without a trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { stage } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Pages are built again from the repository at any time. A bucket that holds any refuses to go.
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    const headers = new SecurityHeaders(this, 'SecurityHeaders', { connectTo: props.connectTo });
    const singlePage = new EdgeFunction(this, 'SinglePage', {
      comment: 'Paths without an extension are pages of the application',
      code: FunctionCode.fromFile({ filePath: 'infra/single-page.js' }),
      runtime: FunctionRuntime.JS_2_0,
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Traboule ${stage.name}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        // Listing lets S3 say that a file is missing (404) rather than forbidden (403).
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [{ function: singlePage, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(props.apiHost, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            readTimeout: Duration.seconds(30),
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // Authorization, Idempotency-Key and the query reach the API; the Host header must be the API's own.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
        },
      },
      ...(stage.domain !== undefined && {
        domainNames: [stage.domain.name],
        certificate: props.certificate,
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      ...(props.firewall !== undefined && { webAclId: props.firewall }),
    });
    this.url = `https://${stage.domain?.name ?? this.distribution.distributionDomainName}`;
    this.acknowledgeFindings(stage);
  }

  private acknowledgeFindings(stage: Stage): void {
    acknowledge(
      this.bucket,
      'The bucket holds public pages and only the distribution reads it: its access log would say nothing.',
      'AwsSolutions-S1',
    );
    acknowledge(
      this.distribution,
      'Companies apply, and are asked questions, wherever their people happen to be.',
      'AwsSolutions-CFR1',
    );
    acknowledge(
      this.distribution,
      'The access log of a distribution keeps the IP address of every visitor: personal data without a purpose here. Calls of the API are logged without it.',
      'AwsSolutions-CFR3',
    );
    acknowledge(
      this.distribution,
      'A default root object is set, so the list of files is served to nobody.',
      'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
    );
    if (!stage.firewall) {
      acknowledge(
        this.distribution,
        'Rate rules have a fixed price: they stand in front of production. The API throttles in every stage.',
        'AwsSolutions-CFR2',
      );
    }
    if (stage.domain === undefined) {
      acknowledge(
        this.distribution,
        "CloudFront's own certificate allows no choice of protocol; with a domain of ours TLS 1.2 is the least.",
        'AwsSolutions-CFR4',
      );
    }
  }
}
