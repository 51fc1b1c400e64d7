let ahead = 0;

/** Remembers the service's clock from an answer: a device may be hours off, and the local runtime's clock years. */
export const noteServerTime = (headers: Headers): void => {
  const date = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(date)) ahead = date - Date.now();
};

/** The time by the service's clock, to a few seconds, in milliseconds of the epoch; the device's before any answer. */
export const serverNow = (): number => Date.now() + ahead;
