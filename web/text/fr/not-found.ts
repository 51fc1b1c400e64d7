export const notFound = {
  title: 'Cette porte ne mène nulle part',
  lead: 'La page demandée n’existe pas, ou a changé d’adresse.',
  home: 'Revenir à l’accueil',
};
