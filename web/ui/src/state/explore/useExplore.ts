import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ExploreState, type QueryState, readExplore, writeExplore } from '../../lib/prom/exploreState';

export interface ExploreControl {
  readonly state: ExploreState;
  /** Changes the address. What a person would want to step back from is a new entry in the history; the rest replaces it. */
  readonly change: (next: Partial<ExploreState>, replace?: boolean) => void;
  readonly changeQuery: (name: string, next: Partial<QueryState>, replace?: boolean) => void;
}

/** The state of Explore, kept in the address. */
export function useExplore(): ExploreControl {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readExplore(params), [params]);
  const update = useCallback(
    (next: (now: ExploreState) => ExploreState, replace: boolean) =>
      setParams((now) => writeExplore(next(readExplore(now))), { replace, preventScrollReset: true }),
    [setParams],
  );
  const change = useCallback(
    (next: Partial<ExploreState>, replace = false) => update((now) => ({ ...now, ...next }), replace),
    [update],
  );
  const changeQuery = useCallback(
    (name: string, next: Partial<QueryState>, replace = false) =>
      update(
        (now) => ({
          ...now,
          queries: now.queries.map((query) => (query.name === name ? { ...query, ...next } : query)),
        }),
        replace,
      ),
    [update],
  );
  return { state, change, changeQuery };
}
