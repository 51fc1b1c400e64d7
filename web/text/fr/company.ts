/** Words for what the domain names by a code: categories, antennas' reasons. */
export const category = {
  company: { name: 'Entreprise', text: 'Société du numérique, de toute taille.' },
  startup: { name: 'Start-up', text: 'Jeune entreprise innovante.' },
  'education-research': { name: 'Enseignement et recherche', text: 'École, université, laboratoire.' },
  institution: { name: 'Institution', text: 'Collectivité, organisme public ou consulaire.' },
  freelancer: { name: 'Indépendant', text: 'Entreprise individuelle ou micro-entreprise.' },
};

export const antenna = {
  map: 'Carte de la région par antenne ; la liste des antennes et de leurs départements la suit.',
  reason: {
    departement: 'Le département {{departement}} relève de l’antenne {{antenna}}.',
    'contested-epci': '{{epciName}} relève de plusieurs antennes ({{candidates}}) : leurs équipes en décident.',
    'outside-region-neighbour':
      'Le département {{departement}} est voisin de la région ; au plus près : {{candidates}}.',
    'outside-region-elsewhere':
      'Le département {{departement}} est hors de la région : chacune des antennes peut vous accueillir, les équipes en décident.',
    'preference-among-candidates': 'Vous préférez {{preferred}}, qui est parmi les antennes possibles.',
    'preference-not-candidate': 'Vous préférez {{preferred}}, mais votre établissement n’est pas sur son territoire.',
    'already-chosen': 'L’antenne {{antenna}} a déjà été choisie pour cette commune.',
  },
  assignedBy: {
    rule: 'Par la règle publiée, sans autre décision.',
    staff: 'Par décision des équipes.',
    deadline: 'Faute de décision des équipes dans le délai, la proposition a été retenue.',
  },
};
