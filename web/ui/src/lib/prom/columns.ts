import { type Labels, seriesId } from './labels';
import { type MatrixSeries, numberOf } from './reply';
import { type Grid, pointsOf } from './step';

/** One line of a graph. */
export interface Line {
  readonly id: string;
  readonly labels: Labels;
  /** One value for each time; null where there is no sample. NaN and infinities stay. */
  readonly values: readonly (number | null)[];
}

/** The lines of a graph over the times that they share, in Unix seconds. */
export interface Columns {
  readonly times: readonly number[];
  readonly lines: readonly Line[];
  /** How many series had histograms only, which are no lines. */
  readonly histograms: number;
}

/** What can be said of a line in four numbers; undefined when it has no finite value. */
export interface Summary {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly last: number;
}

/** Lays the samples of an answer on the moments that were asked for: what is missing becomes a gap. */
export function columnsOf(result: readonly MatrixSeries[], grid: Grid): Columns {
  const count = pointsOf(grid);
  const times = Array.from({ length: count }, (_, i) => Math.round((grid.start + i * grid.step) * 1000) / 1000);
  const lines = result
    .filter(({ values }) => values !== undefined && values.length > 0)
    .map((series) => ({ id: seriesId(series.metric), labels: series.metric, values: valuesOn(series, grid, count) }));
  return { times, lines, histograms: result.length - lines.length };
}

function valuesOn({ values = [] }: MatrixSeries, { start, step }: Grid, count: number): (number | null)[] {
  const column = new Array<number | null>(count).fill(null);
  for (const [time, value] of values) {
    const i = Math.round((time - start) / step);
    if (i >= 0 && i < count) column[i] = numberOf(value);
  }
  return column;
}

/** What a canvas can draw: numbers that are none and those without end become gaps. The same array when there are none. */
export function drawable(values: readonly (number | null)[]): readonly (number | null)[] {
  const odd = (value: number | null) => value !== null && !Number.isFinite(value);
  return values.some(odd) ? values.map((value) => (odd(value) ? null : value)) : values;
}

export function summaryOf(values: readonly (number | null)[]): Summary | undefined {
  let [min, max, sum, count, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, Number.NaN];
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    count++;
    last = value;
  }
  return count === 0 ? undefined : { min, max, mean: sum / count, last };
}

/** Places of points that have a gap on both sides: a line would not show them. */
export function lonePoints(values: readonly (number | null | undefined)[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from; i <= to; i++) {
    if (values[i] != null && values[i - 1] == null && values[i + 1] == null) found.push(i);
  }
  return found;
}
