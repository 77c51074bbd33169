import { labelText, METRIC_NAME, matcherText, quoted, seriesText } from './labels';

/** One name with a count, as `status/tsdb` lists them. */
export interface Stat {
  readonly name: string;
  readonly value: number;
}

/** What `status/tsdb` answers. */
export interface TsdbStatus {
  readonly headStats: {
    readonly numSeries: number;
    readonly numLabelPairs?: number;
    readonly chunkCount: number;
    /** In ms. */
    readonly minTime: number;
    readonly maxTime: number;
  };
  readonly seriesCountByMetricName: readonly Stat[];
  readonly labelValueCountByLabelName: readonly Stat[];
  readonly memoryInBytesByLabelName: readonly Stat[];
  readonly seriesCountByLabelValuePair: readonly Stat[];
}

export const LISTS = [
  'seriesCountByMetricName',
  'labelValueCountByLabelName',
  'seriesCountByLabelValuePair',
  'memoryInBytesByLabelName',
] as const;
export type ListName = (typeof LISTS)[number];

const MOST_ROWS = 50;

/** The query that looks behind a row of a list. */
export function queryBehind(list: ListName, name: string): string {
  if (list === 'seriesCountByMetricName') return `count(${seriesText({ [METRIC_NAME]: name })})`;
  if (list === 'seriesCountByLabelValuePair') return behindPair(name);
  return `topk(${MOST_ROWS}, count by (${labelText(name)}) ({${matcherText(name, '!=', '')}}))`;
}

/** `name=value`; a name holds no `=`, a value may. */
function behindPair(pair: string): string {
  const [name, value] = splitPair(pair);
  if (name === METRIC_NAME) return `count(${seriesText({ [METRIC_NAME]: value })})`;
  return `topk(${MOST_ROWS}, count by (${METRIC_NAME}) ({${matcherText(name, '=', value)}}))`;
}

export function splitPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** How many values each of these labels has among the series of a metric, as one query: a series each, with the label's name in `label`. */
export function labelCountsQuery(metric: string, labels: readonly string[]): string {
  const selector = seriesText({ [METRIC_NAME]: metric });
  return labels
    .map((name) => {
      const counted = `count(count by (${labelText(name)}) (${selector}))`;
      return `label_replace(${counted}, "label", ${quoted(name.replaceAll('$', '$$$$'))}, "", "")`;
    })
    .join(' or ');
}

/** How the values of one label are spread among the series of a metric. */
export function labelSpreadQuery(metric: string, label: string): string {
  return `topk(${MOST_ROWS}, count by (${labelText(label)}) (${seriesText({ [METRIC_NAME]: metric })}))`;
}
