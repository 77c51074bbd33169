// An invented Prometheus: answers the parts of its API that Explore asks, from series made up by formula. What a real one seldom does on demand is
// asked for by name: many_series, slow_metric, broken_metric, timed_out, warned_metric, hostile_metric, gappy_metric; every unknown name has no data.
const STEP_LIMIT = 11_000;
const DAY = 86_400;
const SLOWNESS = 60_000;

const groups = ['slow-consumer', 'billing', 'orders-stream', 'share-workers', '주문-알림'];
const topics = ['test-lag', 'orders', '주문-이벤트', 'payments.v2'];
const range = (count, of) => Array.from({ length: count }, (_, i) => of(i));
const instances = range(3, (i) => `127.0.0.1:${29_092 + i}`);

/** Each metric: what it is, its series, and the value of a series (its place among them) at a time in seconds. */
const METRICS = {
  up: gauge(
    'Whether the target answered.',
    () => instances.map((instance) => ({ job: 'kafka', instance })),
    () => 1,
  ),
  kafka_consumergroup_lag: gauge(
    'Records between the committed offset and the end of the partition.',
    () =>
      groups.flatMap((consumergroup, g) =>
        range(3, (p) => ({ consumergroup, topic: topics[g % 4], partition: `${p}` })),
      ),
    (i, t) => Math.max(0, Math.round(400 + 300 * i + 260 * Math.sin(t / 700 + i) + ((t / 9 + i * 40) % 400))),
  ),
  kafka_consumergroup_current_offset: counter(
    'Committed offset of a group on a partition.',
    () =>
      groups.flatMap((consumergroup, g) =>
        range(3, (p) => ({ consumergroup, topic: topics[g % 4], partition: `${p}` })),
      ),
    (i, t) => Math.round((t % (30 * DAY)) * (3 + i)),
  ),
  kafka_topic_partition_current_offset: counter(
    'End offset of a partition.',
    () => topics.flatMap((topic) => range(3, (p) => ({ topic, partition: `${p}` }))),
    (i, t) => Math.round((t % (30 * DAY)) * (4 + i)),
  ),
  kafka_brokers: gauge(
    'Brokers that are not fenced.',
    () => [{}],
    () => 3,
  ),
  temperature_celsius: gauge(
    'Above and below zero.',
    () => [{ room: 'a' }, { room: 'b' }],
    (i, t) => 12 * Math.sin(t / 1500 + i * 2) - i * 6,
  ),
  gappy_metric: gauge(
    'With gaps, lone points and odd numbers.',
    () => [{ kind: 'gap' }, { kind: 'lone' }, { kind: 'odd' }],
    (i, t) => {
      const at = Math.floor(t / 60) % 20;
      if (i === 0) return at > 8 && at < 14 ? undefined : 10 + at;
      if (i === 1) return at % 5 === 0 ? 25 : undefined;
      return at % 7 === 0 ? Number.NaN : at % 11 === 0 ? Number.POSITIVE_INFINITY : 5 + (at % 3);
    },
  ),
  many_series: gauge(
    'More series than a graph shows.',
    () => range(1_500, (i) => ({ partition: `${i}`, topic: `t${i % 40}` })),
    (i, t) => (i % 100) + Math.sin(t / 300 + i),
  ),
  slow_metric: gauge(
    'Takes a minute.',
    () => [{}],
    () => 1,
  ),
  broken_metric: gauge(
    'Fails.',
    () => [{}],
    () => 1,
  ),
  timed_out: gauge(
    'Takes longer than a query may.',
    () => [{}],
    () => 1,
  ),
  warned_metric: gauge(
    'Comes with a warning and a note.',
    () => [{ job: 'a' }],
    (_, t) => t % 100,
  ),
  hostile_metric: gauge(
    '<b onmouseover=alert(1)>not bold</b>',
    () => [
      { path: '<img src=x onerror=alert(1)>', quote: '"\\\n' },
      { path: '=HYPERLINK("http://x")', quote: "'" },
    ],
    (i) => i + 0.5,
  ),
};

function gauge(help, series, value) {
  return { type: 'gauge', help, series: series(), value };
}
function counter(help, series, value) {
  return { type: 'counter', help, series: series(), value };
}

