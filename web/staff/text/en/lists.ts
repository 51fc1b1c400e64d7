import type * as french from '../fr/lists.ts';

// The lists of applications and of members.

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

export const members: typeof french.members = {
  title: 'Members',
  table: 'Members',
  number: 'Number',
  company: 'Company',
  antenna: 'Antenna',
  period: 'Period',
  employees: 'Headcount',
  turnover: 'Turnover excl. tax',
  admitted: 'Admitted on',
  status: {
    active: 'Active',
    'to-renew': 'To renew',
    suspended: 'Suspended',
    lapsed: 'Lapsed',
    resigned: 'Resigned',
    excluded: 'Excluded',
  },
  from: 'from {{from}} to {{to}}',
  loadMore: 'Load more',
  empty: { title: 'No member', text: 'No member matches these filters.' },
  back: 'All members',
  application: 'See the application for membership',
  membership: 'Membership',
};
