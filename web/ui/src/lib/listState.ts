import type { Order } from './sort';

/** What a list shows: kept in the address, so that a link or a reload shows the same. */
export interface ListState<S extends string> {
  readonly search: string;
  readonly sort: S;
  readonly order: Order;
  /** First row in view, from 0. */
  readonly row: number;
}

export interface ListSpec<S extends string> {
  readonly sorts: readonly S[];
  readonly sort: S;
  readonly order: Order;
}

/** The longest search text that the server takes. */
export const MAX_SEARCH = 249;

/** Reads a list's state; what is missing or not of its form becomes the default. */
export function readListState<S extends string>(params: URLSearchParams, spec: ListSpec<S>): ListState<S> {
  const wanted = params.get('sort');
  const sort = spec.sorts.find((known) => known === wanted);
  return {
    search: (params.get('q') ?? '').slice(0, MAX_SEARCH),
    sort: sort ?? spec.sort,
    order: readOrder(params.get('order'), sort === undefined ? spec.order : 'asc'),
    row: readRow(params.get('row')),
  };
}

/** The parameters with a change written into them; defaults are left out, parameters of others stay. */
export function writeListState<S extends string>(
  params: URLSearchParams,
  change: Partial<ListState<S>>,
  spec: ListSpec<S>,
): URLSearchParams {
  const next = { ...readListState(params, spec), ...change };
  const result = new URLSearchParams(params);
  set(result, 'q', next.search, '');
  set(result, 'row', String(next.row), '0');
  set(result, 'sort', next.sort, next.order === spec.order ? spec.sort : '');
  set(result, 'order', next.order, result.has('sort') ? 'asc' : spec.order);
  return result;
}

/** The order after a click on a column: a new column begins as told, the same one turns round. */
export function nextSort<S extends string>(
  state: Pick<ListState<S>, 'sort' | 'order'>,
  clicked: S,
  first: Order,
): { sort: S; order: Order } {
  if (state.sort !== clicked) return { sort: clicked, order: first };
  return { sort: clicked, order: state.order === 'asc' ? 'desc' : 'asc' };
}

function set(params: URLSearchParams, name: string, value: string, fallback: string): void {
  if (value === fallback) params.delete(name);
  else params.set(name, value);
}

function readOrder(value: string | null, fallback: Order): Order {
  return value === 'asc' || value === 'desc' ? value : fallback;
}

function readRow(value: string | null): number {
  const row = Number(value);
  return Number.isSafeInteger(row) && row > 0 ? row : 0;
}
