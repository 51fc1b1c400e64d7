import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { SignIn } from '../constructs/sign-in.ts';
import { TheTable } from '../constructs/the-table.ts';
import type { Stage } from '../stages.ts';

/** What must never be lost: the table with its key, and who may sign in. */
export class DataStack extends Stack {
  readonly table: TheTable;
  readonly userPool: UserPool;
  readonly signInDomain: UserPoolDomain;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: { region: stage.region }, terminationProtection: stage.keepData });
    const removalPolicy = stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    const key = new Key(this, 'Key', {
      description: `Traboule ${stage.name}: what companies tell us`,
      alias: `traboule-${stage.name}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.table = new TheTable(this, 'Table', { key, removalPolicy, deletionProtection: stage.keepData });

    const signIn = new SignIn(this, 'SignIn', { stage, removalPolicy });
    this.userPool = signIn.userPool;
    this.signInDomain = signIn.domain;

    new CfnOutput(this, 'TableName', { value: this.table.tableName, description: 'The one table' });
    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId, description: 'Where staff are signed in' });
    new CfnOutput(this, 'SignInUrl', { value: signIn.domain.baseUrl(), description: 'Hosted sign-in of staff' });
  }
}
