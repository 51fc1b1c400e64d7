/** What becomes of an invented company; days are counted back from the end of the demonstration. */
export type Story =
  /** Applied, and has not opened its mail yet. */
  | { kind: 'unconfirmed'; applied: number }
  /** Confirmed; its commune lies between two antennas, and nobody has chosen. */
  | { kind: 'contested'; applied: number }
  /** Confirmed and placed; its antenna has not answered. After 15 days the head office is asked too. */
  | { kind: 'in-review'; applied: number }
  | { kind: 'changes-requested'; applied: number; answered: number; comment: string }
  /** Changes were asked for, and made: it is looked at again. */
  | { kind: 'corrected'; applied: number; answered: number; comment: string; corrected: number }
  | { kind: 'refused'; applied: number; answered: number; comment: string }
  | { kind: 'withdrawn'; applied: number; withdrew: number }
  /** Approved, and has not paid: reminded as its invoice grows old. */
  | { kind: 'awaiting-payment'; applied: number; answered: number }
  /** Approved, and paid a week later. */
  | { kind: 'member'; applied: number; answered: number };

/** What becomes of a member's candidacy for the growth programme; days are counted back as in a story. */
export type Candidacy =
  /** Asked for in its form; the jury admitted it, and it took its first milestone. */
  | { kind: 'enrolled'; voted: number; milestone: number }
  /** Asked for through its link; the jury declined it, and it may still appeal. */
  | { kind: 'declined'; asked: number; voted: number }
  /** Asked for through its link; two jurors have voted. */
  | { kind: 'voting'; asked: number; voted: number };

/** An invented company. Any likeness to a real one is chance. */
export interface DemoCompany {
  readonly name: string;
  readonly category: 'company' | 'startup' | 'education-research' | 'institution' | 'freelancer';
  readonly foundedOn: string;
  readonly activity: string;
  readonly street: string;
  readonly postcode: string;
  readonly communeCode: string;
  /** Antenna it ends up in, which reviews it. */
  readonly antenna: string;
  readonly contact: {
    readonly firstName: string;
    readonly lastName: string;
    readonly role: string;
    readonly language: 'fr' | 'en';
  };
  /** Headcount and turnover (whole euros) of the last years, the oldest first. */
  readonly figures: readonly (readonly [employees: number, turnover: number])[];
  readonly growth: boolean;
  /** What the register says: the same, something else, or nothing. */
  readonly register: 'same' | 'other-name' | 'ceased' | 'absent';
  readonly story: Story;
  readonly candidacy?: Candidacy;
}

const person = (firstName: string, lastName: string, role: string, language: 'fr' | 'en' = 'fr') => ({
  firstName,
  lastName,
  role,
  language,
});

type Place = Pick<DemoCompany, 'street' | 'postcode' | 'communeCode' | 'antenna'>;
const place = (street: string, postcode: string, communeCode: string, antenna: string): Place => ({
  street,
  postcode,
  communeCode,
  antenna,
});

type Business = Pick<DemoCompany, 'category' | 'foundedOn' | 'activity' | 'figures' | 'growth' | 'register'>;
const business = (
  category: DemoCompany['category'],
  foundedOn: string,
  activity: string,
  figures: DemoCompany['figures'],
  more: Partial<Pick<Business, 'growth' | 'register'>> = {},
): Business => ({ category, foundedOn, activity, figures, growth: false, register: 'same', ...more });

const company = (
  name: string,
  where: Place,
  what: Business,
  contact: DemoCompany['contact'],
  story: Story,
  candidacy?: Candidacy,
): DemoCompany => ({ name, ...where, ...what, contact, story, ...(candidacy === undefined ? {} : { candidacy }) });

