// The page that ends messages to members.

export const unsubscribe = {
  title: 'Messages du cluster',
  lead: 'Ne plus recevoir les messages que le cluster envoie à ses membres ?',
  done: 'C’est fait : cette adresse ne recevra plus ces messages.',
  others: 'Les messages sur votre adhésion (factures, renouvellements, décisions) continuent d’arriver.',
  button: 'Ne plus les recevoir',
  back: 'Les recevoir de nouveau',
  said: 'Désabonnement enregistré.',
  again: 'Réabonnement enregistré.',
};
