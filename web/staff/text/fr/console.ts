// The frame of the console, signing in and being refused.

export const nav = {
  inbox: 'Tâches',
  applications: 'Demandes',
  members: 'Membres',
  treasury: 'Trésorerie',
  growth: 'Croissance',
  jury: 'Jury',
  workflows: 'Traitements',
  schedules: 'Automatismes',
  account: 'Compte de {{name}}',
  signOut: 'Se déconnecter',
};

export const groups = {
  admin: 'Siège',
  treasurer: 'Trésorerie',
  jury: 'Jury',
  antenna: 'Antenne {{name}}',
};

export const session = {
  signIn: {
    title: 'Connexion',
    lead: 'L’espace de l’équipe est réservé aux antennes et au siège.',
    button: 'Se connecter',
    company: 'Vous avez déposé une demande d’adhésion ? Suivez-la avec le lien reçu par e-mail.',
    companyLink: 'Retrouver mon lien',
  },
  callback: { title: 'Connexion en cours', working: 'Connexion en cours…' },
  failed: {
    title: 'La connexion n’a pas abouti',
    text: 'Le service de connexion n’a pas confirmé votre identité, ou cette page a été ouverte deux fois. Recommencez : rien n’est perdu.',
    button: 'Recommencer',
  },
  settings: {
    title: 'La connexion n’est pas disponible',
    text: 'Les réglages de connexion n’ont pas pu être lus.',
  },
  expired: {
    title: 'Votre session a expiré',
    text: 'Reconnectez-vous pour continuer. Vous reviendrez à cette page, et ce que vous avez écrit est gardé.',
    button: 'Se reconnecter',
  },
  forbidden: {
    title: 'Votre compte n’a pas accès à cet espace',
    text: 'Vous êtes connecté sous le nom de {{name}}, mais votre compte n’appartient à aucun groupe de l’équipe. Demandez au siège de vous ajouter à celui de votre antenne.',
  },
  jury: {
    title: 'Rien à voir ici pour le jury',
    text: 'Les adhésions sont suivies par les antennes et le siège. Votre groupe voit les candidats du jury.',
    candidates: 'Voir les candidats',
  },
};

export const refusal = {
  wrongAntenna: {
    title: 'Ce dossier relève d’une autre antenne',
    text: 'Vous voyez les dossiers de : {{antennas}}. Pour celui-ci, adressez-vous au siège ou à l’antenne qui en a la charge.',
  },
  notFound: {
    title: 'Introuvable',
    text: 'Cette adresse ne mène à aucun dossier. Il a pu être mal recopié.',
    back: 'Revenir à l’accueil de la console',
  },
};
