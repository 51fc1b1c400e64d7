import { describe, expect, it } from '@jest/globals';
import jsonata from 'jsonata';
import * as z from 'zod';
import type { ApplicationStatus } from '../../../domain/application/status.ts';
import type { Happening } from '../../../domain/timeline/event.ts';
import {
  applicationIdOf,
  EXECUTION_STATUSES,
  type ExecutionRef,
  executionNameOf,
  FAILED_STATUSES,
  isStopTold,
  mayRedrive,
  mayStop,
  parentOf,
  WORKFLOW_NAMES,
} from '../../../domain/workflow/execution.ts';
import { joining } from '../../../workflows/joining.ts';

const ID = '0a6b7c8d-0000-4000-8000-000000000001';
const first: ExecutionRef = { workflow: 'joining', name: ID };
const second: ExecutionRef = { workflow: 'joining', name: `${ID}-1` };
const nested: ExecutionRef = { workflow: 'antenna-assignment', name: `${ID}-antenna-2` };

describe('the name of an execution', () => {
  it.each([ID, `${ID}-1`, nested.name])('%s says which application it is about', (name) => {
    expect(applicationIdOf(name)).toBe(ID);
  });

  it.each(['nightly', `${ID.slice(0, 35)}z`, `x${ID}`, ''])('“%s” is about none', (name) => {
    expect(applicationIdOf(name)).toBeNull();
  });

  it('of an assignment is the one that joining gives it, and says which joining started it', async () => {
    const { Arguments } = z
      .object({ Arguments: z.object({ Name: z.string() }) })
      .parse(joining.States['Assign antenna']);
    const expression = jsonata(Arguments.Name.replace(/^\{%|%\}$/g, ''));
    for (const restarts of [0, 1, 12]) {
      const parent = executionNameOf(ID, restarts);
      const states = { context: { Execution: { Name: parent } } };
      const name: unknown = await expression.evaluate({}, { states, round: 3 });
      expect(parentOf({ workflow: 'antenna-assignment', name: String(name) })).toEqual({
        workflow: 'joining',
        name: parent,
      });
    }
  });

  it('says of no other that it was started by one', () => {
    expect(parentOf(first)).toBeNull();
    expect(parentOf({ workflow: 'joining', name: `${ID}-antenna-1` })).toBeNull();
    expect(parentOf({ workflow: 'antenna-assignment', name: 'by-hand' })).toBeNull();
  });
});

describe('what may be done with an execution', () => {
  const application = (status: ApplicationStatus, executionName: string | null = ID, restarts = 0) => ({
    applicationId: ID,
    status,
    executionName,
    restarts,
  });

  it.each(EXECUTION_STATUSES)(
    '%s: it is redriven when it failed and its application did, and stopped while it runs',
    (status) => {
      expect(mayRedrive(first, status, application('failed'))).toBe(
        FAILED_STATUSES.some((failed) => failed === status),
      );
      expect(mayStop(status)).toBe(status === 'RUNNING');
    },
  );

  it('is not redriven without its application, or while that is not closed as failed', () => {
    expect(mayRedrive(first, 'FAILED', null)).toBe(false);
    for (const status of ['in-review', 'withdrawn', 'admitted', 'expired'] as const) {
      expect(mayRedrive(first, 'FAILED', application(status))).toBe(false);
    }
  });

  it('is not redriven when another counts, nor when it is nested in another', () => {
    expect(mayRedrive(first, 'FAILED', application('failed', second.name, 1))).toBe(false);
    expect(mayRedrive(second, 'FAILED', application('failed', second.name, 1))).toBe(true);
    // A crash came between the start of the execution and the record of it.
    expect(mayRedrive(second, 'FAILED', application('failed', null, 1))).toBe(true);
    expect(mayRedrive(nested, 'FAILED', application('failed'))).toBe(false);
  });
});

describe('an execution of which nothing is closed when it fails', () => {
  const admitted = { applicationId: ID, executionName: ID, restarts: 0, status: 'admitted' } as const;
  const ALONE: ExecutionRef[] = [
    { workflow: 'renewal', name: `${ID}-renewal-2027-01-01` },
    { workflow: 'renewal-campaign', name: 'campaign-1793599200000' },
    { workflow: 'mailing', name: 'mailing-0_ab' },
    { workflow: 'dues', name: `${ID}-again-F2026-000042-1793599200000` },
    { workflow: 'antenna-assignment', name: `${ID}-move-12` },
  ];
  it.each(ALONE)('$workflow $name goes on by itself', (execution) => {
    expect(mayRedrive(execution, 'FAILED', admitted)).toBe(true);
    expect(mayRedrive(execution, 'RUNNING', admitted)).toBe(false);
  });

  it.each<ExecutionRef>([
    { workflow: 'dues', name: `${ID}-renewal-2027-01-01-dues` },
    { workflow: 'dues', name: `${ID}-dues` },
    { workflow: 'bank-reconciliation', name: 'a1b2' },
    { workflow: 'high-growth-screening', name: `${ID}-growth-1` },
  ])('$workflow $name is gone on with by what started it, or not at all', (execution) => {
    expect(mayRedrive(execution, 'FAILED', admitted)).toBe(false);
  });
});

describe('a stop on the timeline', () => {
  const stopped = (execution: ExecutionRef) => ({
    happening: { type: 'execution-stopped', execution, comment: 'why' } satisfies Happening,
  });
  const restarted = { happening: { type: 'application-restarted', comment: '' } satisfies Happening };

  it('counts for its execution until the next restart', () => {
    expect(isStopTold(first, [])).toBe(false);
    expect(isStopTold(first, [stopped(first)])).toBe(true);
    expect(isStopTold(first, [stopped(nested)])).toBe(false);
    expect(isStopTold(first, [stopped(first), restarted])).toBe(false);
    expect(isStopTold(first, [stopped(first), restarted, stopped(first)])).toBe(true);
  });
});

it('there is a state machine for each workflow, and for no other', async () => {
  const { WORKFLOWS } = await import('../../../infra/entries.ts');
  expect(Object.values(WORKFLOWS).map(({ name }) => name)).toHaveLength(WORKFLOW_NAMES.length);
  expect(new Set(Object.values(WORKFLOWS).map(({ name }) => name))).toEqual(new Set(WORKFLOW_NAMES));
});
