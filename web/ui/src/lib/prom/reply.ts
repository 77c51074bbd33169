import type { Labels } from './labels';

/** A value at a time: Unix seconds, and the number as Prometheus writes it, such as `1.5`, `NaN`, `+Inf`. */
export type Point = readonly [time: number, value: string];

/** A native histogram at a time; only its count and sum are shown. */
export type HistogramPoint = readonly [time: number, histogram: { readonly count: string; readonly sum: string }];

export interface VectorSeries {
  readonly metric: Labels;
  readonly value?: Point;
  readonly histogram?: HistogramPoint;
}

export interface MatrixSeries {
  readonly metric: Labels;
  readonly values?: readonly Point[];
  readonly histograms?: readonly HistogramPoint[];
}

/** What a query comes to. */
export type Result =
  | { readonly resultType: 'vector'; readonly result: readonly VectorSeries[] }
  | { readonly resultType: 'matrix'; readonly result: readonly MatrixSeries[] }
  | { readonly resultType: 'scalar'; readonly result: Point }
  | { readonly resultType: 'string'; readonly result: Point };

/** A number as Prometheus writes it; NaN for what is none. */
export function numberOf(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** How many series a result has; a scalar or a string is one. */
export function seriesIn(data: Result): number {
  return data.resultType === 'vector' || data.resultType === 'matrix' ? data.result.length : 1;
}

/** How many samples a result holds. */
export function samplesIn(data: Result): number {
  if (data.resultType !== 'matrix') return seriesIn(data);
  return data.result.reduce((sum, { values = [], histograms = [] }) => sum + values.length + histograms.length, 0);
}

/** The result with its first so many series; the same object when there are no more. */
export function firstSeries<R extends Result>(data: R, limit: number): R {
  if (seriesIn(data) <= limit || !Array.isArray(data.result)) return data;
  return { ...data, result: data.result.slice(0, limit) };
}
