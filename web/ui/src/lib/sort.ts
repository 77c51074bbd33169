import { compareInt64 } from './int64';

export type Order = 'asc' | 'desc';
export type SortValue = number | bigint | string | boolean | undefined;

const names = new Intl.Collator('en', { numeric: true });

/** A sorted copy; what is unknown sorts below all else, as on the server. Rows that are equal keep their order. */
export function sortRows<T>(rows: readonly T[], readValue: (row: T) => SortValue, order: Order): T[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => sign * compareValues(readValue(a), readValue(b)));
}

function compareValues(a: SortValue, b: SortValue): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (typeof a === 'string' || typeof b === 'string') return names.compare(String(a), String(b));
  return compareInt64(rank(a), rank(b));
}

function rank(value: number | bigint | boolean): number | bigint {
  return typeof value === 'boolean' ? Number(value) : value;
}