/** Answers one request, or says that it is none of ours: [status, body], or a promise of it. */
export function prometheus(path, params, signal) {
  const [first, second, third] = path.split('/');
  if (first === 'query') return whenReady(params, signal, () => instantQuery(params));
  if (first === 'query_range') return whenReady(params, signal, () => rangeQuery(params));
  if (first === 'parse_query' || first === 'format_query') return parseOnly(params.get('query') ?? '');
  if (first === 'labels')
    return ok([...new Set(['__name__', ...selected(params).flatMap(({ labels }) => Object.keys(labels))])].sort());
  if (first === 'label' && third === 'values') return ok(valuesOf(second, params));
  if (first === 'series') return ok(selected(params).map(({ name, labels }) => ({ __name__: name, ...labels })));
  if (first === 'metadata')
    return ok(
      Object.fromEntries(Object.entries(METRICS).map(([name, { type, help }]) => [name, [{ type, help, unit: '' }]])),
    );
  if (path === 'status/tsdb') return ok(tsdb(Number(params.get('limit') ?? 10)));
  return [404, 'not found'];
}

/** Klamm's own addition: the plan of a query. */
export function explain(params) {
  const query = params.get('query') ?? '';
  const problem = syntaxError(query);
  if (problem !== undefined) return problem;
  const steps = params.has('step')
    ? Math.floor((Number(params.get('end')) - Number(params.get('start'))) / Number(params.get('step'))) + 1
    : 1;
  const found = evaluate(query).length;
  const node = (text, kind, series, millis, children = []) => ({
    text,
    kind,
    series,
    samples: series * steps,
    millis,
    children,
  });
  const [inner = 'up'] = /kafka_\w+(\{[^}]*\})?(\[[^\]]+\])?/.exec(query) ?? [];
  const selector = node(inner, 'vectorSelector', Math.max(found, 15), 2.4);
  const call = node(`rate(${inner})`, 'call', Math.max(found, 15), 5.1, [selector]);
  const root = node(query, 'aggregation', found, 7.9, [call, node('0', 'numberLiteral', 1, 0.01)]);
  return ok({ node: root }, { totals: { samples: 15 * steps, peakSamples: 15 * Math.min(steps, 60), millis: 8.3 } });
}

const ok = (data, more = {}) => [200, { status: 'success', data, ...more }];
const fail = (status, errorType, error) => [status, { status: 'error', errorType, error }];

function whenReady(params, signal, answer) {
  const query = params.get('query') ?? '';
  if (query.includes('broken_metric')) return fail(500, 'internal', 'expanding series: corrupt chunk');
  if (query.includes('timed_out')) return fail(503, 'timeout', 'query timed out in expression evaluation');
  const problem = syntaxError(query);
  if (problem !== undefined) return problem;
  if (!query.includes('slow_metric')) return answer();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(answer()), SLOWNESS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** A few of the errors that upstream finds, with its words and places. */
function syntaxError(query) {
  const bad = (at, text) => fail(400, 'bad_data', `invalid parameter "query": 1:${at}: parse error: ${text}`);
  if (query.trim() === '') return bad(1, 'unknown position: no expression found in input');
  const open = query.split('(').length;
  const closed = query.split(')').length;
  if (open > closed) return bad(query.length + 1, 'unclosed left parenthesis');
  const rated = /rate\((\w+)\)/.exec(query);
  if (rated !== null)
    return bad(rated.index + 6, 'expected type range vector in call to function "rate", got instant vector');
  const stray = /\w +([a-z]\w*)$/.exec(query);
  if (stray !== null && !/\b(by|without|on|ignoring|and|or|unless|offset|bool)\b/.test(query))
    return bad(query.length - stray[1].length + 1, `unexpected identifier "${stray[1]}"`);
  return undefined;
}

function parseOnly(query) {
  return syntaxError(query) ?? ok(query.trim().replace(/\s+/g, ' '));
}

/** Names a metric and perhaps labels to sum by: enough to tell one answer from another. */
function evaluate(query) {
  if (query.startsWith('label_replace(')) return labelCounts(query);
  const name = Object.keys(METRICS).find((metric) => new RegExp(`\\b${metric}\\b`).test(query));
  const metric = METRICS[name];
  if (metric === undefined) return /^[\d\s.+*/-]+$/.test(query) ? [{ labels: {}, at: () => 2 }] : [];
  if (/^count\(/.test(query)) return [{ labels: {}, at: () => metric.series.length }];
  const all = metric.series.map((labels, i) => ({
    labels: { __name__: name, ...labels },
    at: (t) => metric.value(i, t),
  }));
  const by = /\bby \(([^)]*)\)/
    .exec(query)?.[1]
    .split(',')
    .map((label) => label.trim());
  const kept = all.filter(({ labels }) =>
    [...query.matchAll(/(\w+)="([^"]*)"/g)].every(
      ([, label, value]) => labels[label] === undefined || labels[label] === value,
    ),
  );
  return by === undefined ? kept : sumBy(kept, by, /rate\(/.test(query));
}

/** How many values each label of a metric has, as the page of cardinality asks. */
function labelCounts(query) {
  return [...query.matchAll(/count by \((\w+)\) \((\w+)\)/g)].map(([, label, metric]) => ({
    labels: { label },
    at: () => new Set(METRICS[metric]?.series.map((labels) => labels[label])).size,
  }));
}

function sumBy(series, by, asRate) {
  const sums = new Map();
  for (const one of series) {
    const labels = Object.fromEntries(
      by.filter((name) => one.labels[name] !== undefined).map((name) => [name, one.labels[name]]),
    );
    const key = JSON.stringify(labels);
    sums.set(key, { labels, parts: [...(sums.get(key)?.parts ?? []), one] });
  }
  const at = (one, t) => (asRate ? (one.at(t) - one.at(t - 60)) / 60 : one.at(t));
  return [...sums.values()].map(({ labels, parts }) => ({
    labels,
    at: (t) => parts.reduce((sum, one) => sum + at(one, t), 0),
  }));
}

const text = (value) => (Number.isNaN(value) ? 'NaN' : value === Number.POSITIVE_INFINITY ? '+Inf' : String(value));

function instantQuery(params) {
  const time = Number(params.get('time') ?? Date.now() / 1000);
  const query = params.get('query') ?? '';
  if (/^[\d.]+$/.test(query.trim())) return ok({ resultType: 'scalar', result: [time, query.trim()] });
  const { shown, more } = limited(evaluate(query), params);
  const result = shown.flatMap(({ labels, at }) => {
    const value = at(time);
    return value === undefined ? [] : [{ metric: labels, value: [time, text(value)] }];
  });
  return ok({ resultType: 'vector', result }, { ...remarks(query), ...more });
}

function rangeQuery(params) {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)));
  const query = params.get('query') ?? '';
  if ((end - start) / step > STEP_LIMIT)
    return fail(
      400,
      'bad_data',
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  const times = range(Math.floor((end - start) / step) + 1, (i) => start + i * step);
  const { shown, more } = limited(evaluate(query), params);
  const result = shown.map(({ labels, at }) => ({
    metric: labels,
    values: times.flatMap((t) => (at(t) === undefined ? [] : [[t, text(at(t))]])),
  }));
  return ok({ resultType: 'matrix', result }, { ...remarks(query), ...more });
}

