import { useMemo } from 'react';
import type { ListState } from '../../lib/listState';
import { sortRows } from '../../lib/sort';
import type { Column } from './column';

/** Rows sorted by the column that the list's state names. */
export function useLocalSort<R, S extends string>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  { sort, order }: ListState<S>,
): readonly R[] {
  return useMemo(() => {
    const value = columns.find((column) => column.id === sort)?.value;
    return value === undefined ? rows : sortRows(rows, value, order);
  }, [rows, columns, sort, order]);
}
