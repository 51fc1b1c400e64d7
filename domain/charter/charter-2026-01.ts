import type { CharterVersion } from './text.ts';

/**
 * The charter of members (charte d'adhésion), as published on 1 January 2026. A published version is evidence of what
 * people accepted: it is never edited, a change makes a new version.
 */
export const CHARTER_2026_01: CharterVersion = {
  version: '2026-01',
  publishedOn: '2026-01-01',
  sha256: {
    fr: '4c6209c19935014066a6ac96393a09a9d8d3eac2419dacce20c0d745f94935b8',
    en: 'da0f8ba277a1ce3068e7831ceb4ba1d7b4491b941c6f7aa8d84d6499d7e4a2d9',
  },
  texts: {
    fr: {
      title: 'Charte des membres du cluster',
      preamble:
        'Le cluster réunit les entreprises, les établissements d’enseignement et de recherche et les institutions du numérique d’Auvergne-Rhône-Alpes. Il est fédéral : six antennes locales le composent et le gouvernent ensemble. En y adhérant, chaque membre accepte ce qui suit.',
      sections: [
        {
          title: '1. Objet du cluster',
          paragraphs: [
            'Le cluster aide ses membres à se développer, à se connaître et à travailler ensemble, où qu’ils soient dans la région et quelle que soit leur taille. Il porte une attention particulière aux entreprises à fort potentiel de croissance.',
            'Il est une association à but non lucratif. Il ne se substitue pas à ses membres et ne leur fait pas concurrence.',
          ],
        },
        {
          title: '2. Adhésion et antenne',
          paragraphs: [
            'L’adhésion est celle de la structure, désignée par son numéro SIREN ; une structure n’a qu’une adhésion. La demande est examinée par l’antenne dont relève son établissement, qui l’accepte, la refuse en donnant sa raison, ou demande des modifications.',
            'Chaque membre est rattaché à une antenne selon une règle publiée. Lorsque plusieurs antennes peuvent l’accueillir, leurs équipes en décident et la raison lui est communiquée.',
          ],
        },
        {
          title: '3. Engagements du membre',
          paragraphs: [
            'Le membre donne des renseignements exacts et les tient à jour, notamment ses effectifs et son chiffre d’affaires, dont dépend sa cotisation.',
            'Il règle sa cotisation aux échéances convenues. Aucun paiement n’est demandé avant l’acceptation de la demande.',
            'Il prend part, selon ses moyens, à la vie de son antenne, et traite les autres membres avec loyauté et respect, sans discrimination.',
            'Il garde confidentielles les informations qui lui sont confiées comme telles par d’autres membres ou par le cluster.',
          ],
        },
        {
          title: '4. Engagements du cluster',
          paragraphs: [
            'Le cluster traite tous ses membres selon les mêmes règles. Toute décision qui concerne un membre lui est expliquée, avec la version de la règle appliquée et les éléments retenus.',
            'Il veille à ce qu’aucune antenne ni aucun membre ne domine les autres dans ses instances.',
            'Il rend compte chaque année de son activité et de l’emploi de ses ressources.',
          ],
        },
        {
          title: '5. Concurrence',
          paragraphs: [
            'Les échanges entre membres respectent le droit de la concurrence. Les prix, les marges, les clients et les intentions commerciales d’un membre ne sont pas discutés au sein du cluster.',
          ],
        },
        {
          title: '6. Données personnelles',
          paragraphs: [
            'Le cluster traite les coordonnées du contact pour instruire la demande, gérer l’adhésion et informer le membre, sur le fondement de l’exécution du contrat d’adhésion (RGPD, article 6, paragraphe 1, b). Elles sont accessibles à l’équipe de l’antenne et du siège, et à personne d’autre.',
            'Les données d’un candidat sont conservées au plus trois ans après le dernier contact ; celles d’un membre, pendant l’adhésion puis trois ans ; les pièces comptables, dix ans. La preuve de l’acceptation de la présente charte est conservée séparément, le temps de la prescription.',
            'Chacun peut accéder à ses données, les faire rectifier ou effacer, en limiter le traitement ou s’y opposer, en écrivant au cluster, et saisir la CNIL.',
          ],
        },
        {
          title: '7. Fin de l’adhésion',
          paragraphs: [
            'Le membre peut démissionner par écrit à tout moment ; la cotisation de la période en cours reste acquise au cluster.',
            'L’adhésion prend fin si la cotisation reste impayée après relances, ou si le membre manque gravement à la présente charte, après qu’il a pu présenter ses observations.',
          ],
        },
        {
          title: '8. Acceptation',
          paragraphs: [
            'La personne qui accepte la charte déclare avoir qualité pour engager la structure. L’acceptation est donnée en ligne et confirmée par un lien à usage personnel envoyé à son adresse e-mail ; elle vaut signature (code civil, articles 1366 et 1367). La version et l’empreinte de ce texte, le nom, la fonction et l’adresse e-mail du signataire, la date, l’heure et l’adresse IP en sont conservées comme preuve.',
          ],
        },
      ],
    },
    en: {
      title: 'Charter of the members of the cluster',
      preamble:
        'The cluster brings together the companies, the schools and laboratories and the public bodies of the digital sector of Auvergne-Rhône-Alpes. It is federal: six local antennas make it up and govern it together. On joining it, each member accepts what follows.',
      sections: [
        {
          title: '1. Purpose of the cluster',
          paragraphs: [
            'The cluster helps its members to grow, to know one another and to work together, wherever they are in the region and whatever their size. It pays particular attention to companies with high growth potential.',
            'It is a non-profit association. It neither takes the place of its members nor competes with them.',
          ],
        },
        {
          title: '2. Membership and antenna',
          paragraphs: [
            'Membership is that of the organisation, identified by its SIREN number; an organisation has one membership only. The application is reviewed by the antenna its establishment belongs to, which accepts it, refuses it and says why, or asks for changes.',
            'Each member belongs to an antenna by a published rule. Where several antennas may take it in, their teams decide and the reason is given to the member.',
          ],
        },
        {
          title: '3. What the member undertakes',
          paragraphs: [
            'The member gives accurate information and keeps it up to date, its headcount and turnover above all, on which its dues depend.',
            'It pays its dues when they fall due. No payment is asked for before the application is accepted.',
            'It takes part, as far as it can, in the life of its antenna, and treats the other members fairly and with respect, without discrimination.',
            'It keeps confidential what other members or the cluster entrust to it as such.',
          ],
        },
        {
          title: '4. What the cluster undertakes',
          paragraphs: [
            'The cluster treats all its members by the same rules. Every decision that concerns a member is explained to it, with the version of the rule applied and what was taken into account.',
            'It sees to it that no antenna and no member dominates the others in its bodies.',
            'It reports each year on what it did and how it used its means.',
          ],
        },
        {
          title: '5. Competition',
          paragraphs: [
            'Exchanges between members respect competition law. A member’s prices, margins, customers and commercial intentions are not discussed within the cluster.',
          ],
        },
        {
          title: '6. Personal data',
          paragraphs: [
            'The cluster processes the contact’s details to handle the application, to manage the membership and to inform the member, on the basis of the performance of the membership contract (GDPR, article 6(1)(b)). They are open to the staff of the antenna and of the head office, and to nobody else.',
            'An applicant’s data are kept for three years at most after the last contact; a member’s, during the membership and three years after; accounting records, ten years. The evidence that this charter was accepted is kept apart, for as long as the limitation period runs.',
            'Everyone may see their data, have them corrected or erased, restrict their processing or object to it, by writing to the cluster, and may complain to the CNIL, the French data protection authority.',
          ],
        },
        {
          title: '7. End of the membership',
          paragraphs: [
            'The member may resign in writing at any time; the dues of the current period remain with the cluster.',
            'Membership ends if dues stay unpaid after reminders, or if the member seriously breaks this charter, once it has been able to put its case.',
          ],
        },
        {
          title: '8. Acceptance',
          paragraphs: [
            'The person who accepts the charter declares that they may bind the organisation. Acceptance is given online and confirmed through a personal link sent to their e-mail address; it counts as a signature (French civil code, articles 1366 and 1367). The version and the hash of this text, the name, role and e-mail address of the signer, the date, the time and the IP address are kept as evidence of it. The French text prevails.',
          ],
        },
      ],
    },
  },
};
