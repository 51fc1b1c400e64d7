/** Waiting, emptiness and mishaps. */
export const feedback = {
  loading: 'Chargement…',
  retry: 'Réessayer',
  offline: {
    title: 'Cette page demande le réseau',
    text: 'Elle n’est pas encore chargée. Elle s’affichera d’elle-même dès que la connexion sera revenue.',
    still: 'Toujours hors connexion.',
  },
  broken: {
    title: 'Cette page n’a pas pu s’afficher',
    text: 'Ce que vous avez saisi est gardé. Rechargez la page ; si cela se reproduit, revenez à l’accueil.',
    reload: 'Recharger la page',
    home: 'Accueil',
  },
};

/** What can go wrong on the way to the service: what happened, and what to do. The service's refusals have their own words. */
export const trouble = {
  offline: {
    title: 'Vous êtes hors connexion',
    detail: 'Rien n’est perdu. Réessayez quand la connexion sera revenue.',
  },
  network: {
    title: 'Le service n’a pas pu être joint',
    detail: 'Rien n’est perdu. Vérifiez votre connexion, puis réessayez.',
  },
  timeout: {
    title: 'La réponse se fait attendre',
    detail: 'Rien n’est perdu. Réessayez : une demande déjà reçue ne sera pas comptée deux fois.',
  },
  unexpected: {
    title: 'Le service a répondu de façon inattendue',
    detail: 'Rien n’est perdu. Réessayez dans un moment ou rechargez la page.',
  },
};
