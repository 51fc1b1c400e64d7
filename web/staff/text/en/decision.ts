import type * as french from '../fr/decision.ts';

// Answering a task.

export const decision: typeof french.decision = {
  title: 'Your decision',
  readOnly: 'Your group reads this file without answering it.',
  due: 'To be answered before {{date}}',
  overdue: 'The due date of {{date}} has passed: the task stays open, the antenna and the head office can answer.',
  escalated:
    'Escalated to the head office on {{date}}, as the antenna had not answered. The antenna and the head office can answer.',
  approve: 'Approve',
  refuse: 'Refuse',
  requestChanges: 'Ask for changes',
  approveHelp: 'The company becomes a member.',
  refuseHelp: 'The application ends and the SIREN is free again. The company reads your comment.',
  requestChangesHelp: 'The company has 30 days to correct its application. It reads your comment.',
  legend: 'What do you decide?',
  missing: 'Choose a decision.',
  comment: 'Comment',
  commentOptional: 'Comment (optional)',
  commentHelp: 'Sent to the company as it is.',
  antennaLegend: 'Which antenna?',
  antennaMissing: 'Choose an antenna.',
  proposed: 'proposed by the rule',
  antennaHelp: 'Without an answer, the proposal stands on {{date}}.',
  send: 'Send the decision',
  sendApprove: 'Approve the application',
  sendRefuse: 'Refuse the application',
  sendChanges: 'Ask for the changes',
  sendAntenna: 'Settle on this antenna',
  sent: 'Decision recorded.',
  sentLater: 'Decision recorded; it will be passed on shortly.',
  failed: 'The decision could not be sent. Your comment is kept.',
  already: {
    title: 'This task has its answer already',
    by: 'Answered by {{name}}, on {{date}}. Your answer was not taken.',
    unknown: 'Somebody else answered it. Your answer was not taken.',
    closed: 'The application has ended meanwhile: there is nothing left to decide.',
    yours: 'What you had written:',
  },
};
