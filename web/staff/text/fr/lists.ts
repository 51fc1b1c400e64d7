// The list of applications.

export const applications = {
  title: 'Demandes',
  table: 'Demandes d’adhésion',
  status: 'État',
  anyStatus: 'Tous les états',
  company: 'Entreprise',
  antenna: 'Antenne',
  submitted: 'Déposée',
  updated: 'Mise à jour',
  noAntenna: 'À attribuer',
  failed: 'Traitements en échec',
  failedSome_one: '{{count}} traitement s’est interrompu',
  failedSome_other: '{{count}} traitements se sont interrompus',
  failedText: 'Une erreur inattendue a arrêté ces dossiers. Ouvrez-les pour les reprendre.',
  failedShow: 'Voir',
  loadMore: 'Charger la suite',
  empty: { title: 'Aucune demande', text: 'Aucune demande ne correspond à ces filtres.' },
  emptyFailed: { title: 'Aucun traitement en échec', text: 'Tout avance normalement.' },
};
