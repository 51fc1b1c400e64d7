import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { STAFF_GROUPS } from '../../domain/staff/staff.ts';
import { invitation, VERIFICATION } from '../../domain/text/sign-in-mails.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stages.ts';

/** Days that the password of an invitation is good. */
const INVITATION_DAYS = 3;

/** Who may sign in: staff whom an administrator invited, in the groups that the domain knows. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, props: { stage: Stage; removalPolicy: RemovalPolicy }) {
    super(scope, id);
    const { stage } = props;
    const invited = invitation(
      INVITATION_DAYS,
      stage.domain === undefined ? null : `https://${stage.domain.name}/staff`,
    );
    this.userPool = new UserPool(this, 'UserPool', {
      selfSignUpEnabled: false,
      // The user name is what colleagues read in timelines (claire.fontaine): access tokens carry it, and no e-mail.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      userInvitation: { emailSubject: invited.subject, emailBody: invited.body },
      userVerification: { emailSubject: VERIFICATION.subject, emailBody: VERIFICATION.body },
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(INVITATION_DAYS),
      },
      mfa: stage.codeRequired ? Mfa.REQUIRED : Mfa.OPTIONAL,
      // From an application on the telephone: text messages cost money and can be intercepted.
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: stage.signInProtection ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
      ...(stage.signInProtection && { standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION }),
      deletionProtection: stage.keepData,
      removalPolicy: props.removalPolicy,
    });
    for (const groupName of STAFF_GROUPS) {
      this.userPool.addGroup(groupName.replace(':', '-'), { groupName });
    }
    this.domain = this.userPool.addDomain('Domain', {
      // Prefixes are shared by all accounts of a region: the account's number makes this one ours.
      cognitoDomain: { domainPrefix: `traboule-${stage.name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    if (!stage.codeRequired) {
      acknowledge(
        this.userPool,
        'One-time codes are optional where there is no real data, and required in production.',
        'AwsSolutions-COG2',
      );
    }
    if (!stage.signInProtection) {
      acknowledge(
        this.userPool,
        'Threat protection is charged by the user: it is on in production, where there is something to protect.',
        'AwsSolutions-COG3',
        'AwsSolutions-COG8',
      );
    }
  }
}
