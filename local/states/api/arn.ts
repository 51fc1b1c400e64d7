import { ServiceError } from '../service-error.ts';

/** An execution's ARN, and the name in it. */
export interface ExecutionArn {
  readonly text: string;
  readonly name: string;
}

/** The ARN of an execution of a machine. */
export function executionArn(stateMachineArn: string, name: string): ExecutionArn {
  return { text: `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`, name };
}

/** Checks an ARN's form. @throws ServiceError `InvalidArn` */
export function checkArn(arn: string, kind: 'stateMachine' | 'execution'): void {
  if (!arn.startsWith('arn:')) throw new ServiceError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  const parts = arn.split(':');
  const count = kind === 'execution' ? 8 : 7;
  const wellFormed =
    parts.length === count &&
    parts[2] === 'states' &&
    parts[5] === kind &&
    parts.every((p, i) => p !== '' || i === 3 || i === 4);
  if (!wellFormed) {
    throw new ServiceError('InvalidArn', `Invalid Arn: 'Resource type not valid in this context: ${parts[5] ?? ''}'`);
  }
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