function remarks(query) {
  if (!query.includes('warned_metric')) return {};
  return {
    warnings: ['a part of the range could not be read: block 01J9 is being compacted'],
    infos: [
      'PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "warned_metric" (1:6)',
    ],
  };
}

function limited(series, params) {
  const limit = Number(params.get('limit') ?? 0);
  if (limit === 0 || series.length <= limit) return { shown: series, more: {} };
  return { shown: series.slice(0, limit), more: { warnings: ['results truncated due to limit'] } };
}

function selected(params) {
  const wanted = /__name__="([^"]+)"/.exec(params.get('match[]') ?? '')?.[1];
  return Object.entries(METRICS)
    .filter(([name]) => wanted === undefined || name === wanted)
    .flatMap(([name, { series }]) => series.map((labels) => ({ name, labels })));
}

function valuesOf(label, params) {
  const all = selected(params).map(({ name, labels }) => (label === '__name__' ? name : labels[label]));
  return [...new Set(all.filter((value) => value !== undefined))].sort();
}

function tsdb(limit) {
  const all = selected(new URLSearchParams());
  const count = (of) => {
    const counts = new Map();
    for (const one of all) for (const key of of(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts]
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => b.value - a.value)
      .slice(0, limit);
  };
  const labels = [...new Set(all.flatMap((one) => Object.keys(one.labels)))];
  const values = labels.map((name) => ({ name, value: new Set(all.map((one) => one.labels[name])).size }));
  return {
    headStats: {
      numSeries: all.length,
      numLabelPairs: 1_632,
      chunkCount: all.length * 2,
      minTime: Date.now() - 7_200_000,
      maxTime: Date.now(),
    },
    seriesCountByMetricName: count(({ name }) => [name]),
    labelValueCountByLabelName: values.sort((a, b) => b.value - a.value).slice(0, limit),
    memoryInBytesByLabelName: values.map(({ name, value }) => ({ name, value: value * 9 })).slice(0, limit),
    seriesCountByLabelValuePair: count((one) => Object.entries(one.labels).map(([name, value]) => `${name}=${value}`)),
  };
}
