import { ServiceError } from '../../http/aws-json.ts';

/** The ARN of an execution of a machine. */
export function executionArn(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

const ARNS = {
  stateMachine: /^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:[^:]+$/,
  execution: /^arn:[^:]+:states:[^:]*:[^:]*:execution:[^:]+:[^:]+$/,
};

/** Checks an ARN's form. @throws ServiceError `InvalidArn` */
export function checkArn(arn: string, kind: keyof typeof ARNS): void {
  if (ARNS[kind].test(arn)) return;
  const [prefix, , , , , type = ''] = arn.split(':');
  const why = prefix === 'arn' ? `Resource type not valid in this context: ${type}` : `Invalid ARN prefix: ${arn}`;
  throw new ServiceError('InvalidArn', `Invalid Arn: '${why}'`);
}

/** What the names of machines and executions may not hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what AWS refuses
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]/u;

/** @throws ServiceError `InvalidName` */
export function checkName(name: string): void {
  if (name.length < 1 || name.length > 80 || FORBIDDEN.test(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
}
