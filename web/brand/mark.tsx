/** The mark: two houses of one street, the passage that goes under both, and the light of the next street at its end. */
export const Mark = ({ size = 36 }: { size?: number }) => (
  <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden="true" focusable="false">
    <path fill="#b34a28" d="M2 38V15.5L11 8l9 7.5V38z" />
    <path fill="#e5ab38" d="M20 38V9.5L29 2l9 7.5V38z" />
    <path fill="#0d4347" d="M10 38V27.5a10 10 0 0 1 20 0V38z" />
    <path fill="#faeac8" d="M16 38v-7.5a4 4 0 0 1 8 0V38z" />
  </svg>
);
