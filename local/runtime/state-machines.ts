import * as z from 'zod';
import type { Interpreter } from '../states/interpreter.ts';
import { TemplateError } from '../template/intrinsics.ts';
import type { StateMachine } from '../template/state-machine.ts';

const Failure = z.object({ __type: z.string().default('UnknownError'), message: z.string().default('') });
const Description = z.object({ definition: z.string(), roleArn: z.string() });

/**
 * Makes the state machines, or brings those of an earlier start up to the template, as a deployment does. Executions
 * under way go on with the definition they began with.
 * @throws TemplateError when a definition is refused, with the reason
 */
export async function provideStateMachines(states: Interpreter, machines: readonly StateMachine[]): Promise<void> {
  for (const machine of machines) {
    const { name, arn, roleArn, definition } = machine;
    if (machine.type !== 'STANDARD') {
      throw new TemplateError(`The state machine ${name} is an express one; only standard ones run on this machine.`);
    }
    const described = await call(states, 'DescribeStateMachine', { stateMachineArn: arn });
    if (!described.ok && /StateMachineDoesNotExist$/.test(described.type)) {
      accept(machine, await call(states, 'CreateStateMachine', { name, roleArn, definition }));
      continue;
    }
    accept(machine, described);
    const known = Description.parse(described.body);
    if (known.definition === definition && known.roleArn === roleArn) continue;
    accept(machine, await call(states, 'UpdateStateMachine', { stateMachineArn: arn, definition, roleArn }));
  }
}

type Answer = { ok: true; body: unknown } | { ok: false; type: string; message: string };

function accept(machine: StateMachine, answer: Answer): asserts answer is { ok: true; body: unknown } {
  if (answer.ok) return;
  throw new TemplateError(`The state machine ${machine.name} is refused (${answer.type}): ${answer.message}`);
}

async function call(states: Interpreter, action: string, input: Record<string, unknown>): Promise<Answer> {
  const answer = await states.handle({
    headers: { 'x-amz-target': `AWSStepFunctions.${action}`, 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(input),
  });
  const body: unknown = JSON.parse(answer.body);
  if (answer.status < 300) return { ok: true, body };
  const failure = Failure.parse(body);
  return { ok: false, type: failure.__type, message: failure.message };
}
