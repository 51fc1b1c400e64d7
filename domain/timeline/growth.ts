import type { Language } from '../application/form.ts';
import type { AbandonReason, CaseEnd, ScreeningReason } from '../growth/case.ts';
import type { ScreeningResult } from '../growth/evaluation.ts';
import { verdictSentence } from '../jury/verdict-text.ts';
import type { ExitReason } from '../programme/cohort.ts';
import { parisDay } from '../time/paris.ts';
import { writeDay } from '../time/written-day.ts';
import type { Happening } from './event.ts';
import { GROWTH_HAPPENINGS } from './growth-event.ts';

// The lines of a timeline that tell of growth, as the company and staff both read them.

type Type = (typeof GROWTH_HAPPENINGS)[number]['shape']['type']['value'];
const TYPES: ReadonlySet<string> = new Set(GROWTH_HAPPENINGS.map(({ shape }) => shape.type.value));

/** A happening about figures, screenings or the programme. */
export type GrowthHappening = Extract<Happening, { type: Type }>;

export const isGrowth = (happening: Happening): happening is GrowthHappening => TYPES.has(happening.type);

type Both = Record<Language, string>;

const day = (instant: string, language: Language): string => writeDay(parisDay(instant), language);

const REASONS: Record<ScreeningReason, Both> = {
  admission: { fr: 'à l’admission', en: 'on admission' },
  company: { fr: 'à la demande de l’entreprise', en: 'as the company asked' },
  staff: { fr: 'à la demande du cluster', en: 'as the cluster asked' },
  yearly: { fr: 'avec les chiffres de l’année', en: 'with the figures of the year' },
};
export const RESULT_NAMES: Record<ScreeningResult, Both> = {
  eligible: { fr: 'éligible', en: 'eligible' },
  borderline: { fr: 'à la limite', en: 'borderline' },
  'not-eligible': { fr: 'non éligible', en: 'not eligible' },
};
const CLOSED: Record<AbandonReason, Both> = {
  withdrawn: { fr: 'Candidature retirée par l’entreprise.', en: 'Candidacy withdrawn by the company.' },
  left: {
    fr: 'Candidature close : l’entreprise quitte le cluster.',
    en: 'Candidacy closed: the company leaves the cluster.',
  },
  lapsed: { fr: 'Candidature close : l’adhésion a pris fin.', en: 'Candidacy closed: the membership has lapsed.' },
};
const ENDS: Record<CaseEnd, Both> = {
  'not-eligible': {
    fr: 'Examen terminé : l’entreprise n’est pas éligible.',
    en: 'Screening ended: the company is not eligible.',
  },
  enrolled: {
    fr: 'Examen terminé : l’entreprise entre au programme.',
    en: 'Screening ended: the company joins the programme.',
  },
  'waiting-list': {
    fr: 'Examen terminé : l’entreprise attend une place.',
    en: 'Screening ended: the company waits for a place.',
  },
  declined: {
    fr: 'Examen terminé : la candidature n’est pas retenue.',
    en: 'Screening ended: the candidacy is declined.',
  },
  undecided: { fr: 'Examen terminé sans décision du jury.', en: 'Screening ended without a decision of the jury.' },
  abandoned: { fr: 'Examen clos avant son terme.', en: 'Screening closed before its end.' },
  failed: { fr: 'Examen interrompu par un incident technique.', en: 'Screening stopped by a technical fault.' },
};
const EXITS: Record<ExitReason, Both> = {
  graduated: { fr: 'Programme achevé.', en: 'Graduated from the programme.' },
  withdrawn: { fr: 'L’entreprise se retire du programme.', en: 'The company withdraws from the programme.' },
  left: {
    fr: 'Sortie du programme : l’entreprise quitte le cluster.',
    en: 'Left the programme: the company leaves the cluster.',
  },
  lapsed: { fr: 'Sortie du programme : l’adhésion a pris fin.', en: 'Left the programme: the membership has lapsed.' },
  excluded: {
    fr: 'Sortie du programme sur décision du cluster.',
    en: 'Left the programme by decision of the cluster.',
  },
};

