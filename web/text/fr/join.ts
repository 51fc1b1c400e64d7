/** The way through the form. */
export const join = {
  steps: 'Étapes du formulaire',
  stepOf: 'Étape {{step}} sur {{steps}}',
  previous: 'Précédent',
  next: 'Continuer',
  toReview: 'Relire avant d’envoyer',
  restored: 'Votre saisie du {{moment}}, gardée sur cet appareil, a été reprise.',
  start: {
    title: 'Demander l’adhésion',
    lead: 'Dix minutes environ. Vous relirez tout avant d’envoyer, et rien n’est à payer avant l’acceptation.',
    begun: 'Vous avez une demande commencée',
    begunAt: 'Votre saisie du {{moment}} est gardée sur cet appareil.',
    begunNow: 'Votre saisie est gardée sur cet appareil.',
    resume: 'Reprendre ma demande',
    begin: 'Commencer',
    kept: 'Ce que vous saisissez est gardé dans ce navigateur jusqu’à l’envoi, et nulle part ailleurs.',
    have: {
      title: 'Ayez sous la main',
      siren: 'votre numéro SIREN (extrait Kbis ou avis Sirene) ;',
      activity: 'votre code d’activité (APE) et votre date de création ;',
      figures: 'votre effectif et votre chiffre d’affaires des dernières années ;',
      email: 'une adresse e-mail que vous relevez : nous y enverrons un lien de confirmation.',
    },
  },
  clear: {
    button: 'Effacer et recommencer',
    title: 'Effacer votre saisie ?',
    text: 'Tout ce que vous avez saisi dans ce formulaire sera effacé de cet appareil.',
    confirm: 'Effacer',
    cancel: 'Garder ma saisie',
  },
  step: {
    company: { short: 'Structure', title: 'Votre structure', lead: 'Telle qu’elle est inscrite au répertoire Sirene.' },
    establishment: {
      short: 'Établissement',
      title: 'Votre établissement',
      lead: 'Votre antenne dépend de la commune où il se trouve.',
    },
    contact: {
      short: 'Contact',
      title: 'Votre contact',
      lead: 'La personne qui fait la demande et à qui nous écrirons.',
    },
    figures: {
      short: 'Chiffres',
      title: 'Vos chiffres',
      lead: 'Effectif à la clôture et chiffre d’affaires hors taxes, en euros entiers. Une année suffit ; trois ou quatre permettent de voir votre croissance.',
    },
    antenna: {
      short: 'Antenne',
      title: 'Votre antenne et le programme',
      lead: 'L’antenne est désignée par une règle publiée.',
    },
    charter: { short: 'Charte', title: 'La charte des membres', lead: 'Lisez-la : l’accepter vous engage.' },
    review: { short: 'Relecture', title: 'Relisez votre demande', lead: 'Chaque partie peut encore être modifiée.' },
  },
  review: {
    edit: 'Modifier',
    editSection: 'Modifier : {{section}}',
    incomplete: 'Il reste à compléter : {{section}}.',
    evidence:
      'En envoyant, vous acceptez la charte au nom de votre structure. La version du texte, votre nom, votre fonction, votre adresse e-mail, l’heure et l’adresse IP sont conservés comme preuve.',
    send: 'Envoyer ma demande',
    sending: 'Envoi en cours…',
  },
  refused: {
    askLink: 'Demandez un nouveau lien',
    askLinkWhy: 'si la demande est la vôtre : il arrivera à l’adresse du contact.',
    otherPerson: 'Quelqu’un d’autre a fait la demande ? Voyez avec cette personne, ou écrivez-nous :',
    anew: 'Préparer un nouvel envoi',
  },
  sent: {
    title: 'Votre demande est reçue',
    lead: 'Merci ! Votre demande pour {{company}} est enregistrée. Il reste une chose à faire.',
    mail: {
      title: 'Confirmez votre adresse e-mail',
      text: 'Ouvrez l’e-mail envoyé à <strong>{{email}}</strong> et suivez son lien. Vous avez {{days}} jours ; l’examen commence ensuite.',
      spam: 'Rien reçu au bout de quelques minutes ? Regardez dans les indésirables. Si cette adresse n’est pas la bonne, retirez la demande depuis votre lien privé, puis refaites-la.',
    },
    link: {
      title: 'Votre lien privé',
      text: 'Il ouvre le suivi de votre demande, sans mot de passe. Gardez-le pour vous.',
      open: 'Suivre ma demande',
      copy: 'Copier le lien',
      copied: 'Lien copié',
    },
  },
};

export const charter = {
  published: 'Version {{version}}, publiée le {{date}}.',
  print: 'Imprimer la charte',
};