/** Companies at every stage and in every antenna. */
export const DEMO_COMPANIES: readonly DemoCompany[] = [
  company(
    'Gratte-Ciel Logiciels',
    place('12 avenue Henri-Barbusse', '69100', '69266', 'LYO'),
    business(
      'company',
      '2009-04-14',
      '58.29C',
      [
        [19, 2_050_000],
        [26, 2_900_000],
        [34, 3_900_000],
        [41, 4_700_000],
      ],
      { growth: true },
    ),
    person('Nathalie', 'Berthet', 'Directrice générale'),
    { kind: 'member', applied: 58, answered: 54 },
    { kind: 'enrolled', voted: 43, milestone: 9 },
  ),
  company(
    'Canut Données',
    place('5 montée de la Grande-Côte', '69001', '69381', 'LYO'),
    business('startup', '2023-09-01', '62.01Z', [[6, 310_000]]),
    person('Yanis', 'Colin', 'Cofondateur'),
    { kind: 'member', applied: 49, answered: 47 },
  ),
  company(
    'Passementerie Numérique',
    place('31 rue de la Mulatière', '42100', '42218', 'STE'),
    business(
      'company',
      '1998-02-20',
      '62.02A',
      [
        [17, 1_580_000],
        [18, 1_610_000],
        [18, 1_650_000],
        [19, 1_720_000],
      ],
      { growth: true },
    ),
    person('Hélène', 'Fayolle', 'Gérante'),
    { kind: 'member', applied: 56, answered: 50 },
  ),
  company(
    'Côte Roannaise Systèmes',
    place('8 rue Jean-Jaurès', '42300', '42187', 'STE'),
    business('company', '2012-06-11', '62.03Z', [[9, 820_000]], { register: 'other-name' }),
    person('Marc', 'Dupuy', 'Président'),
    { kind: 'member', applied: 40, answered: 33 },
  ),
  company(
    'Chartreuse Capteurs',
    place('3 parvis Louis-Néel', '38000', '38185', 'GRE'),
    business('startup', '2021-01-18', '62.01Z', [
      [10, 520_000],
      [11, 700_000],
      [14, 980_000],
      [17, 1_300_000],
    ]),
    person('Aïcha', 'Morel', 'Présidente'),
    { kind: 'member', applied: 52, answered: 45 },
    { kind: 'voting', asked: 5, voted: 2 },
  ),
  company(
    'Puy Calcul',
    place('20 boulevard Desaix', '63000', '63113', 'CLE'),
    business('company', '2005-10-03', '62.02A', [[27, 2_450_000]]),
    person('Olivier', 'Tardif', 'Directeur technique'),
    { kind: 'member', applied: 51, answered: 44 },
  ),
  company(
    'Bourbonnais Hébergement',
    place('14 rue Paul-Constans', '03100', '03185', 'CLE'),
    business('company', '2016-03-09', '63.11Z', [[5, 480_000]], { register: 'absent' }),
    person('Sylvie', 'Aubert', 'Gérante'),
    { kind: 'member', applied: 37, answered: 30 },
  ),
  company(
    'Rovaltain Logistique Numérique',
    place('1 avenue de la Gare', '26300', '26004', 'VAL'),
    business('company', '2010-09-27', '62.01Z', [
      [11, 640_000],
      [11, 820_000],
      [13, 1_010_000],
      [14, 1_180_000],
    ]),
    person('Bruno', 'Chastel', 'Directeur'),
    { kind: 'member', applied: 46, answered: 41 },
    { kind: 'declined', asked: 26, voted: 20 },
  ),
  company(
    'Lac et Code',
    place('7 rue Vaugelas', '74000', '74010', 'ANN'),
    business('freelancer', '2019-05-02', '62.01Z', [[1, 92_000]]),
    person('Camille', 'Ducret', 'Indépendante'),
    { kind: 'member', applied: 35, answered: 28 },
  ),
  company(
    'Laboratoire Belledonne Réseaux',
    place('4 avenue du Granier', '38240', '38229', 'GRE'),
    business('education-research', '2003-09-01', '72.19Z', [[62, 0]], { register: 'absent' }),
    person('Pascal', 'Imbert', 'Directeur adjoint'),
    { kind: 'in-review', applied: 4 },
  ),
  company(
    'Confluence Paiements',
    place('16 cours Charlemagne', '69002', '69382', 'LYO'),
    business('startup', '2024-02-12', '62.01Z', [[8, 540_000]], { growth: true }),
    person('Emma', 'Whitfield', 'Chief executive', 'en'),
    { kind: 'in-review', applied: 3 },
  ),
  company(
    'Forez Automatismes',
    place('22 rue de la République', '42600', '42147', 'STE'),
    business('company', '1991-11-25', '62.09Z', [[31, 3_300_000]]),
    person('Gérard', 'Thomas', 'Président'),
    { kind: 'in-review', applied: 20 },
  ),
  company(
    'Savoie Cartographie',
    place('9 quai Nezin', '73000', '73065', 'ANN'),
    business('company', '2014-04-30', '62.01Z', [[7, 610_000]], { register: 'ceased' }),
    person('Louise', 'Revel', 'Gérante'),
    { kind: 'in-review', applied: 24 },
  ),
  company(
    'Vivarais Edition',
    place('11 rue Sadi-Carnot', '07100', '07010', 'STE'),
    business('company', '2011-01-10', '58.29A', [[12, 990_000]]),
    person('Thierry', 'Monteil', 'Directeur'),
    { kind: 'contested', applied: 6 },
  ),
  company(
    'Viennoise de Numérisation',
    place('2 place de Miremont', '38200', '38544', 'LYO'),
    business('company', '2007-07-16', '63.11Z', [[21, 1_540_000]]),
    person('Karim', 'Saïdi', 'Gérant'),
    { kind: 'contested', applied: 2 },
  ),
  company(
    'Gessienne Sécurité',
    place('33 rue de Genève', '01170', '01173', 'ANN'),
    business('startup', '2022-10-05', '62.02A', [[4, 260_000]]),
    person('Nora', 'Keller', 'Founder', 'en'),
    { kind: 'contested', applied: 8 },
  ),
  company(
    'Cantal Télémesure',
    place('6 rue des Carmes', '15000', '15014', 'CLE'),
    business('company', '2018-12-03', '61.90Z', [[3, 210_000]]),
    person('Fabien', 'Vidal', 'Gérant'),
    {
      kind: 'changes-requested',
      applied: 12,
      answered: 8,
      comment: 'Merci de préciser l’effectif : la fiche du registre indique davantage de salariés.',
    },
  ),
  company(
    'Drôme Apprentissage',
    place('40 avenue Victor-Hugo', '26000', '26362', 'VAL'),
    business('education-research', '2001-09-03', '85.59A', [[45, 0]], { register: 'absent' }),
    person('Agnès', 'Rolland', 'Responsable des partenariats'),
    {
      kind: 'corrected',
      applied: 16,
      answered: 12,
      comment: 'Le code d’activité ne correspond pas à une activité du numérique : est-ce le bon ?',
      corrected: 9,
    },
  ),
  company(
    'Les Voyages Arvernes',
    place('18 rue Blatin', '63000', '63113', 'CLE'),
    business('company', '1987-05-19', '79.11Z', [[13, 4_100_000]]),
    person('Michel', 'Lacombe', 'Directeur'),
    {
      kind: 'refused',
      applied: 30,
      answered: 26,
      comment: 'L’activité de l’entreprise (agence de voyages) ne relève pas de l’objet du cluster.',
    },
  ),
  company(
    'Atelier Pixel Stéphanois',
    place('27 cours Fauriel', '42100', '42218', 'STE'),
    business('freelancer', '2020-02-03', '62.01Z', [[1, 48_000]]),
    person('Jules', 'Garnier', 'Indépendant'),
    { kind: 'withdrawn', applied: 15, withdrew: 11 },
  ),
  company(
    'Bugey Micrologiciels',
    place('10 rue Charles-Robin', '01000', '01053', 'LYO'),
    business('company', '2013-03-21', '62.01Z', [[10, 760_000]]),
    person('Denis', 'Perret', 'Gérant'),
    { kind: 'unconfirmed', applied: 1 },
  ),
  company(
    'Bresse Réalité Mixte',
    place('3 rue Alphonse-Mas', '01000', '01053', 'LYO'),
    business('startup', '2025-01-13', '58.29C', [[2, 30_000]]),
    person('Zoé', 'Lambert', 'Présidente'),
    { kind: 'unconfirmed', applied: 25 },
  ),
  company(
    'Forez Données',
    place('9 rue du Palais', '42600', '42147', 'STE'),
    business('company', '2014-11-06', '63.11Z', [[23, 2_900_000]]),
    person('Claire', 'Meunier', 'Directrice générale'),
    { kind: 'awaiting-payment', applied: 9, answered: 2 },
  ),
  company(
    'Grésivaudan Optique',
    place('22 avenue de la Gare', '38920', '38140', 'GRE'),
    business('company', '2011-04-28', '62.01Z', [[12, 1_260_000]]),
    person('Thomas', 'Blanc', 'Gérant', 'en'),
    { kind: 'awaiting-payment', applied: 33, answered: 26 },
  ),
  company(
    'Ardèche Interactive',
    place('5 cours du Palais', '07000', '07186', 'VAL'),
    business('freelancer', '2018-09-12', '62.01Z', [[2, 110_000]]),
    person('Nadia', 'Roche', 'Indépendante'),
    { kind: 'awaiting-payment', applied: 55, answered: 49 },
  ),
];
