import { type Acknowledgment, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of the checks on one construct, each by its full id, for one reason.
 * @param findings for example `AwsSolutions-IAM5[Resource::*]`
 */
export const acknowledge = (construct: IConstruct, reason: string, ...findings: string[]): void => {
  const acknowledgments: Acknowledgment[] = findings.map((id) => ({ id, reason }));
  Validations.of(construct).acknowledge(...acknowledgments);
};