const sentences = (happening: GrowthHappening): Both => {
  switch (happening.type) {
    case 'figures-added':
      return { fr: `Chiffres de ${happening.year} ajoutés.`, en: `Figures of ${happening.year} added.` };
    case 'figures-corrected':
      return { fr: `Chiffres de ${happening.year} corrigés.`, en: `Figures of ${happening.year} corrected.` };
    case 'figures-checked':
      return { fr: `Chiffres de ${happening.year} vérifiés.`, en: `Figures of ${happening.year} checked.` };
    case 'growth-file-written':
      return { fr: 'Dossier de candidature mis à jour.', en: 'Candidacy file updated.' };
    case 'screening-opened':
      return {
        fr: `Examen pour le programme de croissance, ${REASONS[happening.reason].fr}.`,
        en: `Screening for the growth programme, ${REASONS[happening.reason].en}.`,
      };
    case 'screening-scored':
      return {
        fr: `Score établi (version ${happening.policyVersion}) : ${RESULT_NAMES[happening.result].fr}.`,
        en: `Scored (version ${happening.policyVersion}): ${RESULT_NAMES[happening.result].en}.`,
      };
    case 'jury-convened':
      return {
        fr: `Jury de ${happening.seats} personnes réuni ; vote jusqu’au ${day(happening.dueAt, 'fr')}.`,
        en: `Jury of ${happening.seats} convened; it votes until ${day(happening.dueAt, 'en')}.`,
      };
    case 'jury-too-small':
      return {
        fr: 'Le jury ne peut pas siéger : trop peu de membres disponibles. Une nouvelle séance suivra.',
        en: 'The jury cannot sit: too few members are free. Another session follows.',
      };
    case 'jury-reminded':
      return {
        fr: 'Rappel envoyé aux membres du jury qui n’ont pas voté.',
        en: 'Jurors who have not voted were reminded.',
      };
    case 'seat-passed': {
      const why = {
        conflict: { fr: 'Un membre du jury se récuse', en: 'A juror steps aside' },
        recused: { fr: 'Un membre du jury est récusé', en: 'A juror is recused' },
        removed: { fr: 'Un membre quitte le jury', en: 'A member leaves the jury' },
      }[happening.why];
      return happening.replaced
        ? { fr: `${why.fr} ; un suppléant siège à sa place.`, en: `${why.en}; a deputy takes the seat.` }
        : { fr: `${why.fr} ; le quorum est ajusté.`, en: `${why.en}; the quorum is adjusted.` };
    }
    case 'vote-cast':
      return { fr: 'Un membre du jury a voté.', en: 'A juror has voted.' };
    case 'votes-counted':
      return { fr: verdictSentence(happening.verdict, 'fr'), en: verdictSentence(happening.verdict, 'en') };
    case 'chair-asked':
      return {
        fr: `Partage des voix : le président du jury tranche d’ici au ${day(happening.dueAt, 'fr')}.`,
        en: `A tie: the chair of the jury settles it by ${day(happening.dueAt, 'en')}.`,
      };
    case 'more-asked':
      return {
        fr: `Le jury demande des précisions, d’ici au ${day(happening.dueAt, 'fr')}.`,
        en: `The jury asks for more, by ${day(happening.dueAt, 'en')}.`,
      };
    case 'more-provided':
      return { fr: 'L’entreprise a répondu au jury.', en: 'The company answered the jury.' };
    case 'appeal-opened':
      return {
        fr: `Recours possible jusqu’au ${day(happening.dueAt, 'fr')}.`,
        en: `An appeal may be made until ${day(happening.dueAt, 'en')}.`,
      };
    case 'appeal-made':
      return {
        fr: 'L’entreprise forme un recours : un autre jury statue.',
        en: 'The company appeals: another jury decides.',
      };
    case 'decision-accepted':
      return { fr: 'L’entreprise accepte la décision.', en: 'The company accepts the decision.' };
    case 'candidacy-closed':
      return CLOSED[happening.reason];
    case 'screening-ended':
      return ENDS[happening.outcome];
    case 'programme-enrolled':
      return {
        fr: `Entrée dans la promotion « ${happening.cohort} ».`,
        en: `Enrolled in the cohort “${happening.cohort}”.`,
      };
    case 'programme-waiting':
      return {
        fr: 'Inscription sur la liste d’attente du programme.',
        en: 'Put on the waiting list of the programme.',
      };
    case 'programme-moved-up':
      return {
        fr: `Une place s’est libérée : entrée dans la promotion « ${happening.cohort} ».`,
        en: `A place became free: enrolled in the cohort “${happening.cohort}”.`,
      };
    case 'programme-left':
      return EXITS[happening.reason];
    case 'mentor-assigned':
      return { fr: `Mentor : ${happening.mentor}.`, en: `Mentor: ${happening.mentor}.` };
    case 'milestone-recorded':
      return { fr: `Étape franchie : ${happening.name}.`, en: `Milestone taken: ${happening.name}.` };
  }
};

/** A happening about growth as a sentence. */
export const growthSentence = (happening: GrowthHappening, language: Language): string =>
  sentences(happening)[language];
