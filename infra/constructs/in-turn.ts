import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Has CloudFormation make resources so many at once: it makes whatever depends on nothing all together, and some services
 * take a few calls a second, then refuse for longer than it tries.
 * @param chains resources that depend on each other already, the first of each made before its last
 * @param atOnce chains under way at a time
 */
export const inTurn = (chains: readonly { first: IConstruct; last: IConstruct }[], atOnce: number): void => {
  for (const [index, { last }] of chains.entries()) {
    const after = chains[index + atOnce];
    if (after !== undefined) resourceOf(after.first).addResourceDependency(resourceOf(last));
  }
};

const resourceOf = (construct: IConstruct): CfnResource => {
  const resource = construct.node.defaultChild ?? construct;
  if (!CfnResource.isCfnResource(resource)) throw new Error(`${construct.node.path} is no resource.`);
  return resource;
};
