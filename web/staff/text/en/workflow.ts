import type * as french from '../fr/workflow.ts';

// The drawing of the workflows.

export const workflow: typeof french.workflow = {
  title: 'Progress',
  joining: 'Joining',
  'antenna-assignment': 'Antenna assignment',
  dues: 'Dues',
  'bank-reconciliation': 'Bank reconciliation',
  mailing: 'Message to members',
  renewal: 'Renewal',
  'renewal-campaign': 'Renewal campaign',
  'high-growth-screening': 'Growth screening',
  drawing: 'Drawing',
  list: 'List',
  show: 'Show as',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the width',
  legend: 'Legend',
  description: '{{workflow}}: {{state}}. The list of steps follows.',
  steps: 'Steps of “{{workflow}}”',
  leadsTo: 'leads to: {{states}}',
  progress: {
    'not-reached': 'Not reached',
    passed: 'Passed',
    current: 'Current',
    failed: 'Failed',
  },
  status: {
    RUNNING: 'running',
    SUCCEEDED: 'finished',
    FAILED: 'failed',
    TIMED_OUT: 'timed out',
    ABORTED: 'stopped',
    PENDING_REDRIVE: 'about to go on',
  },
  at: 'at the step “{{state}}”',
  error: 'Error',
  cause: 'Cause',
  none: 'It has not begun yet.',
};
