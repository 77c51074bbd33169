import type { Metadata } from '../../api/promQueries';
import { matches } from '../search';

/** A metric as the browser lists it. */
export interface Metric {
  readonly name: string;
  /** `counter`, `gauge` …; empty when no target says. */
  readonly type: string;
  readonly help: string;
}

const SUFFIX = /_(total|count|sum|bucket|created|info)$/;

/** Every metric with what targets say of it; the parts of a histogram or a summary share what is said of the whole. */
export function metricList(
  names: readonly string[],
  metadata: Readonly<Record<string, readonly Metadata[]>>,
): readonly Metric[] {
  return names.map((name) => {
    const [told] = metadata[name] ?? metadata[name.replace(SUFFIX, '')] ?? [];
    return { name, type: told?.type === 'unknown' ? '' : (told?.type ?? ''), help: told?.help ?? '' };
  });
}

/** The metrics whose name or help has all words of a search: first those whose name begins with it, then those whose name has it. */
export function findMetrics(metrics: readonly Metric[], search: string): readonly Metric[] {
  const words = search
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return metrics;
  const found = metrics.filter(({ name, help }) => words.every((word) => matches(word, [name, help])));
  const rank = ({ name }: Metric) => {
    if (name.toLowerCase().startsWith(words.join(' ').toLowerCase())) return 0;
    return words.every((word) => matches(word, [name])) ? 1 : 2;
  };
  return found
    .map((metric) => [rank(metric), metric] as const)
    .sort(([a], [b]) => a - b)
    .map(([, metric]) => metric);
}
