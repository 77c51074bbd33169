/** Labels of a series by name; `__name__` is the metric. */
export type Labels = Readonly<Record<string, string>>;

export const METRIC_NAME = '__name__';

const PLAIN_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const PLAIN_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Label names in order, the metric's name left out. */
export function labelNames(labels: Labels): string[] {
  return Object.keys(labels)
    .filter((name) => name !== METRIC_NAME)
    .sort();
}

/** A series as PromQL writes it: `up{job="x"}`, `{"a.b",job="x"}` for a name that is no plain one, `{}` for none. */
export function seriesText(labels: Labels): string {
  const metric = labels[METRIC_NAME] ?? '';
  const pairs = labelNames(labels).map((name) => matcherText(name, '=', labels[name] ?? ''));
  if (metric !== '' && !PLAIN_METRIC.test(metric)) return `{${[quoted(metric), ...pairs].join(', ')}}`;
  if (pairs.length === 0) return metric === '' ? '{}' : metric;
  return `${metric}{${pairs.join(', ')}}`;
}

/** One matcher: `job="x"`, with the name in quotes where PromQL needs it. */
export function matcherText(name: string, operator: '=' | '!=', value: string): string {
  return `${labelText(name)}${operator}${quoted(value)}`;
}

/** The name of a label where PromQL expects one, as in `by (job)`. */
export function labelText(name: string): string {
  return PLAIN_LABEL.test(name) ? name : quoted(name);
}

/** The name of a label as it stands in an address: what is no plain name is written as `U__` and code points, as Prometheus reads it. */
export function labelInPath(name: string): string {
  if (PLAIN_LABEL.test(name)) return name;
  const escaped = [...name].map((char) => {
    if (char === '_') return '__';
    return /[a-zA-Z0-9]/.test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`;
  });
  return `U__${escaped.join('')}`;
}

/** A text in double quotes with the escapes of PromQL. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** A short text that tells a series from others and stays the same for the same labels: two 32-bit hashes, base 36. */
export function seriesId(labels: Labels): string {
  const text = Object.keys(labels)
    .sort()
    .map((name) => `${name}\u0000${labels[name]}`)
    .join('\u0001');
  let fnv = 0x811c9dc5;
  let other = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    fnv = Math.imul(fnv ^ unit, 0x01000193);
    other = Math.imul(other ^ (other >>> 15) ^ unit, 0x2c1b3c6d);
  }
  return `${(fnv >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}

/** Which labels all series have with the same value, and how each is called by the rest. */
export interface Naming {
  readonly common: Labels;
  readonly nameOf: (labels: Labels) => string;
  /** Names of the labels that differ, the metric's among them where it does. */
  readonly differing: readonly string[];
}

/** Names as short as they can be: what all series share is said once. A single series keeps its whole name. */
export function namingOf(all: readonly Labels[]): Naming {
  const [first] = all;
  if (first === undefined || all.length === 1) {
    return {
      common: {},
      nameOf: seriesText,
      differing: first === undefined ? [] : Object.keys(first).sort(byMetricFirst),
    };
  }
  const shared = Object.entries(first).filter(([name, value]) => all.every((labels) => labels[name] === value));
  const common = Object.fromEntries(shared);
  const names = new Set(all.flatMap((labels) => Object.keys(labels)));
  return {
    common,
    nameOf: (labels) => shortText(without(labels, common)),
    differing: [...names].filter((name) => !(name in common)).sort(byMetricFirst),
  };
}

/** Without its metric a series needs no braces to be told from others. */
function shortText(labels: Labels): string {
  const text = seriesText(labels);
  return METRIC_NAME in labels || text === '{}' ? text : text.slice(1, -1);
}

function without(labels: Labels, common: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !(name in common)));
}

function byMetricFirst(a: string, b: string): number {
  if (a === METRIC_NAME || b === METRIC_NAME) return Number(b === METRIC_NAME) - Number(a === METRIC_NAME);
  return a < b ? -1 : 1;
}
