import { type Columns, columnsOf } from './columns';
import { type Labels, labelNames, METRIC_NAME, seriesText } from './labels';
import type { Result, VectorSeries } from './reply';
import type { Grid } from './step';

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|Inf)$/;
const FORMULA = /^[=+\-@\t\r]/;

/** The lines of a range: one row a moment, one column a series. Times are ISO 8601 in UTC. */
export function rangeCsv(data: Result, grid: Grid): string {
  if (data.resultType !== 'matrix') return instantCsv(data);
  const columns = columnsOf(data.result, grid);
  const rows = columns.times.map((time, i) => [isoTime(time), ...valuesAt(columns, i)]);
  return csv([['time', ...columns.lines.map(({ labels }) => seriesText(labels))], ...rows]);
}

/** The series of one moment: one row each, one column a label. The samples of a range selector are one row each. */
export function instantCsv(data: Result): string {
  if (data.resultType === 'scalar' || data.resultType === 'string') {
    const [time, value] = data.result;
    return csv([
      ['time', 'value'],
      [isoTime(time), value],
    ]);
  }
  const labels = allLabels(data.result.map(({ metric }) => metric));
  const rows = data.resultType === 'vector' ? data.result.map(vectorSample) : data.result.flatMap(matrixSamples);
  const body = rows.map(({ metric, time, value }) => [
    ...labels.map((name) => metric[name] ?? ''),
    isoTime(time),
    value,
  ]);
  return csv([[...labels, 'time', 'value'], ...body]);
}

interface Sample {
  readonly metric: Labels;
  readonly time: number;
  readonly value: string;
}

function vectorSample({ metric, value, histogram }: VectorSeries): Sample {
  const [time, text] = value ?? [histogram?.[0] ?? 0, histogram?.[1].count ?? ''];
  return { metric, time, value: text };
}

function matrixSamples({ metric, values = [] }: { metric: Labels; values?: readonly (readonly [number, string])[] }) {
  return values.map(([time, value]) => ({ metric, time, value }));
}

function valuesAt({ lines }: Columns, i: number): string[] {
  return lines.map(({ values }) => valueText(values[i] ?? null));
}

function valueText(value: number | null): string {
  if (value === null) return '';
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}

function allLabels(metrics: readonly Labels[]): string[] {
  const names = new Set(metrics.flatMap((labels) => labelNames(labels)));
  return metrics.some((labels) => METRIC_NAME in labels) ? [METRIC_NAME, ...[...names].sort()] : [...names].sort();
}

const isoTime = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString();

/** RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it: labels come from anywhere. */
function csv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
