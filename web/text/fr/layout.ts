/** The frame of the pages. */
export const layout = {
  documentTitle: '{{title}} – Traboule',
  home: 'Traboule, accueil',
  skip: 'Aller au contenu',
  nav: 'Navigation principale',
  language: 'Langue',
  join: 'Adhérer',
  follow: 'Mon dossier',
  charter: 'Charte des membres',
  staff: 'Espace de l’équipe',
  about: 'Traboule, le cluster numérique fédéral d’Auvergne-Rhône-Alpes : six antennes, un seul réseau.',
  offline: 'Vous êtes hors connexion. Ce que vous avez saisi est gardé sur cet appareil.',
};
