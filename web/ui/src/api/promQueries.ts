import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { apiUrl, prometheusUrl } from '../lib/base';
import type { TsdbStatus } from '../lib/prom/cardinality';
import type { Plan } from '../lib/prom/explain';
import { type Labels, labelInPath, METRIC_NAME, matcherText } from '../lib/prom/labels';
import { firstSeries, numberOf, type Result, seriesIn } from '../lib/prom/reply';
import type { Grid } from '../lib/prom/step';
import type { Span } from '../lib/prom/timeRange';
import { ask, askWhole, type Envelope, type PromParams, type Reply } from './prometheus';

/** All queries that a person has asked stand below this key. */
export const RUN_KEY = ['prom', 'run'] as const;

/** The most series that a graph shows, and the most rows of a table. */
export const GRAPH_LIMIT = 1_000;
export const TABLE_LIMIT = 10_000;
/** The most names that lists of metrics and values hold. */
export const NAMES_LIMIT = 40_000;

/** Upstream's words for an answer that our own limit has cut; we say it with a count. */
const CUT_BY_LIMIT = 'results truncated due to limit';
/** How long the answer of a question that is no longer looked at is kept, in ms: answers may be large. */
const KEPT = 15_000;
/** How long names count as fresh, in ms. */
const NAMES_FRESH = 60_000;

interface Told {
  readonly expr: string;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  /** From the question to the last byte of the answer. */
  readonly millis: number;
}

/** The answer to a query, cut to what is shown. */
export type Answer =
  | (Told & Cut & { readonly kind: 'graph'; readonly grid: Grid; readonly span: Span })
  | (Told & Cut & { readonly kind: 'table'; readonly time: number })
  | (Told & { readonly kind: 'explain'; readonly plan: Plan });

interface Cut {
  readonly data: Result;
  /** Whether there were more series than `data` has. */
  readonly cut: boolean;
  /** How many series there were; undefined where the server cut them and nobody knows. */
  readonly total: number | undefined;
}

/** An answer of values, not of a plan. */
export type ValueAnswer = Exclude<Answer, { kind: 'explain' }>;

/** A query as it is asked: over a grid of moments, or at one (Unix seconds). */
export type Question =
  | { readonly kind: 'graph'; readonly expr: string; readonly grid: Grid; readonly span: Span }
  | { readonly kind: 'table'; readonly expr: string; readonly time: number }
  | { readonly kind: 'explain'; readonly expr: string; readonly over: Grid | number };

