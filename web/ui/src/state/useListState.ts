import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ListSpec, type ListState, nextSort, readListState, writeListState } from '../lib/listState';
import type { Order } from '../lib/sort';

export interface ListControl<S extends string> {
  readonly state: ListState<S>;
  readonly search: (text: string) => void;
  readonly sortBy: (sort: S, first: Order) => void;
  readonly scrollTo: (row: number) => void;
}

/** The state of one list, kept in the address. Searching and scrolling replace the entry in the history, sorting adds one. */
export function useListState<S extends string>(spec: ListSpec<S>): ListControl<S> {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readListState(params, spec), [params, spec]);
  const change = useCallback(
    (next: Partial<ListState<S>>, replace: boolean) =>
      setParams((now) => writeListState(now, next, spec), { replace, preventScrollReset: true }),
    [setParams, spec],
  );
  return {
    state,
    search: useCallback((text) => change({ search: text, row: 0 }, true), [change]),
    sortBy: (sort, first) => change({ ...nextSort(state, sort, first), row: 0 }, false),
    scrollTo: useCallback((row) => change({ row }, true), [change]),
  };
}
