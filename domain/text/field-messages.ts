import type { Language } from '../application/form.ts';
import { DUES_MESSAGES } from './dues-messages.ts';

/** A sentence, with `{placeholders}`; or one with and one without them, where the caller may not have the params. */
export type Message = string | { with: string; without: string };

/**
 * Every code a field can be refused with, as a sentence that says what is wrong and what to do. The schemas of domain/
 * give these codes; a test holds the two together.
 */
export const FIELD_MESSAGES = {
  ...DUES_MESSAGES,
  // Any field
  'amount.zero': {
    fr: 'Le montant doit être supérieur à zéro : indiquez ce qui a été payé.',
    en: 'The amount must be more than zero: please say what was paid.',
  },
  required: { fr: 'Ce champ est à remplir.', en: 'Please fill in this field.' },
  'wrong-type': {
    fr: 'Cette valeur n’a pas la forme attendue : corrigez-la.',
    en: 'This value is not of the expected kind: please correct it.',
  },
  'unknown-field': {
    fr: {
      with: 'Le champ « {field} » n’existe pas : retirez-le.',
      without: 'Un champ inconnu a été envoyé : retirez-le.',
    },
    en: {
      with: 'There is no field “{field}”: please remove it.',
      without: 'An unknown field was sent: please remove it.',
    },
  },
  'not-in-list': {
    fr: {
      with: 'Choisissez une des valeurs possibles : {allowed}.',
      without: 'Choisissez une des valeurs proposées.',
    },
    en: { with: 'Choose one of the possible values: {allowed}.', without: 'Choose one of the values on offer.' },
  },
  'too-long': {
    fr: { with: 'Trop long : {max} caractères au plus.', without: 'Trop long : raccourcissez ce texte.' },
    en: { with: 'Too long: {max} characters at most.', without: 'Too long: please shorten this text.' },
  },
  'too-short': {
    fr: { with: 'Trop court : {min} caractères au moins.', without: 'Trop court : complétez ce texte.' },
    en: { with: 'Too short: at least {min} characters.', without: 'Too short: please write more.' },
  },
  'too-many': {
    fr: { with: 'Trop d’éléments : {max} au plus.', without: 'Trop d’éléments : retirez-en.' },
    en: { with: 'Too many entries: {max} at most.', without: 'Too many entries: please remove some.' },
  },
  'too-few': {
    fr: { with: 'Pas assez d’éléments : {min} au moins.', without: 'Pas assez d’éléments : ajoutez-en.' },
    en: { with: 'Too few entries: at least {min}.', without: 'Too few entries: please add some.' },
  },
  'text.control': {
    fr: 'Ce texte tient sur une ligne : retirez les retours à la ligne et les caractères invisibles.',
    en: 'This text takes one line: please remove line breaks and invisible characters.',
  },
  'text.invisible': {
    fr: 'Ce texte contient des caractères invisibles : retirez-les, ou tapez-le au lieu de le coller.',
    en: 'This text holds invisible characters: please remove them, or type it instead of pasting it.',
  },
  invalid: {
    fr: 'Cette valeur n’est pas acceptée : vérifiez-la.',
    en: 'This value is not accepted: please check it.',
  },
  // Numbers
  'number.whole': { fr: 'Indiquez un nombre entier, sans décimales.', en: 'Give a whole number, without decimals.' },
  'number.negative': {
    fr: 'Ce nombre ne peut pas être négatif : indiquez zéro ou plus.',
    en: 'This number cannot be negative: give zero or more.',
  },
  'number.too-big': {
    fr: { with: 'Ce nombre est trop grand : {max} au plus.', without: 'Ce nombre est trop grand : vérifiez l’unité.' },
    en: { with: 'This number is too big: {max} at most.', without: 'This number is too big: please check the unit.' },
  },
  'number.too-small': {
    fr: { with: 'Ce nombre est trop petit : {min} au moins.', without: 'Ce nombre est trop petit : vérifiez-le.' },
    en: { with: 'This number is too small: at least {min}.', without: 'This number is too small: please check it.' },
  },
  // Dates
  date: {
    fr: 'Cette date n’existe pas ou n’est pas complète : indiquez le jour, le mois et l’année (AAAA-MM-JJ).',
    en: 'This date does not exist or is incomplete: give the day, month and year (YYYY-MM-DD).',
  },
  'date.too-early': {
    fr: 'Cette date est trop ancienne : vérifiez l’année.',
    en: 'This date is too long ago: please check the year.',
  },
  'date.future': {
    fr: 'Cette date est dans l’avenir : l’entreprise doit déjà être créée.',
    en: 'This date is in the future: the company must exist already.',
  },
  // Company
  'siren.format': {
    fr: 'Un SIREN a neuf chiffres : ce sont les neuf premiers du SIRET.',
    en: 'A SIREN has nine digits: they are the first nine of the SIRET.',
  },
  'siren.checksum': {
    fr: 'Ce SIREN n’existe pas : sa clé de contrôle est fausse. Vérifiez les chiffres sur l’extrait Kbis ou l’avis Sirene.',
    en: 'This SIREN does not exist: its check digit is wrong. Compare it with the Kbis extract or the Sirene notice.',
  },
  'siren.foreign': {
    fr: 'Ceci ressemble à un numéro d’entreprise étranger. Ce formulaire demande un SIREN : sans établissement immatriculé en France, écrivez-nous à l’adresse de contact du site.',
    en: 'This looks like a foreign company number. This form needs a SIREN: without an establishment registered in France, please write to us at the contact address of this site.',
  },
  'siren.changed': {
    fr: 'Le SIREN d’une demande ne change pas. Pour une autre société, retirez cette demande et déposez-en une nouvelle.',
    en: 'The SIREN of an application cannot change. For another company, withdraw this application and make a new one.',
  },
  'siret.format': {
    fr: 'Un SIRET a quatorze chiffres : le SIREN, puis les cinq chiffres de l’établissement.',
    en: 'A SIRET has fourteen digits: the SIREN, then the five digits of the establishment.',
  },
  'siret.checksum': {
    fr: 'Ce SIRET n’existe pas : sa clé de contrôle est fausse. Vérifiez les chiffres sur l’avis Sirene.',
    en: 'This SIRET does not exist: its check digit is wrong. Compare it with the Sirene notice.',
  },
  'contact.known': {
    fr: 'Un autre contact de cette entreprise a déjà cette adresse : modifiez-le plutôt.',
    en: 'Another contact of this company has this address already: please change that one instead.',
  },
  'siret.other-siren': {
    fr: 'Ce SIRET est celui d’une autre entreprise : ses neuf premiers chiffres doivent être votre SIREN.',
    en: 'This SIRET belongs to another company: its first nine digits must be your SIREN.',
  },
  'activity.code': {
    fr: 'Un code d’activité (APE) s’écrit avec quatre chiffres et une lettre, comme 62.01Z.',
    en: 'An activity code (APE) has four digits and a letter, like 62.01Z.',
  },
  'activity.too-early': {
    fr: {
      with: 'Cette nomenclature n’est acceptée qu’à partir du {from} : indiquez le code de la précédente.',
      without: 'Cette nomenclature n’est pas encore acceptée : indiquez le code de la précédente.',
    },
    en: {
      with: 'This nomenclature is accepted from {from} on: give the code of the earlier one.',
      without: 'This nomenclature is not accepted yet: give the code of the earlier one.',
    },
  },
  'activity.ended': {
    fr: {
      with: 'Cette nomenclature n’est plus acceptée depuis le {to} : indiquez le code de la nouvelle.',
      without: 'Cette nomenclature n’est plus acceptée : indiquez le code de la nouvelle.',
    },
    en: {
      with: 'This nomenclature was accepted until {to}: give the code of the new one.',
      without: 'This nomenclature is no longer accepted: give the code of the new one.',
    },
  },
  url: {
    fr: 'Indiquez une adresse complète, comme https://www.exemple.fr.',
    en: 'Give a full address, like https://www.example.com.',
  },
  // Place
  'postcode.format': {
    fr: 'Un code postal français a cinq chiffres. Pour un établissement hors de France, écrivez-nous à l’adresse de contact du site.',
    en: 'A French postcode has five digits. For an establishment outside France, please write to us at the contact address of this site.',
  },
  'postcode.not-of-commune': {
    fr: {
      with: 'Ce code postal n’est pas de {commune} ({postcodes}) : corrigez l’un ou l’autre. Un code CEDEX n’est pas accepté.',
      without: 'Ce code postal n’est pas de cette commune : corrigez l’un ou l’autre. Un code CEDEX n’est pas accepté.',
    },
    en: {
      with: 'This postcode is not one of {commune} ({postcodes}): correct one or the other. CEDEX codes are not accepted.',
      without: 'This postcode is not one of this commune: correct one or the other. CEDEX codes are not accepted.',
    },
  },
  'commune.required': {
    fr: 'Choisissez la commune dans la liste qui suit le code postal.',
    en: 'Choose the commune in the list that follows the postcode.',
  },
  'commune.unknown': {
    fr: 'Cette commune n’existe pas en France : choisissez-la dans la liste qui suit le code postal. Pour un établissement hors de France, écrivez-nous à l’adresse de contact du site.',
    en: 'There is no such commune in France: choose it in the list that follows the postcode. For an establishment outside France, please write to us at the contact address of this site.',
  },
  // Contact
  'email.format': {
    fr: 'Cette adresse e-mail n’est pas complète : elle s’écrit comme prenom.nom@exemple.fr.',
    en: 'This e-mail address is incomplete: it looks like first.last@example.com.',
  },
  'phone.format': {
    fr: 'Indiquez un numéro de téléphone, avec l’indicatif du pays hors de France, comme +33 4 72 00 00 00.',
    en: 'Give a telephone number, with the country code outside France, like +33 4 72 00 00 00.',
  },
  // Figures
  'figures.required': {
    fr: 'Indiquez les chiffres d’au moins une année.',
    en: 'Give the figures of at least one year.',
  },
  'figures.too-many': {
    fr: 'Dix années au plus : gardez les plus récentes.',
    en: 'Ten years at most: keep the latest.',
  },
  'figures.year': {
    fr: 'Indiquez une année en quatre chiffres, comme 2025.',
    en: 'Give a year in four digits, like 2025.',
  },
  'figures.before-foundation': {
    fr: 'L’entreprise n’existait pas encore cette année-là : corrigez l’année ou la date de création.',
    en: 'The company did not exist yet in that year: correct the year or the date of foundation.',
  },
  'figures.twice': {
    fr: 'Cette année figure deux fois : n’en gardez qu’une.',
    en: 'This year is there twice: keep one of the two.',
  },
  'figures.future': {
    fr: {
      with: 'Cette année n’a pas commencé : indiquez les chiffres de {year} au plus tard.',
      without: 'Cette année n’a pas commencé : indiquez les chiffres d’une année passée ou en cours.',
    },
    en: {
      with: 'This year has not begun: give figures of {year} at the latest.',
      without: 'This year has not begun: give figures of a past year or the current one.',
    },
  },
  // Charter and answers
  'charter.required': {
    fr: 'Lisez et acceptez la charte pour déposer la demande.',
    en: 'Read and accept the charter to apply.',
  },
  'charter.version': {
    fr: 'Cette version de la charte n’existe pas : rechargez la page et acceptez la version en vigueur.',
    en: 'There is no such version of the charter: reload the page and accept the current one.',
  },
  'comment.required': {
    fr: 'Dites pourquoi : la personne qui a déposé la demande lira ce commentaire.',
    en: 'Say why: the applicant will read this comment.',
  },
  'antenna.not-candidate': {
    fr: {
      with: 'Choisissez une des antennes candidates : {candidates}.',
      without: 'Choisissez une des antennes candidates.',
    },
    en: {
      with: 'Choose one of the candidate antennas: {candidates}.',
      without: 'Choose one of the candidate antennas.',
    },
  },
  // Growth, jury, programme
  'fraction.denominator': {
    fr: 'Une fraction ne se divise pas par zéro : indiquez un dénominateur d’au moins 1.',
    en: 'A fraction cannot be divided by zero: give a denominator of at least 1.',
  },
  'figures.year-known': {
    fr: {
      with: 'Les chiffres de {year} sont déjà donnés : corrigez-les au lieu de les ajouter.',
      without: 'Les chiffres de cette année sont déjà donnés : corrigez-les au lieu de les ajouter.',
    },
    en: {
      with: 'The figures of {year} are given already: correct them instead of adding them.',
      without: 'The figures of this year are given already: correct them instead of adding them.',
    },
  },
  'policy.version': {
    fr: 'Un nom de version ne contient que lettres, chiffres, tirets et points.',
    en: 'The name of a version has letters, digits, dashes and dots only.',
  },
  'policy.version-taken': {
    fr: 'Une version de ce nom est déjà publiée : donnez-lui un autre nom.',
    en: 'A version of this name is published already: give it another name.',
  },
  'policy.from-past': {
    fr: 'Une version s’applique à partir d’un jour à venir, après celui de toutes les autres.',
    en: 'A version applies from a day to come, after that of all the others.',
  },
  'policy.rate-zero': {
    fr: 'Une croissance de zéro est atteinte par tous : indiquez un taux positif.',
    en: 'Everybody has a growth of zero: give a rate above it.',
  },
  'policy.rate-impossible': {
    fr: 'Aucune entreprise ne décuple chaque année : indiquez un taux plus bas.',
    en: 'No company grows more than tenfold every year: give a lower rate.',
  },
  'policy.ratio-impossible': {
    fr: 'Un facteur de 1 ou moins n’est pas une croissance : indiquez-en un plus grand.',
    en: 'A factor of 1 or less is no growth: give a greater one.',
  },
  'policy.near-above': {
    fr: 'La zone d’appréciation commence au-dessus du seuil : indiquez une valeur égale ou inférieure.',
    en: 'Discretion would begin above the threshold: give a value at or below it.',
  },
  'policy.start-zero': {
    fr: 'Une croissance depuis zéro n’a pas de taux : demandez au moins 1 salarié au départ.',
    en: 'Growth from zero has no rate: ask for at least 1 employee at the start.',
  },
  'policy.amount-zero': {
    fr: 'Toutes les entreprises ont levé au moins zéro : indiquez un montant positif.',
    en: 'Every company has raised at least zero: give an amount above it.',
  },
  'policy.age-impossible': {
    fr: {
      with: 'À cet âge rien n’est mesurable, car l’année de création ne compte pas : {least} ans au moins.',
      without: 'À cet âge rien n’est mesurable, car l’année de création ne compte pas : relevez la limite.',
    },
    en: {
      with: 'At that age nothing can be measured, as the year of foundation does not count: {least} years at least.',
      without: 'At that age nothing can be measured, as the year of foundation does not count: raise the limit.',
    },
  },
  'policy.decides-nothing': {
    fr: 'Aucun critère ne décide : rendez-en décisif au moins un.',
    en: 'No criterion decides: make at least one decisive.',
  },
  'vote.conflict': {
    fr: 'Un vote avec un lien d’intérêts ne compte pas : déclarez ce lien au lieu de voter.',
    en: 'A vote with a conflict of interest does not count: declare the conflict instead of voting.',
  },
  'vote.no-more-questions': {
    fr: 'Le jury a déjà posé toutes les questions permises : votez pour ou contre.',
    en: 'The jury has asked all the questions it may: vote for or against.',
  },
  'juror.known': {
    fr: 'Ce nom d’utilisateur est déjà celui d’un membre du jury.',
    en: 'This user name is a juror’s already.',
  },
  'cohort.below-enrolled': {
    fr: {
      with: 'Cette promotion compte déjà {taken} entreprises : la capacité ne peut être inférieure.',
      without: 'Plus d’entreprises y ont déjà une place : la capacité ne peut être inférieure.',
    },
    en: {
      with: 'This cohort has {taken} companies already: the capacity cannot be lower.',
      without: 'More companies hold a place already: the capacity cannot be lower.',
    },
  },
  'cohort.name-taken': {
    fr: 'Une promotion porte déjà ce nom : donnez-lui-en un autre.',
    en: 'A cohort has this name already: give it another.',
  },
  'mentor.known': {
    fr: 'Cette adresse est déjà celle d’un mentor : modifiez sa fiche.',
    en: 'This address is a mentor’s already: change their entry.',
  },
  'mentor.not-available': {
    fr: 'Ce mentor a un lien avec l’entreprise, suit déjà assez d’entreprises ou n’est plus actif : choisissez-en un autre.',
    en: 'This mentor has a tie with the company, looks after enough already or is no longer active: choose another.',
  },
  // Bank files and payments
  'amount.format': {
    fr: 'Ce montant n’est pas écrit comme un nombre, avec un point et deux décimales : exportez de nouveau le fichier.',
    en: 'This amount is not written as a number with a point and two decimals: please export the file again.',
  },
  'amount.decimals': {
    fr: 'Ce montant a plus de deux décimales : un montant en euros s’arrête au centime.',
    en: 'This amount has more than two decimals: an amount in euros ends at the cent.',
  },
  'currency.format': {
    fr: 'La devise de ce montant manque ou n’a pas trois lettres, comme EUR : exportez de nouveau le fichier.',
    en: 'The currency of this amount is missing or has not three letters, like EUR: please export the file again.',
  },
  'amount.above-held': {
    fr: {
      with: 'C’est plus que ce qui est gardé pour l’entreprise ({max} centimes) : indiquez moins.',
      without: 'C’est plus que ce qui est gardé pour l’entreprise : indiquez moins.',
    },
    en: {
      with: 'This is more than what is held for the company ({max} cents): give less.',
      without: 'This is more than what is held for the company: give less.',
    },
  },
  'credit.other-company': {
    fr: 'Cette facture est celle d’une autre entreprise : choisissez-en une de la même.',
    en: 'This invoice is another company’s: choose one of the same company.',
  },
  'invoice.unknown': {
    fr: 'Aucune facture ne porte ce numéro : vérifiez-le.',
    en: 'No invoice has this number: please check it.',
  },
  'payment.future': {
    fr: 'Ce jour est dans l’avenir : indiquez le jour où la somme est arrivée.',
    en: 'This day is in the future: give the day the money came.',
  },
  'reversal.no-payment': {
    fr: 'Aucun paiement de ce montant n’a réglé ces factures : choisissez-en d’autres, ou écartez la ligne.',
    en: 'No payment of this amount paid these invoices: choose others, or set the line aside.',
  },
  'reference.format': {
    fr: 'Une référence de paiement commence par RF et deux chiffres, comme RF02 2026 0000 42.',
    en: 'A payment reference starts with RF and two digits, like RF02 2026 0000 42.',
  },
  'reference.checksum': {
    fr: 'Cette référence n’existe pas : sa clé de contrôle est fausse. Comparez-la avec la facture.',
    en: 'There is no such reference: its check digits are wrong. Compare it with the invoice.',
  },
  'file.too-large': {
    fr: {
      with: 'Ce fichier dépasse {max} Mo : exportez une période plus courte, ou envoyez-le compressé (gzip).',
      without: 'Ce fichier est trop volumineux : exportez une période plus courte.',
    },
    en: {
      with: 'This file exceeds {max} MB: export a shorter period, or send it compressed (gzip).',
      without: 'This file is too large: please export a shorter period.',
    },
  },
  'file.too-long': {
    fr: {
      with: 'Ce relevé dépasse {max} Mo une fois décompressé : exportez une période plus courte.',
      without: 'Ce relevé est trop long : exportez une période plus courte.',
    },
    en: {
      with: 'This statement exceeds {max} MB once decompressed: please export a shorter period.',
      without: 'This statement is too long: please export a shorter period.',
    },
  },
  'file.broken': {
    fr: 'Ce fichier compressé est abîmé ou incomplet : envoyez-le de nouveau.',
    en: 'This compressed file is damaged or incomplete: please send it again.',
  },
  'file.encoding': {
    fr: 'Le fichier n’est pas écrit dans le codage de caractères qu’il annonce : exportez-le de nouveau.',
    en: 'The file is not written in the character encoding it announces: please export it again.',
  },
  'xml.syntax': {
    fr: {
      with: 'Le fichier cesse d’être du XML valable à la ligne {line} : exportez-le de nouveau.',
      without: 'Le fichier n’est pas du XML valable : exportez-le de nouveau.',
    },
    en: {
      with: 'The file stops being valid XML in line {line}: please export it again.',
      without: 'The file is not valid XML: please export it again.',
    },
  },
  'xml.doctype': {
    fr: 'Le fichier déclare un type de document (DOCTYPE), ce qu’aucun relevé ne fait : il n’est pas lu.',
    en: 'The file declares a document type (DOCTYPE), as no statement does: it is not read.',
  },
  'period.reversed': {
    fr: 'La période finit avant de commencer : échangez les deux dates.',
    en: 'The period ends before it begins: swap the two dates.',
  },
} as const satisfies Record<string, Record<Language, Message>>;

/** A code that a field can be refused with. */
export type FieldCode = keyof typeof FIELD_MESSAGES;