/** @param at when it is asked (ms): the same question asked again is another */
export const runQuery = (question: Question, at: number) =>
  queryOptions({
    queryKey: [...RUN_KEY, question, at],
    queryFn: ({ signal }) => answerTo(question, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT,
    refetchOnWindowFocus: false,
  });

async function answerTo(question: Question, signal: AbortSignal): Promise<Answer> {
  const began = performance.now();
  const [path, params] = request(question);
  if (question.kind === 'explain') {
    const plan = planOf(await askWhole(path, params, signal));
    return { expr: question.expr, warnings: [], infos: [], millis: performance.now() - began, kind: 'explain', plan };
  }
  const { data, warnings, infos } = await ask<unknown>(path, params, signal);
  const told = { expr: question.expr, infos, millis: performance.now() - began };
  const limit = question.kind === 'graph' ? GRAPH_LIMIT : TABLE_LIMIT;
  const cut = cutTo(data as Result, limit, warnings);
  const others = warnings.filter((warning) => warning !== CUT_BY_LIMIT);
  return question.kind === 'graph'
    ? { ...told, ...cut, warnings: others, kind: 'graph', grid: question.grid, span: question.span }
    : { ...told, ...cut, warnings: others, kind: 'table', time: question.time };
}

function planOf({ data, totals }: Envelope): Plan {
  return { ...(data as Pick<Plan, 'node'>), totals: totals as Plan['totals'] };
}

/** A server that knows the limit sends one series more than is shown; one that does not sends all. */
function cutTo(data: Result, limit: number, warnings: readonly string[]): Cut {
  const found = seriesIn(data);
  const byServer = warnings.includes(CUT_BY_LIMIT) || found === limit + 1;
  return { data: firstSeries(data, limit), cut: byServer || found > limit, total: byServer ? undefined : found };
}

function request(question: Question): [url: string, params: PromParams] {
  const { expr } = question;
  if (question.kind === 'graph') {
    return [`${prometheusUrl()}/query_range`, { query: expr, ...question.grid, limit: GRAPH_LIMIT + 1 }];
  }
  if (question.kind === 'table') {
    return [`${prometheusUrl()}/query`, { query: expr, time: question.time, limit: TABLE_LIMIT + 1 }];
  }
  const over = typeof question.over === 'number' ? { time: question.over } : question.over;
  return [`${apiUrl()}/query/explain`, { query: expr, ...over }];
}

/** The whole answer to a query, however many series it has. */
export async function wholeAnswer(answer: ValueAnswer, signal: AbortSignal): Promise<Result> {
  if (!answer.cut) return answer.data;
  const { expr } = answer;
  const reply =
    answer.kind === 'graph'
      ? await ask<Result>(`${prometheusUrl()}/query_range`, { query: expr, ...answer.grid }, signal)
      : await ask<Result>(`${prometheusUrl()}/query`, { query: expr, time: answer.time }, signal);
  return reply.data;
}

/** How many series a query comes to at a time; undefined when the server does not say. */
export const countQuery = (expr: string, time: number) =>
  queryOptions({
    queryKey: ['prom', 'count', expr, time],
    // A comment at the end of the expression must not swallow the bracket.
    queryFn: async ({ signal }) => firstNumber(await instant(`count(\n${expr}\n)`, time, signal)),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One query at a time that has no place on the page. */
export function instant(expr: string, time: number | undefined, signal: AbortSignal): Promise<Reply<Result>> {
  return ask<Result>(`${prometheusUrl()}/query`, { query: expr, time }, signal);
}

function firstNumber({ data }: Reply<Result>): number | null {
  const value = data.resultType === 'vector' ? data.result[0]?.value?.[1] : undefined;
  return value === undefined ? null : numberOf(value);
}

/** The expression as the server writes it. */
export async function formatted(expr: string, signal: AbortSignal): Promise<string> {
  return (await ask<string>(`${prometheusUrl()}/format_query`, { query: expr }, signal)).data;
}

/** Whether the server has a store: the one fact that all of Explore hangs on. Fails with `no_store` where it has none. */
export const storeQuery = () =>
  queryOptions({
    queryKey: ['prom', 'store'],
    queryFn: async ({ signal }) => (await ask<unknown>(`${prometheusUrl()}/status/buildinfo`, {}, signal)).data,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const metricNamesQuery = () =>
  queryOptions({
    queryKey: ['prom', 'metrics'],
    queryFn: ({ signal }) => names(`label/${METRIC_NAME}/values`, {}, signal),
    staleTime: NAMES_FRESH,
  });

export interface Metadata {
  readonly type: string;
  readonly help: string;
  readonly unit?: string;
}

/** What targets say of their metrics, by name. */
export const metadataQuery = () =>
  queryOptions({
    queryKey: ['prom', 'metadata'],
    queryFn: async ({ signal }) =>
      (await ask<Record<string, Metadata[]>>(`${prometheusUrl()}/metadata`, {}, signal)).data,
    staleTime: NAMES_FRESH * 5,
  });

/** Names of labels: of the series of a metric, or of all. */
export const labelNamesQuery = (metric: string | undefined) =>
  queryOptions({
    queryKey: ['prom', 'labels', metric],
    queryFn: ({ signal }) => names('labels', matchOf(metric), signal),
    staleTime: NAMES_FRESH,
  });

export const labelValuesQuery = (label: string, metric: string | undefined, matchers: readonly string[] = []) =>
  queryOptions({
    queryKey: ['prom', 'values', label, metric, matchers],
    queryFn: ({ signal }) => names(`label/${labelInPath(label)}/values`, matchOf(metric, matchers), signal),
    staleTime: NAMES_FRESH,
  });

/** The series of a metric, up to what completion can use. */
export async function seriesOf(metric: string, client: QueryClient): Promise<readonly Labels[]> {
  return client.fetchQuery({
    queryKey: ['prom', 'series', metric],
    queryFn: async ({ signal }) =>
      (await ask<Labels[]>(`${prometheusUrl()}/series`, { ...matchOf(metric), limit: GRAPH_LIMIT }, signal)).data,
    staleTime: NAMES_FRESH,
  });
}

export const tsdbQuery = (limit: number) =>
  queryOptions({
    queryKey: ['prom', 'tsdb', limit],
    queryFn: async ({ signal }) => (await ask<TsdbStatus>(`${prometheusUrl()}/status/tsdb`, { limit }, signal)).data,
  });

async function names(path: string, params: PromParams, signal: AbortSignal): Promise<readonly string[]> {
  const url = `${prometheusUrl()}/${encodeURI(path)}`;
  return (await ask<string[]>(url, { ...params, limit: NAMES_LIMIT }, signal)).data;
}

function matchOf(metric: string | undefined, matchers: readonly string[] = []): PromParams {
  const all = metric === undefined || metric === '' ? matchers : [matcherText(METRIC_NAME, '=', metric), ...matchers];
  return all.length === 0 ? {} : { 'match[]': `{${all.join(',')}}` };
}
