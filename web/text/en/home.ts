/** The home page. */
export const home = {
  documentTitle: 'The digital cluster of Auvergne-Rhône-Alpes',
  hero: {
    title: 'One door on the street, a whole network behind it',
    lead: 'Traboule brings together the digital companies of Auvergne-Rhône-Alpes with its schools, laboratories and public bodies. Six local antennas, one cluster that they govern together.',
    join: 'Apply for membership',
    follow: 'Open my file',
  },
  antennas: {
    title: 'Six antennas, close to you',
    lead: 'Your antenna depends on the commune of your establishment. It reviews your application and stays by your side afterwards.',
    contested:
      'A few territories belong to two antennas: {{territories}}. Their teams decide together, and you are told why.',
    elsewhere: 'Outside the region? You are welcome to apply: an antenna will be proposed to you.',
    credit: 'Map: after @svg-maps (Victor Cazanave), CC BY 4.0.',
  },
  steps: {
    title: 'Joining, step by step',
    lead: 'No account and no password: a private link goes with you from the form to membership.',
    form: { title: 'You fill in the form', text: 'About ten minutes. What you type is kept on your device.' },
    email: {
      title: 'You confirm your address',
      text: 'An e-mail reaches you at once; you have {{days}} days to confirm it.',
    },
    antenna: { title: 'Your antenna is named', text: 'By a published rule, whose reasons you can read in your file.' },
    review: {
      title: 'The antenna reviews your application',
      text: 'Within {{days}} days. It accepts, asks for changes, or refuses and says why.',
    },
    member: {
      title: 'You are a member',
      text: 'You are given your membership number. There is nothing to pay before acceptance.',
    },
  },
  who: {
    title: 'Who is it for?',
    lead: 'Any organisation of the digital sector established in France, whatever its size.',
    growth: {
      title: 'And for those that grow fast',
      text: 'A programme supports companies with high growth potential. You can ask to be part of it in the form.',
    },
  },
  last: {
    title: 'Already applied, or a member?',
    text: 'Open the link you received by e-mail. Cannot find it? A new one will be sent to you.',
    link: 'Get a new link',
  },
};
