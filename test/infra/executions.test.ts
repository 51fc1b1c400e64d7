import { beforeAll, describe, expect, it } from '@jest/globals';
import { WORKFLOW_NAMES } from '../../domain/workflow/execution.ts';
import { ENTRIES, WORKFLOWS } from '../../infra/entries.ts';
import { type Handler, handlersOf, synthesize } from './synthesized.ts';

// The functions of the console look at every workflow of their stage, and at nothing else.

let handlers: Map<string, Handler>;

beforeAll(() => {
  handlers = new Map(handlersOf(synthesize('dev').product()).map((handler) => [handler.name, handler]));
});

/** What a function may make a call of Step Functions on: the ends of the ARNs, without account and region. */
const allowedOn = (name: string, call: string): string[] =>
  (handlers.get(name)?.allowed ?? [])
    .filter((statement) => statement.Action.includes(`states:${call}`))
    .flatMap((statement) => [statement.Resource].flat())
    .map((resource) => /:((?:stateMachine|execution):[^"]*)"/.exec(JSON.stringify(resource))?.[1] ?? 'anything')
    .sort();

const machines = WORKFLOW_NAMES.map((workflow) => `stateMachine:traboule-dev-${workflow}`).sort();
const executions = WORKFLOW_NAMES.map((workflow) => `execution:traboule-dev-${workflow}:*`).sort();

describe('the executions of the workflows', () => {
  it.each([
    ['ListWorkflowExecutions', 'ListExecutions', machines],
    ['GetWorkflowExecution', 'DescribeExecution', executions],
    ['GetWorkflowExecution', 'GetExecutionHistory', executions],
    ['GetWorkflowExecution', 'DescribeStateMachineForExecution', executions],
    ['ListExecutionEvents', 'GetExecutionHistory', executions],
    ['StopWorkflowExecution', 'DescribeExecution', executions],
    ['StopWorkflowExecution', 'StopExecution', executions],
    ['RedriveWorkflowExecution', 'RedriveExecution', executions],
    ['RedriveWorkflowExecution', 'StartExecution', ['stateMachine:traboule-dev-joining']],
  ])('%s may call %s on those of this stage', (name, call, resources) => {
    expect(allowedOn(name, call)).toEqual(resources);
  });

  it('are stopped by one function alone, and all listed by one alone', () => {
    const names = ENTRIES.map((entry) => entry.name);
    expect(names.filter((name) => allowedOn(name, 'StopExecution').length > 0)).toEqual(['StopWorkflowExecution']);
    expect(names.filter((name) => allowedOn(name, 'ListExecutions').length > 1)).toEqual(['ListWorkflowExecutions']);
  });

  it('bear names from which the address of one machine gives those of the others', () => {
    expect(
      Object.values(WORKFLOWS)
        .map(({ name }) => `stateMachine:traboule-dev-${name}`)
        .sort(),
    ).toEqual(machines);
  });
});
