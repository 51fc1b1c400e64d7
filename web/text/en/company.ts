/** Words for what the domain names by a code: categories, antennas' reasons. */
export const category = {
  company: { name: 'Company', text: 'A digital company of any size.' },
  startup: { name: 'Start-up', text: 'A young, innovative company.' },
  'education-research': { name: 'Education and research', text: 'School, university, laboratory.' },
  institution: { name: 'Institution', text: 'Local authority, public body or chamber.' },
  freelancer: { name: 'Freelancer', text: 'Sole trader or micro-entrepreneur.' },
};

export const antenna = {
  map: 'Map of the region by antenna; the list of the antennas and their départements follows it.',
  reason: {
    departement: 'The département {{departement}} belongs to the {{antenna}} antenna.',
    'contested-epci': '{{epciName}} belongs to several antennas ({{candidates}}): their teams decide.',
    'outside-region-neighbour': 'The département {{departement}} is next to the region; the nearest: {{candidates}}.',
    'outside-region-elsewhere':
      'The département {{departement}} is outside the region: any antenna may take you in, the teams decide.',
    'preference-among-candidates': 'You would rather have {{preferred}}, which is one of the possible antennas.',
    'preference-not-candidate': 'You would rather have {{preferred}}, but your establishment is not on its territory.',
    'already-chosen': 'The {{antenna}} antenna was already chosen for this commune.',
  },
  assignedBy: {
    rule: 'By the published rule, with no other decision.',
    staff: 'By decision of the teams.',
    deadline: 'The teams did not decide in time, so the proposal stands.',
  },
};
