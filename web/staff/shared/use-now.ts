import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

const MINUTE = 60_000;

/** The time, to the minute: ages and due dates stay right on a page that stays open. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), MINUTE, { autoInvoke: true });
  return now;
};
