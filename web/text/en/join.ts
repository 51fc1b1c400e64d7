/** The way through the form. */
export const join = {
  steps: 'Steps of the form',
  stepOf: 'Step {{step}} of {{steps}}',
  previous: 'Back',
  next: 'Continue',
  toReview: 'Review before sending',
  restored: 'What you typed on {{moment}}, kept on this device, is back.',
  start: {
    title: 'Apply for membership',
    lead: 'About ten minutes. You will review everything before sending, and there is nothing to pay before acceptance.',
    begun: 'You have an application begun',
    begunAt: 'What you typed on {{moment}} is kept on this device.',
    begunNow: 'What you typed is kept on this device.',
    resume: 'Resume my application',
    begin: 'Begin',
    kept: 'What you type is kept in this browser until it is sent, and nowhere else.',
    have: {
      title: 'Have at hand',
      siren: 'your SIREN number (Kbis extract or Sirene notice);',
      activity: 'your activity code (APE) and your date of foundation;',
      figures: 'your headcount and turnover of the last years;',
      email: 'an e-mail address that you read: we will send a confirmation link to it.',
    },
  },
  clear: {
    button: 'Clear and start over',
    title: 'Clear what you typed?',
    text: 'All you have typed into this form will be removed from this device.',
    confirm: 'Clear',
    cancel: 'Keep it',
  },
  step: {
    company: { short: 'Organisation', title: 'Your organisation', lead: 'As it stands in the Sirene register.' },
    establishment: {
      short: 'Establishment',
      title: 'Your establishment',
      lead: 'Your antenna depends on the commune it is in.',
    },
    contact: { short: 'Contact', title: 'Your contact', lead: 'The person who applies, and to whom we will write.' },
    figures: {
      short: 'Figures',
      title: 'Your figures',
      lead: 'Headcount at the close and turnover excluding tax, in whole euros. One year is enough; three or four show your growth.',
    },
    antenna: {
      short: 'Antenna',
      title: 'Your antenna and the programme',
      lead: 'The antenna is named by a published rule.',
    },
    charter: { short: 'Charter', title: 'The members’ charter', lead: 'Read it: accepting it commits you.' },
    review: { short: 'Review', title: 'Review your application', lead: 'Each part can still be changed.' },
  },
  review: {
    edit: 'Change',
    editSection: 'Change: {{section}}',
    incomplete: 'Still to be completed: {{section}}.',
    evidence:
      'By sending, you accept the charter on behalf of your organisation. The version of the text, your name, role and e-mail address, the time and the IP address are kept as evidence.',
    send: 'Send my application',
    sending: 'Sending…',
  },
  refused: {
    askLink: 'Ask for a new link',
    askLinkWhy: 'if the application is yours: it will come to the contact’s address.',
    otherPerson: 'Somebody else applied? Ask that person, or write to us:',
    anew: 'Prepare a new sending',
  },
  sent: {
    title: 'Your application is received',
    lead: 'Thank you! The application of {{company}} is recorded. There is one thing left to do.',
    mail: {
      title: 'Confirm your e-mail address',
      text: 'Open the e-mail sent to <strong>{{email}}</strong> and follow its link. You have {{days}} days; the review starts after that.',
      spam: 'Nothing after a few minutes? Look among the unwanted mail. If this is not the right address, withdraw the application through your private link, then apply again.',
    },
    link: {
      title: 'Your private link',
      text: 'It opens your application without a password. Keep it to yourself.',
      open: 'Follow my application',
      copy: 'Copy the link',
      copied: 'Link copied',
    },
  },
};

export const charter = {
  published: 'Version {{version}}, published on {{date}}.',
  print: 'Print the charter',
};
