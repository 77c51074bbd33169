import { formatDuration, parseDuration } from '../prom/duration';
import { matcherText } from '../prom/labels';
import { severityOf, VERDICTS } from '../verdict';
import { type Matcher, parseMatchers } from './matchers';
import type { RuleFields, Template } from './ruleForm';

/** How a template writes its expression, and reads one that it has written; what it does not know it leaves to others. */
export interface Writer {
  /** Undefined while a field that it needs cannot be read. */
  readonly write: (fields: RuleFields) => string | undefined;
  readonly read: (expr: string) => Partial<RuleFields> | undefined;
}

const SELECTOR = /(?<selector>\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\})?/.source;
const NUMBER = /(?<number>-?\d+(?:\.\d+)?(?:e\+?\d+)?)/.source;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e\+?\d+)?$/;
const MUTED = ' unless on (cluster, consumergroup) klamm_consumergroup_muted';
const OF_EACH = /by \(cluster, consumergroup(?<topic>, topic)?\)/.source;
/** Makes the median deviation of a normal distribution its standard deviation. */
const SCALE = '0.6745';

export const WRITERS: Record<Exclude<Template, 'free'>, Writer> = {
  lag: overGroups('sum', (selector) => `kafka_consumergroup_lag${selector}`, `kafka_consumergroup_lag${SELECTOR}`),
  average: overGroups(
    'sum',
    (selector, { window }) => `avg_over_time(kafka_consumergroup_lag${selector}[${window}])`,
    `avg_over_time\\(kafka_consumergroup_lag${SELECTOR}\\[(?<window>\\w+)\\]\\)`,
  ),
  verdict: {
    write: (fields) => {
      const sign = fields.orWorse ? '>=' : '==';
      return `klamm_consumergroup_severity${selectorOf(fields)} ${sign} ${severityOf(fields.verdict)}${MUTED}`;
    },
    read: reader(`klamm_consumergroup_severity${SELECTOR} (?<sign>>=|==) ${NUMBER}${escaped(MUTED)}`, (found) => {
      const verdict = VERDICTS[Number(found.number)];
      return verdict === undefined ? undefined : { verdict, orWorse: found.sign === '>=' };
    }),
  },
  seconds: inTime('max', 'klamm_consumergroup_lag_seconds', '>'),
  loss: inTime('min', 'klamm_consumergroup_seconds_until_loss', '<'),
  outlier: {
    write: writeOutlier,
    read: reader(
      `${escaped(SCALE)} \\* \\(\\((?<metric>.+?)\\) - on \\((?<peers>[^()]+)\\) group_left \\(\\) .+ > ${NUMBER} and .+ >= (?<least>[\\d.]+)`,
      ({ metric, peers, number, least }) => ({ metric, peers, threshold: number, least }),
    ),
  },
  underReplicated: {
    write: (fields) =>
      numbered(
        fields,
        (number) =>
          `sum by (cluster, topic) (kafka_topic_partition_under_replicated_partition${selectorOf({ ...fields, group: '' })}) > ${number}`,
      ),
    read: reader(
      `sum by \\(cluster, topic\\) \\(kafka_topic_partition_under_replicated_partition${SELECTOR}\\) > ${NUMBER}`,
      ({ number }) => ({ threshold: number }),
    ),
  },
};

/** A number as PromQL takes it; undefined for what is none. */
export function plainNumber(text: string): string | undefined {
  const plain = text.trim().replaceAll(/[,_\s]/g, '');
  return PLAIN_NUMBER.test(plain) ? plain : undefined;
}

function overGroups(sum: string, inside: (selector: string, fields: RuleFields) => string, source: string): Writer {
  return {
    write: (fields) => {
      if (source.includes('<window>') && parseDuration(fields.window) === undefined) return undefined;
      return numbered(
        fields,
        (number) => `${sum} ${byOf(fields)} (${inside(selectorOf(fields), fields)}) ${fields.operator} ${number}`,
      );
    },
    read: reader(`${sum} ${OF_EACH} \\(${source}\\) (?<operator>>=|>) ${NUMBER}`, (found) => ({
      eachTopic: found.topic !== undefined,
      operator: found.operator === '>' ? '>' : '>=',
      threshold: found.number,
      ...(found.window === undefined ? {} : { window: found.window }),
    })),
  };
}

