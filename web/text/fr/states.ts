// Where something stands, in the words of everybody who reads of it.

/** By status of an application. */
export const application = {
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

/** By stage of a case of the growth programme. */
export const growthCase = {
  scoring: 'Calcul du score',
  convening: 'Convocation du jury',
  voting: 'Vote ouvert',
  'chair-asked': 'Partage des voix',
  'more-asked': 'Précisions demandées',
  'next-session': 'Prochaine séance',
  'appeal-open': 'Appel possible',
  'not-eligible': 'Non éligible',
  enrolled: 'Admise au programme',
  'waiting-list': 'Liste d’attente',
  declined: 'Non retenue',
  undecided: 'Sans décision',
  abandoned: 'Abandonnée',
  failed: 'En échec',
};
