import * as z from 'zod';
import type { Executions } from '../executions.ts';
import type { MachineRecord } from '../journal/journal-store.ts';
import { type Diagnostic, validateDefinition } from '../language/validate.ts';
import type { Machines } from '../machines.ts';
import type { StatesOptions } from '../ports.ts';
import { ServiceError } from '../service-error.ts';
import { checkArn, checkName } from './arn.ts';
import { pageOf, paging } from './page.ts';
import { type Operation, operation, present, seconds } from './protocol.ts';

const DEFINITION_LIMIT = 1_048_576;

const arn = z.string().max(256);
const settings = {
  definition: z.string().max(DEFINITION_LIMIT),
  roleArn: z.string().min(1).max(256),
  loggingConfiguration: z.record(z.string(), z.unknown()).optional(),
  tracingConfiguration: z.object({ enabled: z.boolean().optional() }).optional(),
};

/** The calls that concern state machines. */
export function machineOperations(
  options: StatesOptions,
  machines: Machines,
  executions: Executions,
): Record<string, Operation> {
  const { clock, region, accountId } = options;
  return {
    CreateStateMachine: operation(
      z.object({
        ...settings,
        name: z.string(),
        type: z.enum(['STANDARD', 'EXPRESS']).optional(),
        publish: z.boolean().optional(),
      }),
      async ({ name, definition, type, roleArn, loggingConfiguration, tracingConfiguration, publish }) => {
        checkName(name);
        if (type === 'EXPRESS')
          throw new ServiceError('StateMachineTypeNotSupported', 'Only STANDARD state machines run here');
        if (publish)
          throw new ServiceError('ValidationException', 'Versions are not supported here: publish must be false');
        checkDefinition(definition);
        const stateMachineArn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
        const machine = await machines.create(
          stateMachineArn,
          name,
          {
            definition,
            roleArn,
            loggingConfiguration: loggingConfiguration === undefined ? null : JSON.stringify(loggingConfiguration),
            tracingEnabled: tracingConfiguration?.enabled ?? false,
          },
          clock.now(),
        );
        return { stateMachineArn, creationDate: seconds(machine.creationDate) };
      },
    ),

    UpdateStateMachine: operation(
      z.object({ stateMachineArn: arn }).extend(z.object(settings).partial().shape),
      async ({ stateMachineArn, definition, roleArn, loggingConfiguration, tracingConfiguration }) => {
        checkArn(stateMachineArn, 'stateMachine');
        if ([definition, roleArn, loggingConfiguration, tracingConfiguration].every((value) => value === undefined)) {
          throw new ServiceError(
            'MissingRequiredParameter',
            'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
          );
        }
        if (definition !== undefined) checkDefinition(definition);
        const { updateDate, revisionId } = await machines.update(
          stateMachineArn,
          {
            ...(definition === undefined ? {} : { definition }),
            ...(roleArn === undefined ? {} : { roleArn }),
            ...(loggingConfiguration === undefined
              ? {}
              : { loggingConfiguration: JSON.stringify(loggingConfiguration) }),
            ...(tracingConfiguration === undefined ? {} : { tracingEnabled: tracingConfiguration.enabled ?? false }),
          },
          clock.now(),
        );
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
      const revision = await machines.revision(start.stateMachineArn, start.revisionId);
      return { ...described(revision), updateDate: seconds(revision.updateDate) };
    }),

    DeleteStateMachine: operation(z.object({ stateMachineArn: arn }), async ({ stateMachineArn }) => {
      checkArn(stateMachineArn, 'stateMachine');
      await machines.delete(stateMachineArn);
      for (const execution of executions.running(stateMachineArn)) await executions.stop(execution, null, null);
      return {};
    }),

    ListStateMachines: operation(z.object(paging), ({ maxResults, nextToken }) => {
      const { items, next } = pageOf(machines.all(), 'ListStateMachines', maxResults, nextToken);
      const stateMachines = items.map(({ stateMachineArn, name, creationDate }) => ({
        stateMachineArn,
        name,
        type: 'STANDARD',
        creationDate: seconds(creationDate),
      }));
      return present({ stateMachines, nextToken: next });
    }),

    ValidateStateMachineDefinition: operation(
      z.object({
        definition: z.string().max(DEFINITION_LIMIT),
        type: z.enum(['STANDARD', 'EXPRESS']).optional(),
        severity: z.enum(['ERROR', 'WARNING']).optional(),
        maxResults: z.int().min(0).max(100).optional(),
      }),
      ({ definition, maxResults }) => {
        const found = validateDefinition(definition);
        const shown = found.slice(0, maxResults === undefined || maxResults === 0 ? 100 : maxResults);
        return {
          result: found.length === 0 ? 'OK' : 'FAIL',
          diagnostics: shown,
          truncated: shown.length < found.length,
        };
      },
    ),
  };
}

function described(machine: MachineRecord): object {
  const { stateMachineArn, name, definition, roleArn, revisionId, loggingConfiguration, tracingEnabled } = machine;
  return {
    stateMachineArn,
    name,
    definition,
    roleArn,
    revisionId,
    loggingConfiguration:
      loggingConfiguration === null ? { level: 'OFF', includeExecutionData: false } : JSON.parse(loggingConfiguration),
    tracingConfiguration: { enabled: tracingEnabled },
  };
}

function checkDefinition(definition: string): void {
  const found = validateDefinition(definition);
  if (found.length === 0) return;
  const all = found.map(({ code, message, location }: Diagnostic) => `${code}: ${message} at ${location}`).join(', ');
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${all}'`);
}
