import { useMemo } from 'react';
import { encode } from 'uqr';
import classes from './dues.module.css';

/** The largest QR code that the standard allows for a transfer. */
const MAX_VERSION = 13;
/** Modules that stay white around the code, so that a camera finds it. */
const MARGIN = 4;

/** Dark modules as one path: a row's runs of dark modules, each one rectangle. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        return [`M${x + MARGIN} ${y + MARGIN}h${(end === -1 ? row.length : end) - x}v1H${x + MARGIN}z`];
      }),
    )
    .join('');

/**
 * The QR code of a transfer (EPC069-12, error level M), to be scanned by a banking app.
 * @param text what it says, line by line
 * @param label the same for those who do not see it
 */
export const EpcQr = ({ text, label }: { text: string; label: string }) => {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'M', maxVersion: MAX_VERSION, border: 0 });
    return { path: pathOf(code.data), size: code.size + 2 * MARGIN };
  }, [text]);
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
};
