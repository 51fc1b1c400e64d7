/** The space French sets before these signs and inside its quotation marks must not let the line break there. */
const NO_BREAK_SPACE = '\u00a0';
/** A French text with its spaces that must not break. */
export const setText = (text: string): string =>
  text.replaceAll(/ (?=[:;?!»€%])/g, NO_BREAK_SPACE).replaceAll('« ', `«${NO_BREAK_SPACE}`);

/** A tree of French texts with the spaces its typography asks for, so that they can be typed as plain ones. */
export const withFrenchSpacing = (texts: object): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === 'object' && inner !== null ? withFrenchSpacing(inner) : setText(String(inner)),
    ]),
  );
