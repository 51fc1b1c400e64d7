// What becomes of an application, told to staff: its status, its timeline, the reasons of the antenna rule.

export const status = {
  received: 'Reçue',
  'confirming-email': 'Adresse à confirmer',
  'assigning-antenna': 'Antenne à attribuer',
  'in-review': 'À l’examen',
  'changes-requested': 'Modifications demandées',
  approved: 'Approuvée',
  'awaiting-payment': 'Cotisation à régler',
  admitted: 'Admise',
  refused: 'Refusée',
  withdrawn: 'Retirée',
  expired: 'Expirée',
  duplicate: 'En double',
  failed: 'En échec',
};

export const actor = { company: 'L’entreprise', system: 'Automatique' };

export const happening = {
  'application-received': 'Demande reçue.',
  'email-confirmation-asked': 'Confirmation de l’adresse demandée.',
  'email-confirmed': 'Adresse e-mail confirmée.',
  'register-found': 'Registre consulté : entreprise trouvée.',
  'register-absent': 'Registre consulté : entreprise absente.',
  'register-unavailable': 'Registre indisponible : le dossier avance sans lui.',
  'antenna-clear': 'Antenne proposée par la règle : {{antenna}}.',
  'antenna-contested': 'Territoire partagé entre {{candidates}} ; la règle propose {{antenna}}.',
  'antenna-chosen': 'Antenne choisie : {{antenna}}.',
  'antenna-recorded': 'Antenne enregistrée : {{antenna}}.',
  'review-asked': 'Examen demandé à l’antenne {{antenna}}, avant le {{date}}.',
  'review-escalated': 'Sans réponse dans le délai : transmise aussi au siège.',
  'application-approved': 'Demande approuvée.',
  'application-refused': 'Demande refusée.',
  'changes-requested': 'Modifications demandées, avant le {{date}}.',
  'application-corrected': 'Demande corrigée : {{fields}}.',
  'application-corrected-nothing': 'Demande renvoyée sans changement.',
  'application-withdrawn': 'Demande retirée par l’entreprise.',
  'application-expired': 'Demande expirée. {{reason}}.',
  'application-duplicate': 'Demande close : l’entreprise a déjà une demande en cours ou une adhésion.',
  'application-failed': 'Traitement interrompu par une erreur inattendue.',
  'execution-stopped': 'Arrêt du traitement « {{workflow}} » demandé.',
  'application-restarted': 'Traitement repris.',
  'member-admitted': 'Entreprise admise sous le numéro {{number}}.',
  'renewal-opened': 'Renouvellement ouvert pour la période du {{from}} au {{to}}.',
  'figures-asked': 'Chiffres à confirmer, avant le {{date}}.',
  'figures-confirmed': 'Chiffres de {{year}} confirmés.',
  'figures-stand': 'Sans réponse dans le délai : les derniers chiffres connus valent.',
  'membership-renewed': 'Adhésion renouvelée du {{from}} au {{to}}.',
  'membership-restored': 'Cotisation reçue après la radiation : adhésion rétablie du {{from}} au {{to}}.',
  'membership-suspended': 'Adhésion suspendue : la cotisation n’est pas réglée.',
  'membership-lapsed': 'Adhésion radiée : la cotisation n’est toujours pas réglée.',
  'resignation-given': 'Démission reçue : l’adhésion prendra fin le {{date}}.',
  'membership-resigned': 'Adhésion terminée par démission.',
  'member-excluded': 'Entreprise exclue.',
  'member-rejoined': 'Nouvelle adhésion ouverte du {{from}} au {{to}}.',
  'member-changed': 'Dossier modifié : {{fields}}.',
  'member-transferred': 'Adhésion transférée du SIREN {{before}} au SIREN {{after}}.',
  'mail-sent': 'E-mail envoyé : {{message}}.',
};

/** The mails, by the name of their message. */
export const mail = {
  'confirm-email': 'confirmer l’adresse',
  'changes-requested': 'modifications demandées',
  'link-requested': 'nouveau lien',
  'member-admitted': 'bienvenue',
  'confirm-figures': 'chiffres à confirmer',
  'membership-renewed': 'adhésion renouvelée',
  'membership-suspended': 'adhésion suspendue',
  'membership-lapsed': 'adhésion radiée',
  'resignation-received': 'démission enregistrée',
  'member-excluded': 'exclusion',
  'application-refused': 'demande refusée',
  'application-withdrawn': 'demande retirée',
  'application-expired': 'demande expirée',
  'application-duplicate': 'entreprise déjà connue',
  'application-failed': 'incident de traitement',
} as Record<string, string>;

/** The reasons of the antenna rule that are put to companies as “you”. */
export const reason = {
  'outside-region-elsewhere':
    'Le département {{departement}} est hors de la région : chacune des antennes peut accueillir l’entreprise, les équipes en décident.',
  'preference-among-candidates': 'L’entreprise préfère {{preferred}}, qui est parmi les antennes possibles.',
  'preference-not-candidate':
    'L’entreprise préfère {{preferred}}, mais son établissement n’est pas sur le territoire de cette antenne.',
};

/** Fields of the form, by the first parts of their path. */
export const path = {
  'company.siren': 'SIREN',
  'company.legalName': 'dénomination sociale',
  'company.category': 'catégorie',
  'company.foundedOn': 'date de création',
  'company.activity': 'activité',
  'company.website': 'site',
  'establishment.siret': 'SIRET',
  'establishment.street': 'adresse',
  'establishment.postcode': 'code postal',
  'establishment.communeCode': 'commune',
  'contact.firstName': 'prénom',
  'contact.lastName': 'nom',
  'contact.role': 'fonction',
  'contact.email': 'e-mail',
  'contact.phone': 'téléphone',
  'contact.language': 'langue',
  figures: 'chiffres',
  preferredAntenna: 'antenne préférée',
  growthProgramme: 'programme de croissance',
  charter: 'charte',
} as Record<string, string>;

/** Headcount bands of the register (tranches d’effectif salarié, INSEE). */
export const headcount = {
  NN: 'Inconnu, ou sans salarié',
  '00': '0 salarié',
  '01': '1 ou 2',
  '02': '3 à 5',
  '03': '6 à 9',
  '11': '10 à 19',
  '12': '20 à 49',
  '21': '50 à 99',
  '22': '100 à 199',
  '31': '200 à 249',
  '32': '250 à 499',
  '41': '500 à 999',
  '42': '1 000 à 1 999',
  '51': '2 000 à 4 999',
  '52': '5 000 à 9 999',
  '53': '10 000 et plus',
} as Record<string, string>;
