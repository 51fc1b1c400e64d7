import * as z from 'zod';
import { ServiceError } from '../../http/aws-json.ts';

/** The ARN of an execution of a machine. */
export function executionArn(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** A member that is the ARN of something of a kind. @throws ServiceError `InvalidArn` */
const arnOf = (form: RegExp) =>
  z
    .string()
    .max(256)
    .transform((arn) => {
      if (form.test(arn)) return arn;
      const [prefix, , , , , type = ''] = arn.split(':');
      const why = prefix === 'arn' ? `Resource type not valid in this context: ${type}` : `Invalid ARN prefix: ${arn}`;
      throw new ServiceError('InvalidArn', `Invalid Arn: '${why}'`);
    });
export const ofMachine = { stateMachineArn: arnOf(/^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:[^:]+$/) };
export const ofExecution = { executionArn: arnOf(/^arn:[^:]+:states:[^:]*:[^:]*:execution:[^:]+:[^:]+$/) };

/** What the names of machines and executions may not hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what AWS refuses
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]/u;

/** @throws ServiceError `InvalidName` */
export function checkName(name: string): void {
  if (name.length > 0 && name.length <= 80 && !FORBIDDEN.test(name)) return;
  throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
}