function inTime(aggregate: string, metric: string, sign: string): Writer {
  return {
    write: (fields) => {
      const seconds = parseDuration(fields.threshold.trim());
      if (seconds === undefined) return undefined;
      return `${aggregate} ${byOf(fields)} (${metric}${selectorOf(fields)}) ${sign} ${seconds}`;
    },
    read: reader(`${aggregate} ${OF_EACH} \\(${metric}${SELECTOR}\\) ${sign} ${NUMBER}`, (found) => ({
      eachTopic: found.topic !== undefined,
      threshold: formatDuration(Number(found.number)),
    })),
  };
}

/** How far a value lies above the median of its peers, in median deviations: the robust z-score. */
function writeOutlier(fields: RuleFields): string | undefined {
  const peers = fields.peers
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join(', ');
  const least = plainNumber(fields.least);
  if (peers === '' || least === undefined || fields.metric.trim() === '') return undefined;
  const value = `(${fields.metric.trim()})`;
  const match = `on (${peers}) group_left ()`;
  const above = `${value} - ${match} quantile by (${peers}) (0.5, ${value})`;
  const spread = `quantile by (${peers}) (0.5, abs(${above}))`;
  return numbered(
    fields,
    (number) => `${SCALE} * (${above}) / ${match} ${spread} > ${number} and ${above} >= ${least}`,
  );
}

function numbered({ threshold }: RuleFields, write: (number: string) => string): string | undefined {
  const number = plainNumber(threshold);
  return number === undefined ? undefined : write(number);
}

type Found = Readonly<Record<string, string>>;

function reader(
  source: string,
  fieldsOf: (found: Found) => Partial<Record<keyof RuleFields, unknown>> | undefined,
): Writer['read'] {
  const whole = new RegExp(`^${source}$`, 's');
  return (expr) => {
    const found = whole.exec(expr)?.groups as Found | undefined;
    const fields = found && fieldsOf(found);
    const place = found && placeOf(found.selector ?? '');
    return fields === undefined || place === undefined ? undefined : ({ ...fields, ...place } as Partial<RuleFields>);
  };
}

const byOf = ({ eachTopic }: RuleFields): string => `by (cluster, consumergroup${eachTopic ? ', topic' : ''})`;

/** Labels that choose what is looked at, in the order in which they are written. */
const PLACES = { cluster: 'cluster', consumergroup: 'group', topic: 'topic' } as const;

function selectorOf(fields: RuleFields): string {
  const matchers = Object.entries(PLACES).flatMap(([label, field]) => {
    const value = fields[field].trim();
    if (value === '') return [];
    return value.includes('*') ? [`${label}=~"${patternOf(value)}"`] : [matcherText(label, '=', value)];
  });
  return matchers.length === 0 ? '' : `{${matchers.join(', ')}}`;
}

function placeOf(selector: string): Partial<RuleFields> | undefined {
  const matchers = parseMatchers(selector);
  if (matchers === undefined) return undefined;
  const place: Record<string, string> = { cluster: '', group: '', topic: '' };
  for (const matcher of matchers) {
    const field = (PLACES as Readonly<Record<string, string>>)[matcher.name];
    const value = wordOf(matcher);
    if (field === undefined || value === undefined) return undefined;
    place[field] = value;
  }
  return place;
}

/** What a person would type for a matcher: a star stands for anything. */
function wordOf({ operator, value }: Matcher): string | undefined {
  if (operator === '=') return value;
  return operator === '=~' ? value.replaceAll('.*', '*').replaceAll(/\\(.)/gs, '$1') : undefined;
}

function patternOf(word: string): string {
  return word
    .split('*')
    .map((part) => escaped(part).replaceAll('\\', '\\\\').replaceAll('"', '\\"'))
    .join('.*');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
