import { useInterval } from '@mantine/hooks';
import { useMemo, useReducer } from 'react';
import { serverNow } from '../../api/server-time.ts';

const MINUTE = 60_000;

/** The time by the service's clock, to the minute: ages and due dates stay right on a page that stays open. */
export const useNow = (): Date => {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useInterval(tick, MINUTE, { autoInvoke: true });
  const minute = Math.floor(serverNow() / MINUTE);
  return useMemo(() => new Date(minute * MINUTE), [minute]);
};
