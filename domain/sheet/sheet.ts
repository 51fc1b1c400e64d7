/** A cell of a table to take away; null where there is nothing to say. Days are ISO 8601 dates. */
export type Cell = string | number | { day: string } | null;

/** A table to take away: what its columns are called, and its rows. */
export type Sheet = { head: readonly string[]; rows: readonly (readonly Cell[])[] };
