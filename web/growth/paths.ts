/** Where a company's growth is, behind its private link. */
export const GROWTH_PATH = '/application/growth';
export const FIGURES_PATH = `${GROWTH_PATH}/figures`;
export const FILE_PATH = `${GROWTH_PATH}/file`;
