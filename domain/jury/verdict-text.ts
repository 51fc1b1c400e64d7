import type { Language } from '../application/form.ts';
import type { JuryVerdict } from './session.ts';

const OUTCOMES: Record<JuryVerdict['verdict'], Record<Language, string>> = {
  admit: { fr: 'Candidature retenue', en: 'Admitted' },
  decline: { fr: 'Candidature non retenue', en: 'Declined' },
  'ask-more': { fr: 'Le jury demande des précisions', en: 'The jury asks for more' },
  tie: { fr: 'Partage des voix : le président tranche', en: 'A tie: the chair settles it' },
  'no-quorum': { fr: 'Quorum non atteint', en: 'No quorum' },
};

/** What a vote came to, in one sentence: the outcome, the votes, the quorum. */
export const verdictSentence = (verdict: JuryVerdict, language: Language): string => {
  const { admit, decline, askMore, silent, sitting, quorum, byChair } = verdict;
  const outcome = OUTCOMES[verdict.verdict][language];
  if (language === 'fr') {
    const chair = byChair ? ', voix prépondérante du président' : '';
    return `${outcome}${chair} : ${admit} pour, ${decline} contre, ${askMore} pour demander des précisions, ${silent} sans réponse ; ${sitting} siégeaient, quorum de ${quorum}.`;
  }
  const chair = byChair ? ' by the chair’s casting vote' : '';
  return `${outcome}${chair}: ${admit} for, ${decline} against, ${askMore} to ask for more, ${silent} silent; ${sitting} sat, quorum ${quorum}.`;
};
