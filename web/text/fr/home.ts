/** The home page. */
export const home = {
  documentTitle: 'Le cluster numérique d’Auvergne-Rhône-Alpes',
  hero: {
    title: 'Une porte sur la rue, tout un réseau derrière',
    lead: 'Traboule réunit les entreprises du numérique d’Auvergne-Rhône-Alpes avec les écoles, les laboratoires et les institutions. Six antennes locales, un cluster qu’elles gouvernent ensemble.',
    join: 'Demander l’adhésion',
    follow: 'Ouvrir mon dossier',
  },
  antennas: {
    title: 'Six antennes, au plus près de vous',
    lead: 'Votre antenne dépend de la commune de votre établissement. C’est elle qui examine votre demande et vous accompagne ensuite.',
    contested:
      'Quelques territoires relèvent de deux antennes : {{territories}}. Leurs équipes en décident ensemble, et la raison vous est donnée.',
    elsewhere: 'Vous êtes hors de la région ? Votre demande est la bienvenue : une antenne vous sera proposée.',
    credit: 'Carte : d’après @svg-maps (Victor Cazanave), CC BY 4.0.',
  },
  steps: {
    title: 'Adhérer, pas à pas',
    lead: 'Sans compte ni mot de passe : un lien privé vous suit du formulaire à l’adhésion.',
    form: {
      title: 'Vous remplissez le formulaire',
      text: 'Dix minutes environ. Votre saisie est gardée sur votre appareil.',
    },
    email: {
      title: 'Vous confirmez votre adresse',
      text: 'Un e-mail vous parvient aussitôt ; vous avez {{days}} jours pour le confirmer.',
    },
    antenna: {
      title: 'Votre antenne est désignée',
      text: 'Par une règle publiée, dont les raisons s’affichent dans votre dossier.',
    },
    review: {
      title: 'L’antenne examine votre demande',
      text: 'Sous {{days}} jours. Elle l’accepte, demande des modifications, ou refuse en disant pourquoi.',
    },
    member: {
      title: 'Vous êtes membre',
      text: 'Votre numéro d’adhérent vous est donné. Rien n’est à payer avant l’acceptation.',
    },
  },
  who: {
    title: 'Pour qui ?',
    lead: 'Toute structure du numérique établie en France, quelle que soit sa taille.',
    growth: {
      title: 'Et pour celles qui grandissent vite',
      text: 'Un programme accompagne les entreprises à fort potentiel de croissance. Vous pouvez demander à en être dès le formulaire.',
    },
  },
  last: {
    title: 'Déjà une demande en cours, ou déjà membre ?',
    text: 'Ouvrez le lien reçu par e-mail. Vous ne le retrouvez pas ? Un nouveau vous sera envoyé.',
    link: 'Recevoir un nouveau lien',
  },
};
