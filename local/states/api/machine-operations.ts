import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation, present, ServiceError, seconds } from '../../http/aws-json.ts';
import type { Executions } from '../executions.ts';
import type { Journal } from '../journal/journal.ts';
import type { MachineRecord } from '../journal/records.ts';
import { validateDefinition } from '../language/validate.ts';
import type { StatesOptions } from '../ports.ts';
import { checkName, ofExecution, ofMachine } from './arn.ts';
import { pageOf, paging } from './page.ts';

const type = z.enum(['STANDARD', 'EXPRESS']).optional();
const settings = z.object({ definition: z.string().max(1_048_576), roleArn: z.string().min(1).max(256) });
const created = settings.extend({ name: z.string(), type, publish: z.boolean().optional() });

/** The calls that concern state machines. */
export function machineOperations(
  { clock, region, accountId }: StatesOptions,
  journal: Journal,
  executions: Executions,
): Record<string, Operation> {
  return {
    CreateStateMachine: operation(created, async ({ name, type, publish, definition, roleArn }) => {
      checkName(name);
      if (type === 'EXPRESS')
        throw new ServiceError('StateMachineTypeNotSupported', 'Only STANDARD state machines run here');
      if (publish)
        throw new ServiceError('ValidationException', 'Versions are not supported here: publish must be false');
      checkDefinition(definition);
      const stateMachineArn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
      const known = journal.machine(stateMachineArn);
      // The same one again is not an error.
      if (known !== undefined && (known.definition !== definition || known.roleArn !== roleArn))
        throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
      const now = clock.now();
      const machine = { stateMachineArn, name, definition, roleArn, creationDate: now, updateDate: now };
      if (known === undefined) await journal.saveMachine({ ...machine, revisionId: randomUUID() });
      return { stateMachineArn, creationDate: seconds(known?.creationDate ?? now) };
    }),

    UpdateStateMachine: operation(
      settings.partial().extend(ofMachine),
      async ({ stateMachineArn, definition, roleArn }) => {
        if (definition === undefined && roleArn === undefined)
          throw new ServiceError('MissingRequiredParameter', 'Either the definition or the role ARN must be specified');
        if (definition !== undefined) checkDefinition(definition);
        const known = executions.machine(stateMachineArn);
        const changes = { definition: definition ?? known.definition, roleArn: roleArn ?? known.roleArn };
        // Executions that run go on with the revision they began with.
        const saved = { ...known, ...changes, updateDate: clock.now(), revisionId: randomUUID() };
        await journal.saveMachine(saved);
        return { updateDate: seconds(saved.updateDate), revisionId: saved.revisionId };
      },
    ),

    DescribeStateMachine: operation(z.object(ofMachine), ({ stateMachineArn }) => {
      const machine = executions.machine(stateMachineArn);
      return { ...described(machine), status: 'ACTIVE', type: 'STANDARD', creationDate: seconds(machine.creationDate) };
    }),

    DescribeStateMachineForExecution: operation(z.object(ofExecution), async ({ executionArn }) => {
      const { start } = await executions.view(executionArn);
      const revision = executions.machine(start.stateMachineArn, start.revisionId);
      return { ...described(revision), updateDate: seconds(revision.updateDate) };
    }),

    DeleteStateMachine: operation(z.object(ofMachine), async ({ stateMachineArn }) => {
      await journal.removeMachine(stateMachineArn);
      await Promise.all(executions.running(stateMachineArn).map((execution) => executions.stop(execution, null, null)));
      return {};
    }),

    ListStateMachines: operation(z.object(paging), (page) => {
      const all = journal.machines().sort((a, b) => (a.name < b.name ? -1 : 1));
      const list = (after = '') => all.filter(({ name }) => name > after);
      const { items, nextToken } = pageOf('ListStateMachines', page, list, ({ name }) => name);
      const stateMachines = items.map(({ stateMachineArn, name, creationDate }) => {
        return { stateMachineArn, name, type: 'STANDARD', creationDate: seconds(creationDate) };
      });
      return present({ stateMachines, nextToken });
    }),

    ValidateStateMachineDefinition: operation(
      z.object({ definition: z.string(), type, maxResults: z.int().min(0).max(100).optional() }),
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

function described({ creationDate: _created, updateDate: _updated, ...machine }: MachineRecord): object {
  const loggingConfiguration = { level: 'OFF', includeExecutionData: false };
  return { ...machine, loggingConfiguration, tracingConfiguration: { enabled: false } };
}

function checkDefinition(definition: string): void {
  const found = validateDefinition(definition);
  if (found.length === 0) return;
  const all = found.map(({ code, message, location }) => `${code}: ${message} at ${location}`).join(', ');
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${all}'`);
}
