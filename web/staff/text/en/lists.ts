import type * as french from '../fr/lists.ts';

// The list of applications.

export const applications: typeof french.applications = {
  title: 'Applications',
  table: 'Applications for membership',
  status: 'Status',
  anyStatus: 'Every status',
  company: 'Company',
  antenna: 'Antenna',
  submitted: 'Submitted',
  updated: 'Updated',
  noAntenna: 'To be assigned',
  failed: 'Failed workflows',
  failedSome_one: '{{count}} workflow was interrupted',
  failedSome_other: '{{count}} workflows were interrupted',
  failedText: 'An unexpected error stopped these files. Open them to restart them.',
  failedShow: 'Show',
  loadMore: 'Load more',
  empty: { title: 'No application', text: 'No application matches these filters.' },
  emptyFailed: { title: 'No failed workflow', text: 'Everything runs as it should.' },
};
