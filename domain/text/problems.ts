import type { Language } from '../application/form.ts';
import type { ProblemType } from '../errors.ts';

/** What people read of a refusal: what it is, and what they can do about it. */
export type ProblemText = { title: string; detail: string };

/** Title and detail of every refusal the API gives, in both languages. */
export const PROBLEM_TEXTS: Record<ProblemType, Record<Language, ProblemText>> = {
  'invalid-body': {
    fr: {
      title: 'Contenu illisible',
      detail: 'Le contenu envoyé n’est pas du JSON valide : corrigez-le et renvoyez-le.',
    },
    en: {
      title: 'Unreadable content',
      detail: 'The content sent is not valid JSON: please correct it and send it again.',
    },
  },
  'invalid-query': {
    fr: {
      title: 'Recherche incomplète',
      detail: 'Un critère de la recherche manque ou n’est pas valable : vérifiez l’adresse.',
    },
    en: { title: 'Incomplete search', detail: 'A search criterion is missing or invalid: please check the address.' },
  },
  unauthorized: {
    fr: { title: 'Connexion nécessaire', detail: 'Votre session manque ou a expiré : connectez-vous de nouveau.' },
    en: { title: 'Sign-in needed', detail: 'Your session is missing or has expired: please sign in again.' },
  },
  'invalid-link': {
    fr: {
      title: 'Lien inconnu',
      detail: 'Ce lien n’ouvre aucun dossier : reprenez-le en entier dans l’e-mail, ou demandez-en un nouveau.',
    },
    en: {
      title: 'Unknown link',
      detail: 'This link opens no file: copy it whole from the e-mail, or ask for a new one.',
    },
  },
  forbidden: {
    fr: { title: 'Accès refusé', detail: 'Votre compte n’a pas ce droit : adressez-vous au siège du cluster.' },
    en: {
      title: 'Access refused',
      detail: 'Your account does not have this right: please ask the head office of the cluster.',
    },
  },
  'wrong-antenna': {
    fr: {
      title: 'Autre antenne',
      detail: 'Ce dossier relève d’une autre antenne que la vôtre : adressez-vous à elle ou au siège.',
    },
    en: {
      title: 'Another antenna',
      detail: 'This file belongs to another antenna than yours: please ask it, or the head office.',
    },
  },
  'mailed-link-required': {
    fr: {
      title: 'Lien reçu par e-mail nécessaire',
      detail: 'L’adresse se confirme avec le lien que nous y avons envoyé : ouvrez l’e-mail et suivez son lien.',
    },
    en: {
      title: 'Link from the e-mail needed',
      detail: 'The address is confirmed with the link we sent to it: open the e-mail and follow its link.',
    },
  },
  'not-found': {
    fr: { title: 'Introuvable', detail: 'Il n’y a rien à cette adresse : vérifiez-la, ou revenez à la liste.' },
    en: { title: 'Not found', detail: 'There is nothing at this address: please check it, or go back to the list.' },
  },
  'duplicate-company': {
    fr: {
      title: 'Entreprise déjà connue',
      detail:
        'Une demande est en cours pour ce SIREN, ou l’entreprise est déjà adhérente. Si la demande est la vôtre, demandez un nouveau lien pour la suivre.',
    },
    en: {
      title: 'Company already known',
      detail:
        'An application is under way for this SIREN, or the company is a member already. If the application is yours, ask for a new link to follow it.',
    },
  },
  'task-already-answered': {
    fr: {
      title: 'Réponse déjà donnée',
      detail: 'Quelqu’un a déjà répondu à cette question : rechargez la page pour voir la réponse.',
    },
    en: {
      title: 'Already answered',
      detail: 'Somebody has answered this question already: reload the page to see the answer.',
    },
  },
  'task-closed': {
    fr: {
      title: 'Question close',
      detail: 'Cette question ne se pose plus : le délai est passé ou la demande est close. Rechargez la page.',
    },
    en: {
      title: 'Question closed',
      detail: 'This question is no longer asked: its time is over or the application is closed. Reload the page.',
    },
  },
  'application-closed': {
    fr: {
      title: 'Demande close',
      detail: 'Cette demande est terminée et ne peut plus changer : rechargez la page pour voir son issue.',
    },
    en: {
      title: 'Application closed',
      detail: 'This application has ended and can no longer change: reload the page to see how.',
    },
  },
  'version-conflict': {
    fr: {
      title: 'Modifié entre-temps',
      detail: 'Quelqu’un d’autre vient de modifier ce dossier : rechargez-le, puis recommencez.',
    },
    en: { title: 'Changed meanwhile', detail: 'Somebody else has just changed this file: reload it, then try again.' },
  },
  'not-restartable': {
    fr: {
      title: 'Reprise impossible',
      detail: 'Cette demande n’est pas en échec : il n’y a rien à reprendre. Rechargez la page.',
    },
    en: {
      title: 'Cannot be restarted',
      detail: 'This application has not failed: there is nothing to restart. Reload the page.',
    },
  },
  'not-redrivable': {
    fr: {
      title: 'Reprise impossible',
      detail:
        'Ce traitement ne se reprend pas lui-même : reprenez le dernier traitement de la demande, qui reprend les autres.',
    },
    en: {
      title: 'Cannot be redriven',
      detail: 'This execution is not redriven itself: redrive the application’s latest one, which redrives the others.',
    },
  },
  'not-running': {
    fr: {
      title: 'Traitement déjà terminé',
      detail: 'Ce traitement n’est plus en cours : il n’y a rien à arrêter. Rechargez la page.',
    },
    en: {
      title: 'Already ended',
      detail: 'This execution is no longer running: there is nothing to stop. Reload the page.',
    },
  },
  'not-sitting': {
    fr: {
      title: 'Vous ne siégez pas',
      detail:
        'Vous ne siégez pas au jury de ce dossier : votre voix n’y compte pas. Revenez à la liste de vos dossiers.',
    },
    en: {
      title: 'You do not sit',
      detail: 'You do not sit on the jury of this case, so you have no vote in it. Go back to the list of your cases.',
    },
  },
  'not-a-member': {
    fr: {
      title: 'Entreprise non adhérente',
      detail: 'Seule une entreprise adhérente peut être candidate au programme : terminez d’abord l’adhésion.',
    },
    en: {
      title: 'Not a member',
      detail: 'Only a member company can be screened for the programme: complete the membership first.',
    },
  },
  'case-open': {
    fr: {
      title: 'Candidature déjà en cours',
      detail: 'Une candidature est déjà examinée pour cette entreprise : attendez sa fin, ou retirez-la.',
    },
    en: {
      title: 'Already under way',
      detail: 'This company is being screened already: wait for the outcome, or withdraw the candidacy.',
    },
  },
  'case-closed': {
    fr: {
      title: 'Candidature close',
      detail: 'Cette candidature est terminée et ne peut plus changer : rechargez la page pour voir son issue.',
    },
    en: {
      title: 'Case closed',
      detail: 'This screening has ended and can no longer change: reload the page to see how.',
    },
  },
  'in-programme': {
    fr: {
      title: 'Déjà dans le programme',
      detail: 'Cette entreprise est déjà dans le programme, ou en attente d’une place : il n’y a rien à demander.',
    },
    en: {
      title: 'Already in the programme',
      detail: 'This company is in the programme already, or waits for a place: there is nothing to ask for.',
    },
  },
  'declaration-required': {
    fr: {
      title: 'Déclaration nécessaire',
      detail: 'Dites d’abord si vous avez un lien d’intérêts avec cette entreprise : le dossier s’ouvre ensuite.',
    },
    en: {
      title: 'Declaration needed',
      detail: 'First say whether you have a conflict of interest with this company: the file opens after that.',
    },
  },
  'conflict-declared': {
    fr: {
      title: 'Conflit d’intérêts déclaré',
      detail:
        'Un lien d’intérêts entre vous et cette entreprise a été déclaré : vous ne pouvez plus voter sur son dossier.',
    },
    en: {
      title: 'Conflict declared',
      detail: 'A conflict of interest between you and this company was declared: you can no longer vote on its case.',
    },
  },
  'already-voted': {
    fr: { title: 'Vote déjà exprimé', detail: 'Vous avez déjà voté : un vote ne se change pas. Rechargez la page.' },
    en: { title: 'Already voted', detail: 'You have voted already, and a vote is not changed. Reload the page.' },
  },
  'vote-closed': {
    fr: { title: 'Vote clos', detail: 'Le vote est clos : votre voix n’a pas été comptée. Rechargez la page.' },
    en: { title: 'Vote closed', detail: 'The vote is closed: yours was not counted. Reload the page.' },
  },
  'seat-fixed': {
    fr: {
      title: 'Siège pourvu',
      detail:
        'Ce juré a déjà voté, ou le vote est clos : il ne peut plus être récusé. Lui seul retire son vote, en déclarant son lien d’intérêts. Rechargez la page.',
    },
    en: {
      title: 'Seat settled',
      detail:
        'This juror has voted, or the vote is closed: they can no longer be recused. Only the juror can withdraw the vote, by declaring the conflict of interest. Reload the page.',
    },
  },
  'expired-link': {
    fr: {
      title: 'Lien expiré',
      detail: 'Ce lien n’est plus valable : demandez-en un nouveau, il arrivera par e-mail.',
    },
    en: { title: 'Expired link', detail: 'This link is no longer valid: ask for a new one, it will come by e-mail.' },
  },
  'body-too-large': {
    fr: { title: 'Contenu trop volumineux', detail: 'Le contenu envoyé dépasse la taille permise : raccourcissez-le.' },
    en: { title: 'Content too large', detail: 'The content sent exceeds the size allowed: please shorten it.' },
  },
  'unsupported-media-type': {
    fr: {
      title: 'Type de contenu non pris en charge',
      detail: 'Envoyez du JSON (« Content-Type: application/json ») ou, pour un fichier, un des types qui y sont pris.',
    },
    en: {
      title: 'Unsupported type of content',
      detail: 'Send JSON (“Content-Type: application/json”) or, for a file, one of the types taken there.',
    },
  },
  'invalid-fields': {
    fr: {
      title: 'Champs à corriger',
      detail: 'Certains champs sont à corriger : chacun est indiqué avec ce qu’il faut faire.',
    },
    en: { title: 'Fields to correct', detail: 'Some fields need correcting: each is listed with what to do.' },
  },
  'idempotency-key-reused': {
    fr: {
      title: 'Clé d’idempotence déjà utilisée',
      detail: 'Cette clé a servi pour un autre contenu : prenez-en une nouvelle pour ce nouvel envoi.',
    },
    en: {
      title: 'Idempotency key already used',
      detail: 'This key was used with other content: take a new one for this new request.',
    },
  },
  'file-too-large': {
    fr: {
      title: 'Fichier trop grand',
      detail:
        'Ce fichier est trop grand pour être envoyé tel quel : demandez-le depuis un navigateur, ou en acceptant la compression gzip.',
    },
    en: {
      title: 'File too large',
      detail: 'This file is too large to be sent as it is: ask for it in a browser, or accept gzip compression.',
    },
  },
  'card-payment-off': {
    fr: {
      title: 'Paiement par carte indisponible',
      detail: 'Le paiement en ligne par carte n’est pas ouvert : payez par virement, avec la référence de la facture.',
    },
    en: {
      title: 'Card payment not available',
      detail: 'Cards are not taken online: please pay by transfer, quoting the reference of the invoice.',
    },
  },
  'invoice-settled': {
    fr: {
      title: 'Facture soldée',
      detail: 'Il ne reste rien à payer sur cette facture : rechargez la page pour voir où elle en est.',
    },
    en: {
      title: 'Invoice settled',
      detail: 'Nothing is left to pay of this invoice: reload the page to see where it stands.',
    },
  },
  'delay-already-asked': {
    fr: {
      title: 'Délai déjà demandé',
      detail: 'Un délai est déjà demandé pour cette facture : attendez la réponse du trésorier.',
    },
    en: {
      title: 'Delay already asked for',
      detail: 'A delay has been asked for already: please wait for the treasurer’s answer.',
    },
  },
  'no-delay-asked': {
    fr: {
      title: 'Aucun délai demandé',
      detail: 'L’entreprise n’a pas demandé de délai, ou il est déjà tranché : rechargez la page.',
    },
    en: {
      title: 'No delay asked for',
      detail: 'The company asked for no delay, or it is decided already: reload the page.',
    },
  },
  'line-closed': {
    fr: {
      title: 'Ligne déjà traitée',
      detail: 'Quelqu’un a déjà rapproché ou écarté cette ligne : rechargez la page.',
    },
    en: {
      title: 'Line already dealt with',
      detail: 'Somebody has matched or set aside this line already: reload the page.',
    },
  },
  'nothing-held': {
    fr: {
      title: 'Aucun avoir disponible',
      detail: 'Il ne reste rien à utiliser ou à rembourser sur ce paiement : rechargez la page.',
    },
    en: { title: 'Nothing held', detail: 'Nothing is left of this payment to use or refund: reload the page.' },
  },
  'invalid-signature': {
    fr: {
      title: 'Signature non valable',
      detail: 'La signature du message manque, est fausse ou trop ancienne : il n’est pas pris en compte.',
    },
    en: {
      title: 'Invalid signature',
      detail: 'The signature of the message is missing, wrong or too old: it is not taken.',
    },
  },
  'not-xml': {
    fr: {
      title: 'Fichier illisible',
      detail: 'Ce fichier n’est pas du XML valable : exportez de nouveau le relevé depuis le site de la banque.',
    },
    en: {
      title: 'Unreadable file',
      detail: 'This file is not valid XML: please export the statement from the bank’s site again.',
    },
  },
  'not-camt053': {
    fr: {
      title: 'Autre format de fichier',
      detail: 'Ce fichier n’est pas un relevé camt.053 : choisissez ce format à l’export.',
    },
    en: {
      title: 'Another kind of file',
      detail: 'This file is not a camt.053 statement: please choose that format when exporting.',
    },
  },
  'other-account': {
    fr: {
      title: 'Relevé d’un autre compte',
      detail: 'Ce relevé n’est pas celui du compte du cluster : vérifiez le fichier choisi.',
    },
    en: {
      title: 'Statement of another account',
      detail: 'This statement is not of the cluster’s account: please check which file you chose.',
    },
  },
  'too-many-requests': {
    fr: {
      title: 'Trop de demandes',
      detail: 'Vous avez envoyé trop de demandes en peu de temps : attendez une minute, puis recommencez.',
    },
    en: {
      title: 'Too many requests',
      detail: 'You have sent too many requests in a short time: wait a minute, then try again.',
    },
  },
  unavailable: {
    fr: {
      title: 'Service indisponible',
      detail: 'Le service ne répond pas pour le moment. Rien n’est perdu : recommencez dans quelques minutes.',
    },
    en: {
      title: 'Service unavailable',
      detail: 'The service is not answering right now. Nothing is lost: try again in a few minutes.',
    },
  },
  'member-left': {
    fr: {
      title: 'Adhésion terminée',
      detail: 'Cette entreprise n’est plus membre : pour changer son dossier, faites-la d’abord adhérer de nouveau.',
    },
    en: {
      title: 'Membership over',
      detail: 'This company is no longer a member: to change its file, have it join again first.',
    },
  },
  'no-recipient': {
    fr: {
      title: 'Aucun destinataire',
      detail: 'Ces filtres ne désignent aucun membre qui puisse recevoir le message : élargissez-les.',
    },
    en: {
      title: 'No recipient',
      detail: 'These filters mean no member that can receive the message: please widen them.',
    },
  },
  'still-member': {
    fr: {
      title: 'Toujours membre',
      detail: 'Cette entreprise est membre : elle n’a pas à adhérer de nouveau. Rechargez la page.',
    },
    en: {
      title: 'Still a member',
      detail: 'This company is a member: it need not join again. Reload the page.',
    },
  },
  'membership-runs': {
    fr: {
      title: 'Adhésion en cours',
      detail:
        'Cette entreprise est membre : son dossier est nécessaire à l’adhésion. Il pourra être effacé quand elle aura pris fin.',
    },
    en: {
      title: 'Membership under way',
      detail: 'This company is a member: the membership needs its file. It can be erased once the membership is over.',
    },
  },
  'application-runs': {
    fr: {
      title: 'Demande en cours',
      detail:
        'La demande d’adhésion est en cours : elle a besoin du dossier. Il pourra être effacé quand elle aura été retirée ou close.',
    },
    en: {
      title: 'Application under way',
      detail:
        'The application for membership is under way and needs its file. It can be erased once it is withdrawn or closed.',
    },
  },
  'claim-open': {
    fr: {
      title: 'Somme due',
      detail:
        'Cette entreprise doit encore une somme : le nom de son contact est gardé le temps de la réclamer, cinq ans au plus (code civil, article 2224).',
    },
    en: {
      title: 'Something is owed',
      detail:
        'This company still owes something: its contact is kept as long as it can be claimed, five years at most (French civil code, article 2224).',
    },
  },
  'not-in-good-standing': {
    fr: {
      title: 'Pas d’attestation pour le moment',
      detail:
        'Une attestation d’adhésion se délivre à un membre dont la période est en cours et la cotisation réglée. Réglez ce qui est dû, ou adressez-vous à votre antenne.',
    },
    en: {
      title: 'No certificate for now',
      detail:
        'A certificate of membership is for members whose period is running and whose dues are paid. Settle what is due, or write to your antenna.',
    },
  },
  'resignation-too-late': {
    fr: {
      title: 'Démission tardive',
      detail:
        'La démission est arrivée après le dernier jour du préavis : elle ne vaut pas pour cette période. Enregistrez-la comme tardive pour la fin de la période suivante, dont la cotisation reste due.',
    },
    en: {
      title: 'Resignation too late',
      detail:
        'The resignation came after the last day of notice: it does not count for this period. Record it as late for the end of the next period, whose dues remain owed.',
    },
  },
};

/** Title and detail of a refusal in a language. */
export const problemText = (type: ProblemType, language: Language): ProblemText => PROBLEM_TEXTS[type][language];
