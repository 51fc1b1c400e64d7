/** Names of the fields, by their path in the form. */
export const field = {
  company: {
    siren: 'SIREN',
    legalName: 'Dénomination sociale',
    category: 'Type de structure',
    foundedOn: 'Date de création',
    activity: { code: 'Code d’activité (APE)', nomenclature: 'Nomenclature du code' },
    website: 'Site web',
  },
  establishment: {
    siret: 'SIRET de l’établissement',
    street: 'Numéro et voie',
    postcode: 'Code postal',
    communeCode: 'Commune',
  },
  contact: {
    firstName: 'Prénom',
    lastName: 'Nom',
    role: 'Fonction',
    email: 'Adresse e-mail',
    phone: 'Téléphone',
    language: 'Langue de nos messages',
  },
  figures: { year: 'Année', employees: 'Effectif', turnover: 'Chiffre d’affaires' },
  preferredAntenna: 'Antenne préférée',
  growthProgramme: 'Je souhaite candidater au programme de croissance',
  charter: {
    version: 'Charte des membres',
    accepted: 'J’ai lu la charte des membres et je l’accepte au nom de ma structure',
  },
};

/** The fields' hints and the words of every form. */
export const form = {
  optional: 'facultatif',
  changed: 'modifié',
  yes: 'Oui',
  no: 'Non',
  close: 'Fermer',
  otherField: 'Autre champ :',
  inRow: '{{label}}, ligne {{row}} :',
  named: '{{label}} : {{message}}',
  errors_one: 'Un champ est à revoir',
  errors_other: '{{count}} champs sont à revoir',
  contactUnknown: 'par retour de l’un de nos e-mails.',
  foreign: {
    title: 'Votre structure n’est pas immatriculée en France ?',
    branch: 'Le formulaire demande un SIREN. Un établissement en France en a un : faites la demande avec celui-ci.',
    none: 'Sans établissement en France, une personne de l’équipe étudiera votre cas. Écrivez-nous :',
  },
  company: {
    sirenHint: 'Neuf chiffres, sur l’extrait Kbis ou l’avis Sirene.',
    sirenRight: 'Ce numéro est bien formé.',
    sirenFixed: 'Le SIREN d’une demande ne change pas.',
    legalNameHint: 'Comme sur l’extrait Kbis ou les statuts.',
    activityHint: 'Quatre chiffres et une lettre, comme 62.01Z.',
    nomenclatureHint: 'En cas de doute, gardez la proposition.',
    nomenclature: { NAF2: 'NAF rév. 2', NAF2025: 'NAF 2025' },
  },
  place: {
    streetHint: 'De votre siège, ou de votre établissement principal dans la région.',
    siretHint: 'Quatorze chiffres : votre SIREN, puis cinq chiffres.',
    siretRight: 'Ce numéro est bien formé.',
    communeAfter: 'D’abord le code postal',
    communeChoose: 'Choisissez la commune',
    communes_zero: 'Aucune commune n’a le code postal {{postcode}}. Un code CEDEX ? Donnez celui de la commune.',
    communes_one: 'Une commune a le code postal {{postcode}}.',
    communes_other: '{{count}} communes ont le code postal {{postcode}} : choisissez la vôtre.',
  },
  contact: {
    name: 'Nom',
    roleHint: 'Vous devez pouvoir engager votre structure.',
    emailHint: 'Nous y enverrons un lien de confirmation.',
    phoneHint: 'Avec l’indicatif hors de France, comme +41 22 000 00 00.',
    languageHint: 'Celle des e-mails que vous recevrez.',
  },
  figures: {
    row: 'Année {{row}}',
    add: 'Ajouter une année',
    remove: 'Retirer l’année {{row}}',
  },
  antenna: {
    clearCut: 'Votre antenne : {{antenna}}',
    open: 'Plusieurs antennes peuvent vous accueillir',
    noCommune: 'Choisissez d’abord votre commune : votre antenne en dépend.',
    preferenceHint: 'Elle compte là où plusieurs antennes peuvent vous accueillir.',
    noPreference: 'Pas de préférence',
    growth: 'Programme de croissance',
    growthHint:
      'Pour les entreprises à fort potentiel. Après votre adhésion, vos chiffres seront examinés selon des critères publiés.',
  },
  charter: {
    text: 'Charte des membres',
    open: 'Ouvrir la charte dans un nouvel onglet, pour la lire ou l’imprimer',
    version: 'Version {{version}}. Votre acceptation sera confirmée par le lien envoyé à votre adresse.',
    acceptedVersion: 'Acceptée (version {{version}})',
  },
};
