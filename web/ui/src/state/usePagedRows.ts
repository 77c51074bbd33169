import { type UseQueryOptions, useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { pagesFor, placeOf } from '../lib/pages';
import { usePolling } from './live';

interface PageOf<R> {
  readonly total: number;
  readonly rows: readonly R[];
  readonly receivedAt: number;
}

export interface PagedRows<R> {
  /** Undefined before the first answer. */
  readonly total: number | undefined;
  /** A row, or undefined while its page is on the way. */
  readonly rowAt: (index: number) => R | undefined;
  /** When that row was received, in ms. */
  readonly receivedAt: (index: number) => number;
  /** Whether what is shown belongs to the question before this one. */
  readonly outdated: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  /** To be told which rows are in view, from 0. */
  readonly onRange: (first: number, last: number) => void;
}

/**
 * Rows of a list that the server pages: only the pages in view are asked for and kept fresh, however long the list is. While a new question (another
 * search, another order) has no answer, the rows of the one before stay.
 */
export function usePagedRows<A, R>(
  // biome-ignore lint/suspicious/noExplicitAny: the key's type is of no concern here and differs between the lists
  queryOf: (page: number) => UseQueryOptions<A, Error, A, any>,
  read: (answer: A) => { total: number; rows: readonly R[] },
  firstRow: number,
): PagedRows<R> {
  const [range, setRange] = useState({ first: firstRow, last: firstRow });
  const polling = usePolling();
  const pages = pagesFor(range.first, range.last);
  const results = useQueries({ queries: pages.map((page) => ({ ...queryOf(page), ...polling })) });
  const now = collect(pages, results, read);
  const shown = useLastAnswer(now);
  return {
    total: shown.size === 0 ? undefined : newest(shown).total,
    rowAt: (index) => {
      const place = placeOf(index);
      return shown.get(place.page)?.rows[place.index];
    },
    receivedAt: (index) => shown.get(placeOf(index).page)?.receivedAt ?? 0,
    outdated: now.size === 0 && shown.size > 0,
    error: results.find((result) => result.error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) void result.refetch();
    },
    onRange: useCallback(
      (first, last) =>
        setRange((before) => (before.first === first && before.last === last ? before : { first, last })),
      [],
    ),
  };
}

function collect<A, R>(
  pages: readonly number[],
  results: readonly { data: A | undefined; dataUpdatedAt: number }[],
  read: (answer: A) => { total: number; rows: readonly R[] },
): Map<number, PageOf<R>> {
  const found = new Map<number, PageOf<R>>();
  results.forEach(({ data, dataUpdatedAt }, i) => {
    const page = pages[i];
    if (data !== undefined && page !== undefined) found.set(page, { ...read(data), receivedAt: dataUpdatedAt });
  });
  return found;
}

function useLastAnswer<R>(now: Map<number, PageOf<R>>): Map<number, PageOf<R>> {
  const [last, setLast] = useState(now);
  const signature = [...now].map(([page, { receivedAt }]) => `${page}@${receivedAt}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is new at every call, its signature only with its content
  useEffect(() => {
    if (now.size > 0) setLast(now);
  }, [signature]);
  return now.size > 0 ? now : last;
}

function newest<R>(pages: Map<number, PageOf<R>>): PageOf<R> {
  return [...pages.values()].reduce((a, b) => (b.receivedAt > a.receivedAt ? b : a));
}
