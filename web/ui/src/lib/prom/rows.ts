import { type Labels, namingOf, seriesId } from './labels';
import { numberOf, type Result } from './reply';

/** One line of the table of an instant query. */
export interface ResultRow {
  readonly key: string;
  readonly labels: Labels;
  /** Name by what the rows do not share. */
  readonly name: string;
  /** Unix seconds. */
  readonly time: number;
  /** As the server writes it. */
  readonly text: string;
  /** For sorting; NaN for what is no number. */
  readonly value: number;
}

export interface ResultTable {
  readonly rows: readonly ResultRow[];
  /** Labels that all rows share. */
  readonly common: Labels;
  /** Labels with a column of their own; empty when the rows are told apart by their whole names. */
  readonly columns: readonly string[];
  /** Whether the rows are of different times, as those of a range selector are. */
  readonly timed: boolean;
}

/** More labels than this are one name instead of columns. */
const MOST_COLUMNS = 7;
/** The most rows: a range selector may have a million samples. */
const MOST_ROWS = 10_000;

/** The answer to an instant query as rows, in the order of the server. */
export function tableOf(data: Result): ResultTable {
  if (data.resultType === 'scalar' || data.resultType === 'string') {
    const [time, text] = data.result;
    const row = { key: 'value', labels: {}, name: '', time, text, value: numberOf(text) };
    return { rows: [row], common: {}, columns: [], timed: false };
  }
  const naming = namingOf(data.result.map(({ metric }) => metric));
  const samples = data.resultType === 'vector' ? data.result.map(fromVector) : data.result.flatMap(fromMatrix);
  const rows = samples.slice(0, MOST_ROWS).map(({ labels, time, text }) => ({
    key: `${seriesId(labels)} ${time}`,
    labels,
    name: naming.nameOf(labels),
    time,
    text,
    value: numberOf(text),
  }));
  const asColumns = data.result.length > 1 && naming.differing.length <= MOST_COLUMNS;
  return {
    rows,
    common: naming.common,
    columns: asColumns ? naming.differing : [],
    timed: data.resultType === 'matrix',
  };
}

interface Sample {
  readonly labels: Labels;
  readonly time: number;
  readonly text: string;
}

type Vector = Extract<Result, { resultType: 'vector' }>['result'][number];
type Matrix = Extract<Result, { resultType: 'matrix' }>['result'][number];

function fromVector({ metric, value, histogram }: Vector): Sample {
  if (value !== undefined) return { labels: metric, time: value[0], text: value[1] };
  const [time, { count, sum }] = histogram ?? [0, { count: '', sum: '' }];
  return { labels: metric, time, text: `count=${count} sum=${sum}` };
}

function fromMatrix({ metric, values = [], histograms = [] }: Matrix): Sample[] {
  const numbers = values.map(([time, text]) => ({ labels: metric, time, text }));
  const others = histograms.map(([time, { count, sum }]) => ({
    labels: metric,
    time,
    text: `count=${count} sum=${sum}`,
  }));
  return [...numbers, ...others];
}

/** What a row is sorted by: `value`, `time`, `name`, or a label behind a dot. */
export function sortValueOf(row: ResultRow, column: string): string | number | undefined {
  if (column === 'value') return Number.isNaN(row.value) ? undefined : row.value;
  if (column === 'time') return row.time;
  return column === 'name' ? row.name : row.labels[column.slice(1)];
}
