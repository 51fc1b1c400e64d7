import type { MantineColorsTuple } from '@mantine/core';

// The colours of a traboule: the façades of the street (terracotta, ochre), the deep shade of the passage, and paper.
// From shade 6 on, each holds white text at 4.5:1 or more (ochre from shade 7).

export const passage: MantineColorsTuple = [
  '#eaf4f3',
  '#d3e7e5',
  '#a8d0cd',
  '#78b5b2',
  '#4d9997',
  '#2e8081',
  '#1b696c',
  '#125559',
  '#0d4347',
  '#082f33',
];

export const terracotta: MantineColorsTuple = [
  '#fcf0eb',
  '#f7dcd1',
  '#edb9a5',
  '#e29477',
  '#d7734f',
  '#c95b35',
  '#b34a28',
  '#973d20',
  '#7a311a',
  '#5c2513',
];

export const ochre: MantineColorsTuple = [
  '#fdf6e7',
  '#faeac8',
  '#f4d591',
  '#edbf5d',
  '#e5ab38',
  '#d4962a',
  '#b67c1e',
  '#8a5c15',
  '#6d4912',
  '#4d330c',
];

/** Warm greys. Shade 4 draws the edges of fields (3:1 on white), shade 6 is for secondary text (4.5:1 on paper). */
export const gray: MantineColorsTuple = [
  '#fbf8f3',
  '#f5f0e8',
  '#eae3d7',
  '#dcd3c4',
  '#928875',
  '#7d7363',
  '#6a6154',
  '#574f43',
  '#3d372e',
  '#26221b',
];

/** Errors and what cannot be undone: a brick red, apart from terracotta. */
export const red: MantineColorsTuple = [
  '#fdeeee',
  '#fad9d9',
  '#f2b0af',
  '#e98483',
  '#dd5a59',
  '#cb3b3d',
  '#b3262c',
  '#961c23',
  '#78151b',
  '#591014',
];

export const green: MantineColorsTuple = [
  '#eef6ec',
  '#dcecd8',
  '#b7d8af',
  '#8fc183',
  '#6aa95d',
  '#4c8e40',
  '#38752d',
  '#2b5f22',
  '#214a1a',
  '#163312',
];

export const ink = '#1b2a2c';
