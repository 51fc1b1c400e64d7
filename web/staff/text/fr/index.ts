import * as application from './application.ts';
import * as bank from './bank.ts';
import * as frame from './console.ts';
import * as decision from './decision.ts';
import * as executions from './executions.ts';
import * as growth from './growth.ts';
import * as inbox from './inbox.ts';
import * as jury from './jury.ts';
import * as lifecycle from './lifecycle.ts';
import * as lists from './lists.ts';
import * as members from './members.ts';
import * as programme from './programme.ts';
import * as rights from './rights.ts';
import * as scale from './scale.ts';
import * as schedules from './schedules.ts';
import * as story from './story.ts';
import * as treasury from './treasury.ts';
import * as workflow from './workflow.ts';

/** The words of the staff console in French. The English ones have the same shape, or do not compile. */
export const fr = {
  ...frame,
  ...inbox,
  ...decision,
  ...workflow,
  ...application,
  ...lists,
  ...lifecycle,
  ...members,
  ...story,
  ...executions,
  ...schedules,
  ...rights,
  ...treasury,
  ...bank,
  ...scale,
  ...growth,
  ...jury,
  ...programme,
};
