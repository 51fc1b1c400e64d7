/**
 * Uses a store of the browser, which may be full, or refused to any page: the very asking for it then throws. That is no
 * reason to stop whoever reads or types; what would be kept lasts as long as the page.
 */
export const inStore = <T>(use: () => T, otherwise: T): T => {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
};
