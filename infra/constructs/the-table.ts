import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Secondary indexes: the lists of the head office, and those of each antenna with what is still to be delivered. */
const INDEXES = ['GSI1', 'GSI2'] as const;

/** Calls of DynamoDB, and the actions each is authorized as: a transaction, as the operations it is made of. */
const ACTIONS = {
  GetItem: ['dynamodb:GetItem'],
  Query: ['dynamodb:Query'],
  TransactWriteItems: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
} as const;
export type TableCall = keyof typeof ACTIONS;

/** What DynamoDB does with the key on behalf of its caller. */
const USE_KEY = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:DescribeKey',
];

/** The one table: encrypted with a key of ours, restorable to any second of the last 35 days. */
export class TheTable extends Table {
  constructor(
    scope: Construct,
    id: string,
    props: { key: IKey; removalPolicy: RemovalPolicy; deletionProtection: boolean },
  ) {
    super(scope, id, {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: props.deletionProtection,
      removalPolicy: props.removalPolicy,
    });
    for (const indexName of INDEXES) {
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: `${indexName}PK`, type: AttributeType.STRING },
        sortKey: { name: `${indexName}SK`, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** Lets a function make calls on the items of the table. */
  allow(grantee: IGrantable, calls: readonly TableCall[]): void {
    const indexes = INDEXES.map((name) => `${this.tableArn}/index/${name}`);
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: calls.flatMap((call) => ACTIONS[call]),
        resources: [this.tableArn, ...indexes],
      }),
    );
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: USE_KEY,
        resources: this.encryptionKey === undefined ? [] : [this.encryptionKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` } },
      }),
    );
  }
}
