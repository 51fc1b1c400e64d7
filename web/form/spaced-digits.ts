/** How many digits stand before a position of a text. */
export const digitsBefore = (text: string, position: number): number =>
  text.slice(0, position).replaceAll(/\D/g, '').length;

/** The position just after the nth digit of a text; its end when it has fewer. */
export const caretAfter = (text: string, digits: number): number => {
  if (digits === 0) return 0;
  let seen = 0;
  for (let position = 0; position < text.length; position += 1) {
    if (/\d/.test(text.charAt(position))) seen += 1;
    if (seen === digits) return position + 1;
  }
  return text.length;
};
