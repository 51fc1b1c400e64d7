import { type Acknowledgment, Aws, CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of the checks on one construct, each by its full id, for one reason.
 * @param findings for example `AwsSolutions-IAM5[Resource::*]`
 */
export const acknowledge = (construct: IConstruct, reason: string, ...findings: string[]): void => {
  const acknowledgments: Acknowledgment[] = findings.map((id) => ({ id, reason }));
  Validations.of(construct).acknowledge(...acknowledgments);
};

/**
 * Accepts that a role is allowed all resources that a pattern covers.
 * @param patterns ARNs that end with `*`
 */
export const acknowledgePatterns = (role: IConstruct, reason: string, ...patterns: string[]): void =>
  acknowledge(
    role,
    reason,
    ...patterns.map((arn) => `AwsSolutions-IAM5[Resource::${arn.replaceAll(Aws.ACCOUNT_ID, '<AWS::AccountId>')}]`),
  );

/** The ARN of a resource as findings write it. */
export const writtenArn = (construct: IConstruct): string => {
  const resource = construct.node.defaultChild;
  if (!CfnElement.isCfnElement(resource)) throw new Error(`${construct.node.path} is no resource of this app.`);
  return `<${Stack.of(construct).getLogicalId(resource)}.Arn>`;
};
