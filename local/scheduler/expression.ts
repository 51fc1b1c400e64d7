import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import { TemplateError } from '../template/intrinsics.ts';

/** When a schedule runs: instants in epoch milliseconds. */
export interface Recurrence {
  /** The first run after `after`, for a schedule that was made at `since`; null when there is none any more. */
  next(after: number, since: number): number | null;
  /** Runs at regular intervals, as opposed to at set dates. */
  readonly regular: boolean;
}

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE };

/**
 * Reads `rate(5 minutes)`, `cron(0 8 * * ? *)` or `at(2026-01-05T09:00:00)`, as EventBridge Scheduler writes them.
 * @param timezone of cron and at: an IANA name
 * @throws TemplateError for anything else
 */
export function readExpression(expression: string, timezone: string): Recurrence {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'rate') return rate(argument, expression);
  if (kind === 'cron') return cron(argument, timezone, expression);
  if (kind === 'at') {
    const at = Temporal.PlainDateTime.from(argument).toZonedDateTime(timezone).epochMilliseconds;
    return { regular: false, next: (after) => (at > after ? at : null) };
  }
  throw unknown(expression);
}

function rate(argument: string, expression: string): Recurrence {
  const [, value = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const length = Number(value) * (UNITS[unit] ?? 0);
  if (!(length > 0)) throw unknown(expression);
  return {
    regular: true,
    next: (after, since) => since + (Math.floor(Math.max(0, after - since) / length) + 1) * length,
  };
}

function cron(argument: string, timezone: string, expression: string): Recurrence {
  const fields = argument.trim().split(/\s+/);
  const [minutes, hours, dayOfMonth, month, dayOfWeek = '', year] = fields;
  if (fields.length !== 6) throw unknown(expression);
  const pattern = ['0', minutes, hours, dayOfMonth, month, fromAwsWeekdays(dayOfWeek), year].join(' ');
  try {
    const schedule = new Cron(pattern.replaceAll('?', '*'), { timezone, paused: true, sloppyRanges: true });
    return { regular: false, next: (after) => schedule.nextRun(new Date(after))?.getTime() ?? null };
  } catch (error) {
    throw new TemplateError(`The schedule ${expression} is not understood.`, { cause: error });
  }
}

/** AWS counts the days of the week from 1 (Sunday), cron from 0; `6L` is the last Friday, `6#2` the second. */
function fromAwsWeekdays(field: string): string {
  return field.replaceAll(/(?<![#/\d])([1-7])(L?)/g, (_match, day: string, last: string) => {
    return `${Number(day) - 1}${last === 'L' ? '#L' : ''}`;
  });
}

const unknown = (expression: string) => new TemplateError(`The schedule ${expression} is not understood.`);
