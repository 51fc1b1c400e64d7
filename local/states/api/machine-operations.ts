import * as z from 'zod';
import { type Operation, operation, present, ServiceError, seconds } from '../../http/aws-json.ts';
import type { Executions } from '../executions.ts';
import type { MachineRecord } from '../journal/records.ts';
import { validateDefinition } from '../language/validate.ts';
import type { MachineSettings, Machines } from '../machines.ts';
import type { StatesOptions } from '../ports.ts';
import { checkArn, checkName } from './arn.ts';
import { pageOf, paging } from './page.ts';

const arn = z.string().max(256);
const definition = z.string().max(1_048_576);
const type = z.enum(['STANDARD', 'EXPRESS']).optional();
const settings = z.object({
  definition,
  roleArn: z.string().min(1).max(256),
  loggingConfiguration: z.record(z.string(), z.unknown()).optional(),
  tracingConfiguration: z.object({ enabled: z.boolean().optional() }).optional(),
});

/** The calls that concern state machines. */
export function machineOperations(
  { clock, region, accountId }: StatesOptions,
  machines: Machines,
  executions: Executions,
): Record<string, Operation> {
  return {
    CreateStateMachine: operation(
      settings.extend({ name: z.string(), type, publish: z.boolean().optional() }),
      async ({ name, type, publish, definition, roleArn, ...others }) => {
        checkName(name);
        if (type === 'EXPRESS')
          throw new ServiceError('StateMachineTypeNotSupported', 'Only STANDARD state machines run here');
        if (publish)
          throw new ServiceError('ValidationException', 'Versions are not supported here: publish must be false');
        checkDefinition(definition);
        const stateMachineArn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
        const given = { definition, roleArn, loggingConfiguration: null, tracingEnabled: false, ...kept(others) };
        const { creationDate } = await machines.create(stateMachineArn, name, given, clock.now());
        return { stateMachineArn, creationDate: seconds(creationDate) };
      },
    ),

    UpdateStateMachine: operation(
      settings.partial().extend({ stateMachineArn: arn }),
      async ({ stateMachineArn, definition, roleArn, ...others }) => {
        checkArn(stateMachineArn, 'stateMachine');
        const changes = { ...kept(others), ...(definition && { definition }), ...(roleArn && { roleArn }) };
        if (Object.keys(changes).length === 0) {
          const needed = 'the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration';
          throw new ServiceError('MissingRequiredParameter', `Either ${needed} must be specified`);
        }
        if (definition !== undefined) checkDefinition(definition);
        const { updateDate, revisionId } = await machines.update(stateMachineArn, changes, clock.now());
        return { updateDate: seconds(updateDate), revisionId };
      },
    ),

    DescribeStateMachine: operation(z.object({ stateMachineArn: arn }), ({ stateMachineArn }) => {
      checkArn(stateMachineArn, 'stateMachine');
      const machine = machines.get(stateMachineArn);
      return { ...described(machine), status: 'ACTIVE', type: 'STANDARD', creationDate: seconds(machine.creationDate) };
    }),

    DescribeStateMachineForExecution: operation(z.object({ executionArn: arn }), async ({ executionArn }) => {
      checkArn(executionArn, 'execution');
      const { start } = await executions.view(executionArn);
      const revision = machines.revision(start.stateMachineArn, start.revisionId);
      return { ...described(revision), updateDate: seconds(revision.updateDate) };
    }),

    DeleteStateMachine: operation(z.object({ stateMachineArn: arn }), async ({ stateMachineArn }) => {
      checkArn(stateMachineArn, 'stateMachine');
      await machines.remove(stateMachineArn);
      await Promise.all(executions.running(stateMachineArn).map((execution) => executions.stop(execution, null, null)));
      return {};
    }),

    ListStateMachines: operation(z.object(paging), (page) => {
      const list = (after = '') => machines.all().filter(({ name }) => name > after);
      const { items, nextToken } = pageOf('ListStateMachines', page, list, ({ name }) => name);
      const stateMachines = items.map(({ stateMachineArn, name, creationDate }) => ({
        ...{ stateMachineArn, name, type: 'STANDARD', creationDate: seconds(creationDate) },
      }));
      return present({ stateMachines, nextToken });
    }),

    ValidateStateMachineDefinition: operation(
      z.object({
        definition,
        type,
        severity: z.enum(['ERROR', 'WARNING']).optional(),
        maxResults: z.int().min(0).max(100).optional(),
      }),
      ({ definition, maxResults }) => {
        const found = validateDefinition(definition);
        const diagnostics = found.slice(0, maxResults || 100);
        return {
          result: found.length === 0 ? 'OK' : 'FAIL',
          diagnostics,
          truncated: diagnostics.length < found.length,
        };
      },
    ),
  };
}

/** Settings that are kept and shown, and have no effect. */
function kept(given: Partial<z.infer<typeof settings>>): Partial<MachineSettings> {
  const { loggingConfiguration: logging, tracingConfiguration: tracing } = given;
  return {
    ...(logging && { loggingConfiguration: JSON.stringify(logging) }),
    ...(tracing && { tracingEnabled: tracing.enabled ?? false }),
  };
}

function described({ creationDate: _created, updateDate: _updated, ...machine }: MachineRecord): object {
  const { loggingConfiguration, tracingEnabled, ...shown } = machine;
  return {
    ...shown,
    loggingConfiguration: JSON.parse(loggingConfiguration ?? '{"level":"OFF","includeExecutionData":false}'),
    tracingConfiguration: { enabled: tracingEnabled },
  };
}

function checkDefinition(definition: string): void {
  const found = validateDefinition(definition);
  if (found.length === 0) return;
  const all = found.map(({ code, message, location }) => `${code}: ${message} at ${location}`).join(', ');
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${all}'`);
}
