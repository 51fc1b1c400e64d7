import classes from './street.module.css';

/** Rows and columns of the windows of a façade, in user units. */
const windows = (x: number, y: number, columns: number, rows: number) =>
  Array.from({ length: columns * rows }, (_, index) => ({
    x: x + (index % columns) * 46,
    y: y + Math.floor(index / columns) * 66,
  }));

/** The arches of the passage, from the street inwards: each smaller, deeper, and nearer to the light. */
const ARCHES = [
  { half: 92, top: 252, fill: '#0d4347' },
  { half: 72, top: 282, fill: '#125559' },
  { half: 54, top: 310, fill: '#1b696c' },
  { half: 38, top: 336, fill: '#2e8081' },
  { half: 24, top: 360, fill: '#f4d591' },
];
const GROUND = 440;

/** A street of Lyon with its passage: two façades, and arches that lead to the light of the next street. */
export const Street = () => (
  <svg viewBox="0 0 520 460" className={classes.street} aria-hidden="true" focusable="false">
    <path d="M40 440V150L150 84l110 66v290z" fill="#b34a28" />
    <path d="M260 440V96L370 24l110 72v344z" fill="#e5ab38" />
    <path d="M40 150L150 84l110 66v14L150 98 40 164z" fill="#7a311a" />
    <path d="M260 96L370 24l110 72v14L370 38 260 110z" fill="#8a5c15" />
    {windows(74, 182, 3, 1).map(({ x, y }) => (
      <rect key={`${x}-${y}`} x={x} y={y} width="28" height="44" rx="3" fill="#f7dcd1" />
    ))}
    {windows(286, 130, 4, 1).map(({ x, y }) => (
      <rect key={`${x}-${y}`} x={x} y={y} width="28" height="44" rx="3" fill="#fdf6e7" />
    ))}
    {windows(356, 196, 2, 3).map(({ x, y }) => (
      <rect key={`${x}-${y}`} x={x + 22} y={y} width="28" height="44" rx="3" fill="#fdf6e7" />
    ))}
    {windows(74, 250, 2, 2).map(({ x, y }) => (
      <rect key={`${x}-${y}`} x={x} y={y} width="28" height="44" rx="3" fill="#f7dcd1" />
    ))}
    {ARCHES.map(({ half, top, fill }) => (
      <path
        key={top}
        d={`M${260 - half} ${GROUND}V${top + half * 0.4}a${half} ${half} 0 0 1 ${half * 2} 0V${GROUND}z`}
        fill={fill}
      />
    ))}
    <path d="M236 440h48l44 20H192z" fill="#f4d591" opacity="0.55" />
    <path d="M0 440h520" stroke="#f5f0e8" strokeWidth="3" />
  </svg>
);
