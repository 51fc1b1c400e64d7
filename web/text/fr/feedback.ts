/** Waiting, emptiness and mishaps. */
export const feedback = {
  loading: 'Chargement…',
  retry: 'Réessayer',
  broken: {
    title: 'Cette page n’a pas pu s’afficher',
    text: 'Ce que vous avez saisi est gardé. Rechargez la page ; si cela se reproduit, revenez à l’accueil.',
    reload: 'Recharger la page',
    home: 'Accueil',
  },
};

/** Each way a call can fail: what happened, and what to do. */
export const failure = {
  offline: {
    title: 'Vous êtes hors connexion',
    advice: 'Rien n’est perdu. Réessayez quand la connexion sera revenue.',
  },
  network: {
    title: 'Le service n’a pas pu être joint',
    advice: 'Rien n’est perdu. Vérifiez votre connexion, puis réessayez.',
  },
  timeout: {
    title: 'La réponse se fait attendre',
    advice: 'Rien n’est perdu. Réessayez : une demande déjà reçue ne sera pas comptée deux fois.',
  },
  unexpected: {
    title: 'Le service a répondu de façon inattendue',
    advice: 'Rien n’est perdu. Réessayez dans un moment ou rechargez la page.',
  },
  'invalid-body': {
    title: 'L’envoi n’a pas pu être lu',
    advice: 'Rechargez la page, puis envoyez à nouveau : votre saisie est gardée.',
  },
  'invalid-query': { title: 'Cette recherche n’est pas possible', advice: 'Vérifiez ce que vous cherchez.' },
  unauthorized: { title: 'Votre session a expiré', advice: 'Connectez-vous à nouveau pour continuer.' },
  'invalid-link': {
    title: 'Ce lien n’est pas valable',
    advice: 'Il a pu être mal recopié. Ouvrez-le depuis l’e-mail, ou demandez un nouveau lien.',
  },
  forbidden: { title: 'Vous n’avez pas accès à ceci', advice: 'Votre compte ne le permet pas.' },
  'wrong-antenna': { title: 'Ceci relève d’une autre antenne', advice: 'Adressez-vous à cette antenne ou au siège.' },
  'mailed-link-required': {
    title: 'Confirmez depuis l’e-mail reçu',
    advice: 'L’adresse se confirme avec le lien envoyé à cette adresse : il prouve qu’elle est la vôtre.',
  },
  'not-found': { title: 'Introuvable', advice: 'Ce que vous cherchez n’existe pas ou n’existe plus.' },
  'duplicate-company': {
    title: 'Cette structure a déjà une demande en cours, ou est déjà membre',
    advice: 'Une structure n’a qu’une demande à la fois.',
  },
  'task-already-answered': {
    title: 'La réponse a déjà été donnée',
    advice: 'Rien de plus à faire : la page va se mettre à jour.',
  },
  'task-closed': { title: 'Cette question n’est plus posée', advice: 'La page va se mettre à jour.' },
  'application-closed': { title: 'Cette demande est close', advice: 'Elle ne peut plus être modifiée.' },
  'version-conflict': {
    title: 'Une autre modification vient d’avoir lieu',
    advice: 'Rechargez la page, puis recommencez.',
  },
  'not-restartable': {
    title: 'Cette demande ne peut pas être relancée',
    advice: 'Rechargez la page pour voir où elle en est.',
  },
  'not-redrivable': {
    title: 'Ce traitement ne se reprend pas lui-même',
    advice: 'Reprenez le dernier traitement de la demande : il reprend les autres.',
  },
  'not-running': { title: 'Ce traitement est déjà terminé', advice: 'Rechargez la page pour voir comment.' },
  'expired-link': {
    title: 'Ce lien a expiré',
    advice: 'Demandez un nouveau lien : il arrivera à l’adresse de la demande.',
  },
  'body-too-large': { title: 'L’envoi est trop lourd', advice: 'Raccourcissez les textes, puis envoyez à nouveau.' },
  'unsupported-media-type': {
    title: 'L’envoi n’a pas pu être lu',
    advice: 'Rechargez la page, puis envoyez à nouveau : votre saisie est gardée.',
  },
  'invalid-fields': { title: 'Certains champs sont à revoir', advice: 'Ils sont indiqués ci-dessous.' },
  'idempotency-key-reused': {
    title: 'Un envoi différent a déjà été reçu',
    advice: 'Votre demande a peut-être déjà été enregistrée : cherchez notre e-mail, ou demandez un nouveau lien.',
  },
  'too-many-requests': { title: 'Trop de demandes à la fois', advice: 'Patientez une minute, puis réessayez.' },
  unavailable: {
    title: 'Le service est momentanément indisponible',
    advice: 'Rien n’est perdu. Réessayez dans quelques minutes.',
  },
};
