import { Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** CloudFront takes certificates and rules from this region only. */
const EDGE_REGION = 'us-east-1';

/** Requests of one address in five minutes, beyond which it is refused until it calms down. */
const ANY_REQUEST = 2000;
const POSTS_TO_THE_API = 100;

/** What CloudFront wants in its own region: the certificate of the domain, and the rate rules. Nothing personal. */
export class EdgeStack extends Stack {
  readonly certificate: ICertificate | undefined;
  readonly firewallArn: string | undefined;

  /** A stage without a domain and without rate rules has nothing there. */
  static isNeeded(stage: Stage): boolean {
    return stage.firewall || stage.domain !== undefined;
  }

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: { region: EDGE_REGION }, crossRegionReferences: true });
    if (stage.domain !== undefined) {
      const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: stage.domain.hostedZone.id,
        zoneName: stage.domain.hostedZone.name,
      });
      this.certificate = new Certificate(this, 'Certificate', {
        domainName: stage.domain.name,
        validation: CertificateValidation.fromDns(zone),
      });
    }
    if (stage.firewall) this.firewallArn = this.firewall(stage).attrArn;
  }

  private firewall(stage: Stage): CfnWebACL {
    const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      // Samples hold addresses and paths of visitors.
      sampledRequestsEnabled: false,
    });
    return new CfnWebACL(this, 'Firewall', {
      name: `traboule-${stage.name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible(`traboule-${stage.name}`),
      rules: [
        {
          name: 'posts-to-the-api',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: visible('posts-to-the-api'),
          statement: {
            rateBasedStatement: {
              limit: POSTS_TO_THE_API,
              aggregateKeyType: 'IP',
              scopeDownStatement: {
                andStatement: {
                  statements: [
                    matches({ method: {} }, 'POST', 'EXACTLY'),
                    matches({ uriPath: {} }, '/api/', 'STARTS_WITH'),
                    // Staff behind one address decide on many applications at once.
                    { notStatement: { statement: matches({ uriPath: {} }, '/api/staff/', 'STARTS_WITH') } },
                  ],
                },
              },
            },
          },
        },
        {
          name: 'any-request',
          priority: 1,
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: visible('any-request'),
          statement: { rateBasedStatement: { limit: ANY_REQUEST, aggregateKeyType: 'IP' } },
        },
      ],
    });
  }
}

const matches = (
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  searchString: string,
  positionalConstraint: 'EXACTLY' | 'STARTS_WITH',
): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch,
    searchString,
    positionalConstraint,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});
