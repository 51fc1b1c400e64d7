import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { STAFF_GROUPS } from '../../domain/staff/staff.ts';
import { resourcesOf, synthesize } from './synthesized.ts';

const table = (stage: 'dev' | 'prod') => resourcesOf(synthesize(stage).template('data'), 'AWS::DynamoDB::Table')[0];
const userPool = (stage: 'dev' | 'prod') =>
  resourcesOf(synthesize(stage).template('data'), 'AWS::Cognito::UserPool')[0];

describe('the table', () => {
  it('has its keys, its two indexes and its time to live', () => {
    expect(table('dev')?.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: ['GSI1', 'GSI2'].map((name) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: `${name}PK`, KeyType: 'HASH' },
          { AttributeName: `${name}SK`, KeyType: 'RANGE' },
        ],
      })),
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    });
  });

  it('is encrypted with our key, and can be restored', () => {
    expect(table('dev')?.Properties).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('cannot be deleted in production', () => {
    expect(table('prod')).toMatchObject({ DeletionPolicy: 'Retain', Properties: { DeletionProtectionEnabled: true } });
    expect(table('dev')).toMatchObject({ DeletionPolicy: 'Delete', Properties: { DeletionProtectionEnabled: false } });
    const [key] = resourcesOf(synthesize('prod').template('data'), 'AWS::KMS::Key');
    expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
  });
});

describe('the user pool', () => {
  it('takes only who was invited', () => {
    expect(userPool('prod')?.Properties).toMatchObject({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
  });

  it('asks people in, and proves addresses, in both languages, with what Cognito fills in', () => {
    const Mails = z.object({
      AdminCreateUserConfig: z.object({ InviteMessageTemplate: z.object({ EmailMessage: z.string() }) }),
      VerificationMessageTemplate: z.object({ EmailMessage: z.string() }),
    });
    const { AdminCreateUserConfig: invited, VerificationMessageTemplate: verified } = Mails.parse(
      userPool('prod')?.Properties,
    );

    expect(invited.InviteMessageTemplate.EmailMessage).toMatch(
      /Identifiant : {username}.*3 jours : {####}.*User name: {username}.*3 days: {####}/,
    );
    expect(verified.EmailMessage).toMatch(/Votre code.*{####}.*Your verification code: {####}/);
  });

  it('has the groups of the domain', () => {
    const groups = resourcesOf(synthesize('dev').template('data'), 'AWS::Cognito::UserPoolGroup');

    expect(groups.map((group) => group.Properties.GroupName)).toEqual([...STAFF_GROUPS]);
  });

  it('asks for a one-time code in production, and cannot be deleted there', () => {
    expect(userPool('prod')).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        DeletionProtection: 'ACTIVE',
        UserPoolTier: 'PLUS',
      },
    });
    expect(userPool('dev')?.Properties).toMatchObject({ MfaConfiguration: 'OPTIONAL', DeletionProtection: 'INACTIVE' });
  });
});
