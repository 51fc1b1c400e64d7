import { Duration } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  OAuthScope,
  type UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** The staff console as the user pool knows it: a public client that signs in with a code and PKCE. */
export class StaffClient extends Construct {
  readonly clientId: string;
  private readonly afterSignOut: string;

  constructor(scope: Construct, id: string, props: { userPool: UserPool; siteUrl: string }) {
    super(scope, id);
    this.afterSignOut = `${props.siteUrl}/staff`;
    const client = new UserPoolClient(this, 'Client', {
      userPool: props.userPool,
      generateSecret: false,
      authFlows: {},
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${props.siteUrl}/staff/callback`],
        logoutUrls: [this.afterSignOut],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // A working day: staff sign in each morning.
      refreshTokenValidity: Duration.hours(10),
    });
    this.clientId = client.userPoolClientId;
    // Without a branding of its own the hosted page of a client stays empty.
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: props.userPool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  /** Where signing out ends the hosted session too, then comes back. */
  logoutUrl(domain: UserPoolDomain): string {
    return `${domain.baseUrl()}/logout?client_id=${this.clientId}&logout_uri=${this.afterSignOut}`;
  }
}
