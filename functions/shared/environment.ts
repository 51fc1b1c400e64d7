import * as z from 'zod';
import { EnvironmentName } from '../../domain/environment.ts';

const text = z.string().min(1);
/** An origin or base address, without a trailing slash. */
const address = z.url().regex(/[^/]$/);

const SCHEMAS = {
  table: text,
  joining: text,
  site: address,
  mailFrom: text,
  mailTemplates: text,
  mailConfigurationSet: text,
  register: address,
  stripe: address,
  stripeKeys: text,
  jobs: text,
} as const satisfies Record<keyof typeof EnvironmentName, z.ZodType<string>>;

/**
 * The environment a module needs, read once while it loads: a function that lacks a variable does not start, instead
 * of failing at its first caller.
 * @throws Error that names the variable and what is wrong with it
 */
export const readEnvironment = <N extends keyof typeof EnvironmentName>(...names: N[]): Record<N, string> => {
  const read = names.map((name) => {
    const variable = EnvironmentName[name];
    const parsed = SCHEMAS[name].safeParse(process.env[variable]);
    if (!parsed.success) throw new Error(`The environment variable ${variable}: ${z.prettifyError(parsed.error)}`);
    return [name, parsed.data] as const;
  });
  return Object.fromEntries(read) as Record<N, string>;
};
