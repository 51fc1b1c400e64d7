// What companies are called and where they are. Any likeness to a real one is chance.

type Words = readonly [string, ...string[]];

export const TRADES: Words = [
  'Logiciels',
  'Données',
  'Systèmes',
  'Réseaux',
  'Capteurs',
  'Studio',
  'Conseil numérique',
  'Hébergement',
  'Robotique',
  'Cartographie',
  'Apprentissage',
  'Sécurité',
];
export const PLACES: Words = [
  'de la Saône',
  'des Pentes',
  'du Forez',
  'du Pilat',
  'des Gorges',
  'de la Chartreuse',
  'du Vercors',
  'des Puys',
  'de la Limagne',
  'du Livradois',
  'du Vivarais',
  'de la Drôme',
  'des Aravis',
  'du Semnoz',
  'de la Dombes',
  'des Monts d’Or',
];
export const FIRST_NAMES: Words = [
  'Aïcha',
  'Bruno',
  'Claire',
  'Driss',
  'Élise',
  'Farid',
  'Gaëlle',
  'Hugo',
  'Inès',
  'Jean',
  'Léa',
  'Marc',
];
export const LAST_NAMES: Words = [
  'Berthet',
  'Colin',
  'Dupuy',
  'Fayolle',
  'Garnier',
  'Lacroix',
  'Morel',
  'Perrin',
  'Roche',
  'Vidal',
];
export const STREETS: Words = [
  'rue de la République',
  'avenue Jean-Jaurès',
  'place du Marché',
  'rue des Tisseurs',
  'quai Victor-Hugo',
];

/** A commune companies settle in. */
export type Place = { communeCode: string; postcode: string };
const place = (communeCode: string, postcode: string): Place => ({ communeCode, postcode });

/** Towns around each antenna, and how many companies there are beside the others': Lyon has most. */
export const TOWNS: readonly { weight: number; places: readonly [Place, ...Place[]] }[] = [
  {
    weight: 38,
    places: [place('69383', '69003'), place('69266', '69100'), place('69387', '69007'), place('01053', '01000')],
  },
  { weight: 18, places: [place('42218', '42000'), place('42187', '42300'), place('43157', '43000')] },
  { weight: 17, places: [place('38185', '38000'), place('38229', '38240'), place('38563', '38500')] },
  { weight: 11, places: [place('63113', '63000'), place('03310', '03200'), place('15014', '15000')] },
  { weight: 7, places: [place('26362', '26000'), place('26281', '26100'), place('07324', '07300')] },
  { weight: 9, places: [place('74010', '74000'), place('73065', '73000'), place('74012', '74100')] },
];

/** Communes that two antennas claim: staff decide between them. */
export const CONTESTED: readonly [Place, ...Place[]] = [
  place('38544', '38200'),
  place('38053', '38300'),
  place('07010', '07100'),
  place('01173', '01170'),
];
