import type { Json } from '../json.ts';

/** An event as the API gives it, but for the date, in epoch milliseconds. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly details?: { readonly [key: string]: Json };
}

/** The name of the member that holds an event's details. */
export function detailsKey(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

/** Details that carry data, as text and with the word that nothing was cut. */
export function data(key: 'input' | 'output', text: string): { [key: string]: Json } {
  return { [key]: text, [`${key}Details`]: { truncated: false } };
}

/** Error and cause as events show them: only what is known. */
export function failure(error: string | null, cause: string | null): { [key: string]: Json } {
  return { ...(error === null ? {} : { error }), ...(cause === null ? {} : { cause }) };
}
