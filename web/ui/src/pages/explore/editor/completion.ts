import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { type CompleteStrategy, newCompleteStrategy, type PrometheusClient } from '@prometheus-io/codemirror-promql';
import { EqlSingle } from '@prometheus-io/lezer-promql';
import type { QueryClient } from '@tanstack/react-query';
import { labelNamesQuery, labelValuesQuery, metadataQuery, metricNamesQuery, seriesOf } from '../../../api/promQueries';
import { labelText, METRIC_NAME } from '../../../lib/prom/labels';
import { KINDS, KOREAN } from './functions.ko';

/** What Prometheus has behind a flag and Klamm refuses is not offered. */
const REFUSED: ReadonlySet<string> = new Set([
  ...['mad_over_time', 'ts_of_first_over_time', 'ts_of_last_over_time', 'ts_of_max_over_time', 'ts_of_min_over_time'],
  ...['double_exponential_smoothing', 'sort_by_label', 'sort_by_label_desc', 'histogram_quantiles', 'info'],
  ...['start_timestamp', 'start', 'end', 'step', 'range', 'step()', 'range()', 'max_of', 'min_of'],
  ...['limitk', 'limit_ratio', 'fill', 'fill_left', 'fill_right', 'anchored', 'smoothed'],
]);
/** Kinds of completions that are words of the language; a metric of the same name is of another kind. */
const WORDS: ReadonlySet<string> = new Set(['function', 'aggregation', 'keyword']);

/** Completion of PromQL with the names and values that the server knows; what a word does is told in the language of the page. */
export function completionFor(client: QueryClient, language: string): CompleteStrategy {
  const strategy = newCompleteStrategy({ remote: serverNames(client) });
  return {
    promQL: async (context: CompletionContext) => told(await strategy.promQL(context), language),
  };
}

function told(result: CompletionResult | null, language: string): CompletionResult | null {
  if (result === null) return null;
  const options = result.options.filter((option) => !(isWord(option) && REFUSED.has(option.label)));
  return { ...result, options: language === 'ko' ? options.map(inKorean) : options };
}

const isWord = ({ type }: Completion): boolean => type !== undefined && WORDS.has(type);

function inKorean(option: Completion): Completion {
  if (!isWord(option)) return option;
  const { label, detail, info } = option;
  const kind = detail === undefined ? undefined : KINDS[detail];
  return {
    ...option,
    ...(kind === undefined ? {} : { detail: kind }),
    ...(info === undefined ? {} : { info: KOREAN[label] ?? info }),
  };
}

/** The names and values, through the page's own cache. */
function serverNames(client: QueryClient): PrometheusClient {
  return {
    metricNames: () => orNothing(async () => [...(await client.fetchQuery(metricNamesQuery()))], []),
    metricMetadata: () => orNothing(() => client.fetchQuery(metadataQuery()), {}),
    labelNames: (metric) => orNothing(async () => [...(await client.fetchQuery(labelNamesQuery(metric)))], []),
    labelValues: (label, metric, matchers = []) =>
      orNothing(async () => {
        const query = labelValuesQuery(
          label,
          metric,
          matchers.flatMap((matcher) => matcherOf(matcher, label)),
        );
        return [...(await client.fetchQuery(query))];
      }, []),
    series: (metric) =>
      orNothing(async () => (await seriesOf(metric, client)).map((labels) => new Map(Object.entries(labels))), []),
    flags: async () => ({}),
  };
}

/** What cannot be read is not offered: the query itself will say what is wrong. */
async function orNothing<T>(ask: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await ask();
  } catch {
    return nothing;
  }
}

interface Written {
  readonly type: number;
  readonly name: string;
  readonly value: string;
}

/** A matcher `name="value"` that is written already narrows the values offered for another label; its value still has its escapes. */
function matcherOf({ type, name, value }: Written, label: string): string[] {
  const usable = type === EqlSingle && value !== '' && !/(^|[^\\])"/.test(value);
  return usable && name !== label && name !== METRIC_NAME ? [`${labelText(name)}="${value}"`] : [];
}
