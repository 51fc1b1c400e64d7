/** Names of the fields, by their path in the form. */
export const field = {
  company: {
    siren: 'SIREN',
    legalName: 'Legal name',
    category: 'Kind of organisation',
    foundedOn: 'Date of foundation',
    activity: { code: 'Activity code (APE)', nomenclature: 'Nomenclature of the code' },
    website: 'Website',
  },
  establishment: {
    siret: 'SIRET of the establishment',
    street: 'Number and street',
    postcode: 'Postcode',
    communeCode: 'Commune',
  },
  contact: {
    firstName: 'First name',
    lastName: 'Last name',
    role: 'Role',
    email: 'E-mail address',
    phone: 'Telephone',
    language: 'Language of our messages',
  },
  figures: { year: 'Year', employees: 'Headcount', turnover: 'Turnover' },
  preferredAntenna: 'Preferred antenna',
  growthProgramme: 'I would like to apply to the growth programme',
  charter: {
    version: 'Members’ charter',
    accepted: 'I have read the members’ charter and accept it on behalf of my organisation',
  },
};

/** The fields' hints and the words of every form. */
export const form = {
  optional: 'optional',
  changed: 'changed',
  yes: 'Yes',
  no: 'No',
  close: 'Close',
  otherField: 'Another field:',
  inRow: '{{label}}, row {{row}}:',
  named: '{{label}}: {{message}}',
  errors_one: 'One field needs another look',
  errors_other: '{{count}} fields need another look',
  contactUnknown: 'by replying to one of our e-mails.',
  foreign: {
    title: 'Is your organisation registered outside France?',
    branch: 'The form needs a SIREN. An establishment in France has one: apply with it.',
    none: 'Without an establishment in France, someone of the team will look into your case. Write to us:',
  },
  company: {
    sirenHint: 'Nine digits, on the Kbis extract or the Sirene notice.',
    sirenRight: 'This number is well formed.',
    sirenFixed: 'The SIREN of an application does not change.',
    legalNameHint: 'As on the Kbis extract or the articles of association.',
    activityHint: 'Four digits and a letter, like 62.01Z.',
    nomenclatureHint: 'If in doubt, keep what is proposed.',
    nomenclature: { NAF2: 'NAF rev. 2', NAF2025: 'NAF 2025' },
  },
  place: {
    streetHint: 'Of your head office, or of your main establishment in the region.',
    siretHint: 'Fourteen digits: your SIREN, then five digits.',
    siretRight: 'This number is well formed.',
    communeAfter: 'The postcode first',
    communeChoose: 'Choose the commune',
    communes_zero: 'No commune has the postcode {{postcode}}. A CEDEX code? Give the one of the commune.',
    communes_one: 'One commune has the postcode {{postcode}}.',
    communes_other: '{{count}} communes have the postcode {{postcode}}: choose yours.',
  },
  contact: {
    name: 'Name',
    roleHint: 'You must be able to commit your organisation.',
    emailHint: 'We will send a confirmation link to it.',
    phoneHint: 'With the country code outside France, like +41 22 000 00 00.',
    languageHint: 'The one of the e-mails you will receive.',
  },
  figures: {
    row: 'Year {{row}}',
    add: 'Add a year',
    remove: 'Remove year {{row}}',
  },
  antenna: {
    clearCut: 'Your antenna: {{antenna}}',
    open: 'Several antennas may take you in',
    noCommune: 'Choose your commune first: your antenna depends on it.',
    preferenceHint: 'It counts where several antennas may take you in.',
    noPreference: 'No preference',
    growth: 'Growth programme',
    growthHint:
      'For companies with high potential. Once you are a member, your figures will be examined by published criteria.',
  },
  charter: {
    text: 'Members’ charter',
    open: 'Open the charter in a new tab, to read or print it',
    version: 'Version {{version}}. Your acceptance will be confirmed by the link sent to your address.',
    acceptedVersion: 'Accepted (version {{version}})',
  },
};
