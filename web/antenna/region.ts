/**
 * Outlines of the départements of Auvergne-Rhône-Alpes, as SVG paths in a box of 662 by 500.
 * From the map of France of @svg-maps by Victor Cazanave, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),
 * cut to the region, scaled and rounded; credited beside the drawing.
 */
export const REGION_BOX = { width: 662, height: 500 };
export const DEPARTEMENTS: readonly { code: string; name: string; outline: string }[] = [
  {
    code: '01',
    name: 'Ain',
    outline:
      'M351 125l20-61l1 3l4-3l9 6l10-4l4 0l0-2l5 2l3 9l10 2l1 3l-3 3l10 5l-2 2l5 6l0 5l3-7l1 6l5 0l-2 8l2 1l8 0l3-5l4 0l6-9l0 4l9 2l1 9l18-1l25-27l13 9l-9 15l3 6l-18 6l-2 4l4 2l-5 9l-8 3l-1 6l-8-4l-2 16l4 8l-1 6l-6 38l-4 3l-6-1l-1 13l-8 5l-3-8l-7-6l1-3l-16-18l1-5l-10-8l-6 6l-4 10l-6 4l-4-1l-5-6l-5 0l-1 2l0-3l-23 2l0-7l-5-10l-4-3l-5 3l0-4l-10-4l3-5l-1-21l7-11z',
  },
  {
    code: '03',
    name: 'Allier',
    outline:
      'M39 82l2-10l4 0l4-8l16-3l6 3l10-7l-1-7l-5-3l4-5l-4-4l5-2l3 2l-1-5l10-5l1-5l3-1l3 6l5-3l6 1l0-3l9-9l5-2l9 2l3 8l9 4l9 9l8-7l4 0l2 5l4 1l4-5l5-1l4 5l-1 5l5 2l4-6l6-1l-2-6l6-1l-1-2l1-5l4 3l1 8l8 8l3 6l-1 3l3 2l0 11l8 4l4-3l4 8l11-1l0 3l5 3l-2 11l1 13l2 0l-2 2l-5-1l0 4l-6 1l0 3l-3 0l-1 3l-8 1l0 3l-4 0l5 14l-3 1l1 8l3 4l-2 6l3 10l-5 5l-4-2l-2 3l-4-1l-2 7l-2-5l-5 0l-5-11l-16 2l-1-9l-3 0l-2-2l-11 5l-3-4l-22-1l-4-2l-1-6l-9 2l-6-3l-2-9l-5-1l0-7l4-4l-3-2l-11 1l-3 9l-9-5l-2 7l-6 2l-4 10l-9-5l-11-24l-6-3l-1 2l-4-9l-3 4l-8-6l4-4l-6-3z',
  },
  {
    code: '07',
    name: 'Ardèche',
    outline:
      'M348 269l1 8l4 5l1 22l3 2l-4 6l4 9l4 3l-3 8l6 13l-4 7l-1 9l-11 13l3 19l-5 13l-6 5l1 17l-5 6l-2 17l0 10l-11-5l-1-4l-5-1l-1-3l-6 1l-2 10l-5-1l-1-10l-8 1l-5 4l0 4l-3 5l-10-9l-5 1l-1-4l-10 3l-2-2l3-6l-2-5l3-2l-4-3l0-4l-5-3l-4-16l-8-7l-5-26l8-5l-2-1l5-9l5 3l-1-4l3 3l0-4l3 1l1-7l15 0l8-16l12-1l-3-4l0-4l11-4l-4-5l1-6l5-1l-3-6l6 1l2 5l0-3l2 1l-1-5l4-8l1-8l14-2l-1-4l4-3l-1-4z',
  },
  {
    code: '15',
    name: 'Cantal',
    outline:
      'M68 250l4 0l-1 3l4-1l3 3l3-4l1 5l8 1l-1 5l4 5l4-2l5 1l4-3l6 5l2-2l5 3l4 11l6 3l6-2l1-5l7-4l0 4l-3 1l3 2l-4 4l10-1l0 5l8-2l1 11l5 1l-2 5l0 1l4 10l9 3l-10 0l4 3l-2 9l2 3l3-2l-1 3l5 1l-3 3l2 3l-10 8l-2-3l-3 1l1 4l-3 1l1 4l-5 4l-6-7l-5 3l-1 9l-3-1l-3 7l-3 12l2 3l-3 0l-4 12l-6-6l0-11l-3-3l3-2l-2-4l-4 1l-4-15l-6 0l-4 3l0-10l-5-5l-16 17l-1 9l-6 7l1 6l-7 5l-2 7l-17 2l-3-5l-4 0l-10 3l1 5l-2 1l-4-4l-2-10l-4 0l6-16l-10-15l-1-5l2-3l-3-3l-2-7l4-1l3 0l3-3l-5-11l5-4l4 1l1-10l6-6l-4-2l0-7l5-5l4-7l2 0l4-6l5-2l-1-14l16 8l6-2l-1-4l-4-3z',
  },
  {
    code: '26',
    name: 'Drôme',
    outline:
      'M353 282l8-3l2 3l14-9l2 1l2 4l4 0l2 6l8-2l-2 8l5-1l5 7l-4 3l3 5l-1 9l-6 8l4 1l2-3l3 0l8 5l9-1l5 5l0-4l4 2l6-7l2 0l2 2l-3 1l-1 4l4 8l-4 30l2 1l-3 4l12 6l-1-5l10 7l3 5l7-1l6 6l6-2l3 3l-5 7l-5-2l-2 4l-11-2l1 7l-7 12l9 7l-5 0l-3 6l-18-6l1 9l4 3l-3 2l-4-2l-3 1l3 6l-1 4l4 0l3 5l4-2l3 4l10-1l-2 5l3 1l2 6l5 0l-2 13l-3 0l-1 4l5 1l0 3l-6-1l1-3l-4-4l-4 0l-2 3l2 4l-10 6l-6-1l-2-5l-6-1l0-8l-4-2l-2 2l-11-5l-2 3l-9-3l-1-8l2-7l-7 7l-4-1l-2-4l-18 8l-5 0l-7 6l-4-15l-17-3l2-17l4-6l-1-17l6-5l5-13l-3-19l11-13l1-9l4-7l-6-13l3-8l-4-3l-3-9l3-6l-3-2l-1-22zM369 437l-1 0l-1 2l-5 8l3 2l-1 6l12 2l5-12l6-2l0-1l-7-2l0-4l-2 1l-1-2l-2-1l-2 1l-2 1l-2 1z',
  },
  {
    code: '38',
    name: 'Isère',
    outline:
      'M391 190l0 3l1-2l5 0l5 6l4 1l6-4l4-10l6-6l10 8l-1 5l16 18l-1 3l7 6l3 8l6 12l0 2l5 5l3 11l6 0l13 9l2 0l2-4l-3 1l2-12l6-3l11 10l10 0l7 12l-2 2l3 1l-1 6l-7 6l1 4l-2 3l5 10l-3 6l5-2l5 4l4-2l1 5l-4 4l2 6l-3 1l-2 8l6 4l9-1l0 8l4 3l0 14l-4 1l-4-4l-6 4l-14-2l-9 8l-5-4l-9 6l4 4l-4 4l-8 2l-7-2l-4 9l-5 2l-6-6l-7 1l-3-5l-10-7l1 5l-12-6l3-4l-2-1l3-29l-3-9l1-4l3-1l-2-2l-2 0l-6 7l-4-2l0 4l-6-5l-9 1l-7-5l-3 0l-2 3l-4-1l6-8l1-9l-3-5l4-3l-5-7l-5 1l2-8l-8 2l-2-6l-4 0l-2-4l-2-1l-14 9l-2-3l-8 3l-4-5l-1-8l0-15l3 0l0-3l11-10l-12-11l10 2l1-3l5-2l12 0l-1-2l2-1l4 2l2-10l7-6l5 0l-2-5l-5-2l0-5l-4 0l0-4l3 1z',
  },
  {
    code: '42',
    name: 'Loire',
    outline:
      'M241 107l1 6l-2 5l10 3l3 5l3 0l10-5l4 4l6 1l3-4l3 3l3-2l0 5l3 1l6-5l6 0l-1-3l3-4l4 2l-3 4l5 5l-3 5l-4-3l-7 4l-3 10l-6 4l7 8l-1 3l-7-1l12 11l-2 5l2 5l7 3l-2 13l-4 3l2 3l5 1l-5 13l9 9l4 7l18 1l3 6l5-3l-3 5l0 8l5 2l4-3l4 7l0 15l-18 10l1 4l-4 3l1 4l-14 2l-6-6l-6 2l-1 0l-4-2l3-5l-5-3l4-3l-2-5l-5-2l-5 3l-4-6l-10 0l0 5l-9 1l-2 4l-3-4l-3 1l0 4l-5-8l-5 0l-4 7l-1-4l-1-8l9-6l3-11l-3-1l-4-13l-13-10l-6-10l0-6l-6-5l0-4l-5-3l4-4l-1-10l5-3l-8-8l2-7l4 1l2-3l4 2l5-5l-3-10l2-6l-3-4l-1-8l3-1l-5-14l4 0l0-3l8-1l1-3z',
  },
  {
    code: '43',
    name: 'Haute-Loire',
    outline:
      'M143 272l8 0l7-7l7-2l1-3l4 4l3-5l3 4l5 1l6-1l4-5l4 6l5-1l6 11l6-4l0-4l5 2l-1 3l10 2l3-8l4 1l0 3l8 2l1 4l4-7l5 0l5 8l0-4l3-1l3 4l2-4l9-1l0-5l10 0l4 6l5-3l5 2l2 5l-4 3l5 3l-3 5l4 2l1 0l6-2l6 6l-1 8l-4 8l1 5l-2-1l0 3l-2-5l-6-1l3 6l-5 1l-1 6l4 5l-11 4l0 4l3 4l-12 1l-8 16l-15 0l-1 7l-3-1l0 4l-3-3l1 4l-5-3l-5 9l2 1l-8 5l-3-1l1-4l-4 1l-6-6l-3-7l-9 2l1-5l-6-4l-4 1l-1 8l-2-1l-12 4l-7-15l-2-11l-1 2l-4-4l-2-3l3-3l-5-1l1-3l-3 2l-2-3l2-9l-4-3l10 0l-9-3l-4-10l0-1l2-5l-5-1l-1-11l-8 2l0-5l-10 1l4-4l-3-2l3-1z',
  },
  {
    code: '63',
    name: 'Puy-de-Dôme',
    outline:
      'M75 131l9 5l4-10l6-2l2-7l9 5l3-9l11-1l3 2l-4 4l0 7l5 1l2 9l6 3l9-2l1 6l4 2l22 1l3 4l11-5l2 2l3 0l1 9l16-2l5 11l5 0l2 5l8 8l-5 3l1 10l-4 4l5 3l0 4l6 5l0 6l6 10l13 10l4 13l3 1l-3 11l-9 6l1 8l-8-2l0-3l-4-1l-3 8l-10-2l1-3l-5-2l0 4l-6 4l-6-11l-5 1l-4-6l-4 5l-6 1l-5-1l-3-4l-3 5l-4-4l-1 3l-7 2l-7 7l-8 0l-7 4l-1 5l-6 2l-6-3l-4-11l-5-3l-2 2l-6-5l-4 3l-5-1l-4 2l-4-5l1-5l-8-1l-1-5l-3 4l-3-3l-4 1l1-3l-4 0l1-14l-4-1l-3-6l3-8l4 0l1-3l-2-2l2-8l-4-5l-6-3l-7-12l7-4l0-3l6 0l1-4l7-5l-2-3l3-4l5-2l-2-5l1-7l-3-3l-3-7z',
  },
  {
    code: '69',
    name: 'Rhône',
    outline:
      'M302 117l1-11l4-3l7 2l2 4l6-1l1-4l3 5l4 0l3-6l5-1l4 5l-4 3l7 5l-2 1l2 3l-1 6l7 0l2 5l-7 11l1 21l-3 5l10 4l0 4l5-3l4 3l5 10l0 7l23-2l-2 5l-3-1l0 4l4 0l0 5l5 2l2 5l-5 0l-7 6l-2 10l-4-2l-2 1l1 2l-12 0l-5 2l-1 3l-10-2l12 11l-11 10l0 3l-3 0l-4-7l-4 3l-5-2l0-8l3-5l-5 3l-3-6l-18-1l-4-7l-9-9l5-13l-5-1l-2-3l4-3l2-13l-7-3l-2-5l2-5l-12-11l7 1l1-3l-7-8l6-4l3-10l7-4l4 3l3-5l-5-5l3-4z',
  },
  {
    code: '73',
    name: 'Savoie',
    outline:
      'M481 168l5 2l1 16l4 2l1 4l6-2l4 12l6 1l1-2l6 3l0-5l3 2l5-1l4 5l-1 6l4-2l1 4l13-1l5-11l-1-3l7-6l4-11l7-8l8 5l-1 3l-4 1l3 7l5 5l8-1l4 5l-1 7l3 1l6-8l5-2l4 14l9 5l2 4l10 2l-3 9l3 3l0 12l7 2l-1 4l7 0l1 7l9 5l-3 8l-6 5l3 13l-7 7l-10-1l-7 9l-6 0l0 6l-6 2l-10-6l-3 4l-8-1l-6 6l-6-3l-5 4l-4-1l-4 3l1 6l-4 1l-11-3l0-6l-4-4l-5 3l-4-3l-1-5l-4 2l-5-4l-5 2l3-6l-5-10l2-3l-1-4l7-6l1-6l-3-1l2-2l-7-12l-10 0l-11-10l-6 3l-2 12l3-1l-2 4l-2 0l-13-9l-6 0l-3-11l-5-5l0-2l-6-12l8-5l1-13l6 1l4-3z',
  },
  {
    code: '74',
    name: 'Haute-Savoie',
    outline:
      'M601 91l-2 2l1 4l10 10l-7 13l-1 12l12 2l-3 14l2 1l6-4l11 16l-2 1l4 3l1 5l-6 5l0 5l-7 4l-15 2l-3 10l-5 2l-6 8l-3-1l1-7l-4-5l-8 1l-5-5l-3-7l4-1l1-3l-8-5l-7 8l-4 11l-7 6l1 3l-5 11l-13 1l-1-4l-4 2l1-6l-4-5l-5 1l-3-2l0 5l-6-3l-1 2l-6-1l-4-12l-6 2l-1-4l-4-2l-1-16l-5-2l1-6l-4-8l2-16l8 4l1-6l8-3l5-2l5 1l2-2l10 2l12-12l8-3l2-6l-6 1l-3-5l1-4l-3-2l4-9l33-17l21 0l17 5z',
  },
];

/** The corners of the region in degrees and in the box: how a place is put on the map. */
const WEST = 2.06;
const EAST = 7.19;
const NORTH = 46.8;
const SOUTH = 44.11;
const EDGE = 12;

/** Where a place is on the drawing, near enough for a dot. @param longitude degrees east @param latitude degrees north */
export const placeOnMap = (longitude: number, latitude: number): { x: number; y: number } => ({
  x: EDGE + ((longitude - WEST) / (EAST - WEST)) * (REGION_BOX.width - 2 * EDGE),
  y: EDGE + ((NORTH - latitude) / (NORTH - SOUTH)) * (REGION_BOX.height - 2 * EDGE),
});
