import type * as french from '../fr/schedules.ts';

// What runs by itself, for the head office.

export const schedules: typeof french.schedules = {
  title: 'Schedules',
  lead: 'What is done without anybody asking. A run started by hand does what it does at its time, and undoes or repeats nothing.',
  table: 'Schedules',
  what: 'Schedule',
  last: 'Last run',
  next: 'Next run',
  act: 'Action',
  never: 'Not yet',
  every_one: 'Every minute',
  every_other: 'Every {{count}} minutes',
  daily: 'Every day at {{hour}}',
  weekly: 'Every {{day}} at {{hour}}',
  yearly: 'Every year on {{day}} at {{hour}}',
  weekday: {
    MON: 'Monday',
    TUE: 'Tuesday',
    WED: 'Wednesday',
    THU: 'Thursday',
    FRI: 'Friday',
    SAT: 'Saturday',
    SUN: 'Sunday',
  },
  outcome: { done: 'Done', failed: 'Failed', running: 'Running' },
  /** Followed by the number: it goes with any, 0 and 1 too. */
  count: '{{what}}:',
  by: 'Started by {{name}}',
  error: 'Stopped by {{error}}; it is tried again.',
  missed: 'Did not run as it should have on {{date}}',
  run: {
    button: 'Run now',
    label: 'Run now: {{title}}',
    title: 'Run now: {{title}}?',
    text: '{{what}} Your name is kept with this run.',
    confirm: 'Run now',
  },
  waiting: '“{{title}}” has started. What it comes to shows here.',
  ranNow: '“{{title}}” has run.',
  failedNow: '“{{title}}” has failed.',
  empty: { title: 'No schedule', text: 'Nothing runs by itself.' },
};
