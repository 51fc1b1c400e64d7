/** The frame of the pages. */
export const layout = {
  documentTitle: '{{title}} – Traboule',
  home: 'Traboule, home',
  skip: 'Skip to content',
  nav: 'Main navigation',
  language: 'Language',
  join: 'Join',
  follow: 'My file',
  charter: 'Members’ charter',
  staff: 'Staff area',
  about: 'Traboule, the federal digital cluster of Auvergne-Rhône-Alpes: six antennas, one network.',
  offline: 'You are offline. What you have typed is kept on this device.',
};
