import { CfnOutput, Stack } from 'aws-cdk-lib';
import { HttpAuthorizer, HttpAuthorizerType, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { FrontDoor } from '../constructs/front-door.ts';
import { Pages } from '../constructs/pages.ts';
import { Site } from '../constructs/site.ts';
import { StaffClient } from '../constructs/staff-client.ts';
import type { Stage } from '../stages.ts';

export type WebStackProps = {
  stage: Stage;
  userPool: UserPool;
  signInDomain: UserPoolDomain;
  /** Folder of the built pages. */
  pages: string;
  certificate?: ICertificate;
  /** ARN of the rate rules. */
  firewall?: string;
};

/** Where people come in: the distribution, the pages, and the API before any route. */
export class WebStack extends Stack {
  readonly frontDoor: FrontDoor;
  /** Lets staff through, and nobody else. */
  readonly staffAuthorizer: IHttpRouteAuthorizer;
  /** Origin of the site, without a trailing slash. */
  readonly siteUrl: string;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    const { stage, userPool, signInDomain } = props;
    super(scope, id, { env: { region: stage.region }, crossRegionReferences: true });
    this.frontDoor = new FrontDoor(this, 'FrontDoor', { stage });
    const site = new Site(this, 'Site', {
      stage,
      apiHost: this.frontDoor.host,
      // Signing in reads the pool's discovery document and exchanges the code at its domain.
      connectTo: [`https://cognito-idp.${stage.region}.amazonaws.com`, signInDomain.baseUrl()],
      certificate: props.certificate,
      firewall: props.firewall,
    });
    this.siteUrl = site.url;
    if (stage.domain !== undefined) {
      const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: stage.domain.hostedZone.id,
        zoneName: stage.domain.hostedZone.name,
      });
      const record = {
        zone,
        recordName: stage.domain.name,
        target: RecordTarget.fromAlias(new CloudFrontTarget(site.distribution)),
      };
      new ARecord(this, 'Alias', record);
      new AaaaRecord(this, 'AliasV6', record);
    }

    const client = new StaffClient(this, 'StaffClient', { userPool, siteUrl: site.url });
    const authorizer = new HttpAuthorizer(this, 'StaffAuthorizer', {
      httpApi: this.frontDoor.api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: userPool.userPoolProviderUrl,
      jwtAudience: [client.clientId],
    });
    this.staffAuthorizer = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'Staff', {
      authorizerId: authorizer.authorizerId,
      authorizerType: 'JWT',
    });

    new Pages(this, 'Pages', {
      stage,
      folder: props.pages,
      bucket: site.bucket,
      settings: {
        authority: userPool.userPoolProviderUrl,
        clientId: client.clientId,
        logoutUrl: client.logoutUrl(signInDomain),
        contact: props.stage.contact,
      },
    });

    new CfnOutput(this, 'SiteUrl', { value: site.url, description: 'The site' });
    new CfnOutput(this, 'ApiUrl', { value: `${site.url}/api`, description: 'The API, as everybody calls it' });
    new CfnOutput(this, 'StaffUrl', { value: `${site.url}/staff`, description: 'The staff console' });
    new CfnOutput(this, 'ClientId', { value: client.clientId, description: 'Client of the staff console' });
  }
}
