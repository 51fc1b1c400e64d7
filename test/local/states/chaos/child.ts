import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import * as z from 'zod';
import { Activity } from '../../../../local/clock/activity.ts';
import { RealClock } from '../../../../local/clock/real-clock.ts';
import type { Lines } from '../../../../local/data-folder/line-file.ts';
import { FileFolder } from '../../../../local/data-folder/line-folder.ts';
import type { LambdaAnswer, LambdaCall } from '../../../../local/lambda/call.ts';
import { Interpreter } from '../../../../local/states/interpreter.ts';

/** The process that is killed: the interpreter, its endpoint, and functions that write down each of their calls. */
const [folder = '', port = '', log = '', questions = ''] = process.argv.slice(2);

const event = z.object({
  key: z.string(),
  n: z.number().default(0),
  retries: z.number().default(0),
  token: z.string().default(''),
});

class LoggingFolder extends FileFolder {
  override open(name: string, take: (line: string, at: number) => void): Lines {
    const opened = super.open(name, take);
    const append = opened.append.bind(opened);
    opened.append = async (...lines) => {
      const at = await append(...lines);
      for (const [, recorded] of lines.join('\n').matchAll(/\\"recorded\\":\\"([^"\\]+)/g))
        appendFileSync(log, `recorded ${recorded}\n`);
      return at;
    };
    return opened;
  }
}

async function lambda({ functionArn, payload }: LambdaCall): Promise<LambdaAnswer> {
  const { key, n, retries, token } = event.parse(JSON.parse(payload));
  appendFileSync(log, `invoked ${key}\n`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (functionArn === 'flaky' && retries === 0) {
    return { functionError: 'Unhandled', payload: JSON.stringify({ errorType: 'TransientError', errorMessage: key }) };
  }
  if (functionArn === 'ask') appendFileSync(questions, `${JSON.stringify({ token, answer: n * 10 })}\n`);
  return { payload: JSON.stringify({ recorded: key, n: n + 1, retries }) };
}

const activity = new Activity();
const interpreter = new Interpreter({
  clock: new RealClock(activity),
  activity,
  folder: new LoggingFolder(folder),
  region: 'eu-west-3',
  accountId: '123456789012',
  lambda,
});

interpreter.open();
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const answer = await interpreter.handle({ headers: request.headers, body });
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
