import { formatDuration, parseDuration } from './duration';
import { DEFAULT_RANGE, parseBound, type TimeRange } from './timeRange';
import type { Zone } from './zone';

export const VIEWS = ['graph', 'table', 'explain'] as const;
export type View = (typeof VIEWS)[number];
export const PANELS = ['metrics', 'history'] as const;
export type Panel = (typeof PANELS)[number];
export type TooltipMode = 'all' | 'single';

/** How often queries are asked anew, in seconds; 0 is never. */
export const REFRESHES = [0, 5, 10, 30, 60, 300, 900, 1_800, 3_600] as const;

/** Which series of a graph are drawn: all, only those with these ids, or all but those. */
export interface Selection {
  readonly kind: 'only' | 'without';
  readonly ids: readonly string[];
}

export const EVERYTHING: Selection = { kind: 'without', ids: [] };

/** One query of the page and how its answer is looked at. */
export interface QueryState {
  /** A to Z. */
  readonly name: string;
  /** What is asked; empty for a query that is still to be written. */
  readonly expr: string;
  readonly view: View;
  readonly stacked: boolean;
  /** Not asked, and folded away. */
  readonly off: boolean;
  readonly selection: Selection;
  /** Column and direction of the table: `value.desc`; empty for the server's own order. */
  readonly sort: string;
  /** Whether the plan is that of one moment, not of the range. */
  readonly explainInstant: boolean;
}

/** All that Explore shows: kept in the address, so that a link or a reload shows the same. */
export interface ExploreState {
  readonly range: TimeRange;
  /** Seconds between two points; undefined for what suits the range. */
  readonly step: number | undefined;
  /** Seconds between two askings; 0 for never. */
  readonly refresh: number;
  readonly zone: Zone;
  readonly tooltip: TooltipMode;
  readonly panel: Panel | undefined;
  readonly queries: readonly QueryState[];
}

const NAMES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHORTEST_REFRESH = 5;
const ID = /^[0-9a-z]{1,16}$/;

export function newQuery(name: string, expr = ''): QueryState {
  return {
    name,
    expr,
    view: 'graph',
    stacked: false,
    off: false,
    selection: EVERYTHING,
    sort: '',
    explainInstant: false,
  };
}

/** Reads the state of an address; what is missing or not of its form becomes the default. There is always at least one query. */
export function readExplore(params: URLSearchParams): ExploreState {
  const zone: Zone = params.get('tz') === 'utc' ? 'utc' : 'local';
  const queries = [...NAMES].filter((name) => params.has(`${name}.expr`)).map((name) => readQuery(params, name));
  return {
    range: readRange(params, zone),
    step: parseDuration(params.get('step') ?? ''),
    refresh: readRefresh(params.get('refresh')),
    zone,
    tooltip: params.get('tooltip') === 'single' ? 'single' : 'all',
    panel: PANELS.find((panel) => panel === params.get('panel')),
    queries: queries.length === 0 ? [newQuery('A')] : queries,
  };
}

/** The address of a state; what is as by default is left out. */
export function writeExplore(state: ExploreState): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string, fallback = '') => {
    if (value !== fallback) params.set(name, value);
  };
  put('from', String(state.range.from), String(DEFAULT_RANGE.from));
  put('to', String(state.range.to), String(DEFAULT_RANGE.to));
  put('step', state.step === undefined ? '' : formatDuration(state.step));
  put('refresh', state.refresh === 0 ? '' : formatDuration(state.refresh));
  put('tz', state.zone, 'local');
  put('tooltip', state.tooltip, 'all');
  put('panel', state.panel ?? '');
  const blank = state.queries.length === 1 && state.queries[0]?.name === 'A' && state.queries[0].expr === '';
  for (const query of blank ? [] : state.queries) writeQuery(params, query);
  return params;
}

/** The first letter that no query has; undefined when all are taken. */
export function freeName(queries: readonly QueryState[]): string | undefined {
  return [...NAMES].find((name) => queries.every((query) => query.name !== name));
}

/** The series drawn, after a click on one in the legend: it alone, or all again when it was alone already. */
export function isolated(selection: Selection, id: string): Selection {
  const alone = selection.kind === 'only' && selection.ids.length === 1 && selection.ids[0] === id;
  return alone ? EVERYTHING : { kind: 'only', ids: [id] };
}

/** The series drawn, after one was switched on or off. */
export function toggled({ kind, ids }: Selection, id: string): Selection {
  const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
  return kind === 'only' && next.length === 0 ? EVERYTHING : { kind, ids: next };
}

export function isShown({ kind, ids }: Selection, id: string): boolean {
  return ids.includes(id) === (kind === 'only');
}

function readRange(params: URLSearchParams, zone: Zone): TimeRange {
  const from = parseBound(params.get('from') ?? '', zone) ?? DEFAULT_RANGE.from;
  const to = parseBound(params.get('to') ?? '', zone) ?? DEFAULT_RANGE.to;
  const reversed = typeof from === 'number' && typeof to === 'number' && from >= to;
  return reversed ? DEFAULT_RANGE : { from, to };
}

function readRefresh(text: string | null): number {
  const seconds = parseDuration(text ?? '');
  return seconds === undefined ? 0 : Math.max(SHORTEST_REFRESH, seconds);
}

function readQuery(params: URLSearchParams, name: string): QueryState {
  const get = (field: string) => params.get(`${name}.${field}`) ?? '';
  return {
    ...newQuery(name, get('expr')),
    view: VIEWS.find((view) => view === get('view')) ?? 'graph',
    stacked: get('stacked') === '1',
    off: get('off') === '1',
    selection: readSelection(get('only'), get('without')),
    sort: get('sort'),
    explainInstant: get('plan') === 'instant',
  };
}

function readSelection(only: string, without: string): Selection {
  const ids = (text: string) => text.split('.').filter((id) => ID.test(id));
  const shown = ids(only);
  return shown.length > 0 ? { kind: 'only', ids: shown } : { kind: 'without', ids: ids(without) };
}

function writeQuery(params: URLSearchParams, query: QueryState): void {
  const { name, selection } = query;
  const put = (field: string, value: string) => {
    if (value !== '') params.set(`${name}.${field}`, value);
  };
  params.set(`${name}.expr`, query.expr);
  put('view', query.view === 'graph' ? '' : query.view);
  put('stacked', query.stacked ? '1' : '');
  put('off', query.off ? '1' : '');
  put(selection.kind, selection.ids.join('.'));
  put('sort', query.sort);
  put('plan', query.explainInstant ? 'instant' : '');
}
