import { parseDuration } from './duration';
import { type ExploreState, newQuery, type QueryState, readExplore, type View } from './exploreState';
import { lastSeconds, parseBound, type TimeRange } from './timeRange';

const MOST = 26;

/**
 * Reads an address of Prometheus's own page, as alerts carry it in their generator URL: `g0.expr=up&g0.tab=0&g0.range_input=1h`. All queries share
 * one range here: that of the first that names one. Undefined when no query is in it.
 */
export function readPrometheusLink(params: URLSearchParams): ExploreState | undefined {
  const queries: QueryState[] = [];
  for (let i = 0; i < MOST && params.has(`g${i}.expr`); i++) queries.push(readQuery(params, i));
  if (queries.length === 0) return undefined;
  const groups = queries.map((_, i) => i);
  const range = groups.map((i) => readRange(params, i)).find((found) => found !== undefined);
  const step = groups
    .map((i) => parseDuration(params.get(`g${i}.step_input`) ?? ''))
    .find((found) => found !== undefined);
  const base = readExplore(new URLSearchParams());
  return { ...base, queries, step, range: range ?? base.range };
}

function readQuery(params: URLSearchParams, i: number): QueryState {
  const query = newQuery(String.fromCharCode(65 + i), params.get(`g${i}.expr`) ?? '');
  return { ...query, view: viewOf(params.get(`g${i}.tab`)), stacked: params.get(`g${i}.stacked`) === '1' };
}

/** Until version 2 the tab was a number, and its default the table. */
function viewOf(tab: string | null): View {
  if (tab === '0' || tab === 'graph') return 'graph';
  return tab === 'explain' ? 'explain' : 'table';
}

/** Prometheus writes the ends of ranges in UTC. */
function readRange(params: URLSearchParams, i: number): TimeRange | undefined {
  const width = parseDuration(params.get(`g${i}.range_input`) ?? '');
  const end = parseBound(params.get(`g${i}.end_input`) ?? params.get(`g${i}.moment_input`) ?? '', 'utc');
  if (typeof end === 'number') return { from: end - (width ?? 3_600) * 1000, to: end };
  return width === undefined ? undefined : lastSeconds(width);
}
