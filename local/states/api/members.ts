import * as z from 'zod';
import { ServiceError } from '../../http/aws-json.ts';
import { DATA_LIMIT } from '../engine/errors.ts';

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
export const ofTask = { taskToken: z.string().min(1).max(2048) };

export const definition = z.string().max(1_048_576);
export const roleArn = z.string().min(1).max(256);
export const type = z.enum(['STANDARD', 'EXPRESS']).default('STANDARD');
export const publish = z.literal(false, 'Versions are not supported here').optional();

const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'] as const;
export const statusFilter = z.enum(STATUSES, `Member must satisfy enum value set: [${STATUSES.join(', ')}]`).optional();

export const output = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= DATA_LIMIT, `Member has more than ${DATA_LIMIT} bytes`);

/** Why an execution or a task ends; null, where nothing is said. */
const orNull = (text: string) => text || null;
export const failure = {
  error: z.string().max(256).transform(orNull).default(null),
  cause: z.string().max(32_768).transform(orNull).default(null),
};

/** What the names of machines and executions may not hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what AWS refuses
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]/u;

/** @throws ServiceError `InvalidName` */
export function checkName(name: string): void {
  if (name.length > 0 && name.length <= 80 && !FORBIDDEN.test(name)) return;
  throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
}
