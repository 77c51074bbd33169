// Serves the built page and invented answers, one scenario below each path: http://127.0.0.1:4173/large/ . For development and for the tests of
// states that a real cluster seldom shows. Usage: node dev/mock-server.mjs [port]. With PROMETHEUS_URL its API is that of a real Prometheus.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, prometheus } from './prometheus.mjs';
import { SCENARIOS, VERDICTS } from './scenarios.mjs';

const PORT = Number(process.argv[2] ?? process.env.MOCK_PORT ?? 4173);
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const STARTED = Date.now();
const INTERVAL = 2_000;
const SLOWNESS = 4_000;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const CSP = "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, scenario = '', ...rest] = url.pathname.split('/');
  if (!Object.hasOwn(SCENARIOS, scenario)) return sendScenarios(response);
  const path = rest.join('/');
  if (path.startsWith('api/v1/') || path === 'api/klamm/v1/query/explain')
    return void ofPrometheus(path, url, request, response);
  if (path.startsWith('api/klamm/v1/'))
    return answer(scenario, path.slice('api/klamm/v1/'.length), url.searchParams, response);
  return sendFile(scenario, path, response);
});
server.listen(PORT, '127.0.0.1', () => console.log(`mock server: http://127.0.0.1:${PORT}/normal/`));

function sendScenarios(response) {
  const links = Object.keys(SCENARIOS).map((name) => `<li><a href="/${name}/">${name}</a></li>`);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<ul>${links.join('')}</ul>`);
}

function sendFile(scenario, path, response) {
  const file = join(DIST, normalize(path));
  if (path !== '' && TYPES[extname(path)] !== undefined && existsSync(`${file}.gz`)) {
    response.writeHead(200, {
      'content-type': TYPES[extname(path)],
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    return response.end(readFileSync(`${file}.gz`));
  }
  const page = readFileSync(join(DIST, 'index.html'), 'utf8').replace(
    '<base href="/" />',
    `<base href="/${scenario}/" />`,
  );
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': CSP,
  });
  return response.end(page);
}

async function ofPrometheus(path, url, request, response) {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const form = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : url.searchParams;
  const name = path.replace('api/v1/', '');
  if (process.env.PROMETHEUS_URL !== undefined && path.startsWith('api/v1/'))
    return forward(name, form, gone.signal, response);
  const [status, body] = await (path.startsWith('api/v1/')
    ? prometheus(decodeURIComponent(name), form, gone.signal)
    : explain(form));
  return response.writeHead(status, { 'content-type': 'application/json' }).end(write(body));
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function forward(name, form, signal, response) {
  try {
    const answer = await fetch(`${process.env.PROMETHEUS_URL}/api/v1/${name}?${form}`, { signal });
    const headers = { 'content-type': answer.headers.get('content-type') ?? 'text/plain' };
    response.writeHead(answer.status, headers).end(await answer.text());
  } catch (error) {
    response.writeHead(502).end(String(error));
  }
}

function answer(scenario, path, params, response) {
  if (path === 'events') return stream(scenario, response);
  const reply = () => {
    const [status, body] = route(scenario, path.split('/').map(decodeURIComponent), params);
    response.writeHead(status, { 'content-type': 'application/json' }).end(write(body));
  };
  return scenario === 'slow' ? setTimeout(reply, SLOWNESS) : reply();
}

function stream(scenario, response) {
  if (scenario === 'silent') {
    response.writeHead(503, { 'content-type': 'application/json' });
    return response.end(write({ code: 'too_many_clients', message: 'clients: 101 (expected: at most 100)' }));
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const send = () => {
    for (const { name, state = 'ok' } of clusters(scenario)) {
      response.write(`event: snapshot\ndata: ${JSON.stringify({ cluster: name, state, cycle: cycle() })}\n\n`);
    }
  };
  send();
  const timer = setInterval(send, INTERVAL);
  response.on('close', () => clearInterval(timer));
  return undefined;
}

const cycle = () => Math.floor((Date.now() - STARTED) / INTERVAL);

function clusters(scenario) {
  const at = STARTED + cycle() * INTERVAL;
  return SCENARIOS[scenario](at, STARTED).map((cluster) => ({ at, ...cluster }));
}

function route(scenario, [first, name, list, item, more], params) {
  const all = clusters(scenario);
  if (all.some(({ broken }) => broken)) return failure(500, 'internal', 'NullPointerException: see the log');
  if (first !== 'clusters') return failure(404, 'not_found', `path: ${first}`);
  if (name === undefined) return [200, { clusters: all.map(summary) }];
  const cluster = all.find((one) => one.name === name);
  if (cluster === undefined) return failure(404, 'not_found', `cluster: ${name}`);
  if (list === undefined) return [200, summary(cluster)];
  if (cluster.starting) return failure(503, 'not_ready', `cluster: ${name} (expected: read at least once)`);
  if (more === 'history') return [200, { snapshot: snapshot(cluster), ...historyOf(cluster, item) }];
  return item === undefined ? listOf(cluster, list, params) : detailOf(cluster, list, item);
}

const failure = (status, code, message) => [status, { code, message }];

function snapshot({ name, state = 'ok', at, age = 0 }) {
  const seconds = age + (Date.now() - at) / 1000;
  const takenAt = new Date(Date.now() - seconds * 1000).toISOString();
  return { cluster: name, state, cycle: cycle(), takenAt, ageSeconds: seconds, stale: seconds > 45 };
}

function summary(cluster) {
  const { name, state = 'ok', problems = [], lastError, starting } = cluster;
  const head = { name, state: starting ? 'starting' : state, intervalSeconds: 15, problems, lastError };
  if (starting) return head;
  return {
    ...head,
    snapshot: snapshot(cluster),
    clusterId: '5L6g3nShT-eMCtK--X86sw',
    controllerId: 1,
    brokers: cluster.brokers.length,
    topics: cluster.topics.length,
    partitions: cluster.topics.reduce((sum, topic) => sum + topic.partitions, 0),
    underReplicatedPartitions: 0,
    offlinePartitions: 0,
    groups: cluster.groups.length,
    groupsByVerdict: countBy(cluster.groups.map(({ verdict }) => verdict)),
    totalLag: cluster.groups.reduce((sum, { totalLag }) => sum + (typeof totalLag === 'number' ? totalLag : 0), 0),
    ...cluster.sums,
  };
}

function listOf(cluster, list, params) {
  if (list === 'brokers')
    return [200, { snapshot: snapshot(cluster), brokers: cluster.brokers, quorum: cluster.quorum }];
  if (list === 'groups') {
    const type = params.get('type');
    const verdict = params.get('verdict');
    return page(cluster, params, 'groups', 'group', (row) => {
      const alarming = verdict === 'alarming' && VERDICTS.indexOf(row.verdict) >= VERDICTS.indexOf('warn');
      return (type === null || row.type === type) && (verdict === null || alarming || row.verdict === verdict);
    });
  }
  if (list === 'topics') {
    return page(cluster, params, 'topics', 'name', (row) => params.get('internal') !== 'false' || !row.internal);
  }
  return failure(404, 'not_found', `path: ${list}`);
}

function page(cluster, params, field, nameField, keep) {
  const search = (params.get('search') ?? '').toLowerCase();
  const sort = params.get('sort') ?? nameField;
  const sign = params.get('order') === 'desc' ? -1 : 1;
  const number = Number(params.get('page') ?? 1);
  const size = Number(params.get('pageSize') ?? 100);
  const found = cluster[field]
    .filter((row) => keep(row) && row[nameField].toLowerCase().includes(search))
    .sort((a, b) => sign * compare(sortValue(a, sort), sortValue(b, sort)) || compare(a[nameField], b[nameField]));
  const rows = found.slice((number - 1) * size, number * size);
  return [200, { snapshot: snapshot(cluster), page: number, pageSize: size, total: found.length, [field]: rows }];
}

/** What a row is sorted by: verdicts by severity, and those that are equal by lag. */
const sortValue = (row, sort) =>
  sort === 'verdict' && row.verdict !== undefined
    ? VERDICTS.indexOf(row.verdict) * 1e12 + (typeof row.totalLag === 'number' ? row.totalLag : 0)
    : row[sort];

function countBy(words) {
  const counts = {};
  for (const word of words) if (word !== undefined) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const historyOf = (cluster, group) => cluster.historyOf?.(group) ?? { times: [], rows: [] };

function compare(a, b) {
  const [x, y] = [a, b].map((value) => (value?.$big === undefined ? value : BigInt(value.$big)));
  if (x === undefined || y === undefined) return Number(x !== undefined) - Number(y !== undefined);
  if (x < y) return -1;
  return x > y ? 1 : 0;
}

function detailOf(cluster, list, item) {
  if (list === 'groups') {
    const group = cluster.groups.find((row) => row.group === item);
    if (group === undefined) return failure(404, 'not_found', `group: ${item}`);
    return [200, { snapshot: snapshot(cluster), group, ...cluster.groupDetail(item) }];
  }
  const topic = cluster.topics.find((row) => row.name === item);
  if (topic === undefined) return failure(404, 'not_found', `topic: ${item}`);
  const groups = cluster.groups
    .slice(0, topic.groups)
    .map(({ group, type, state, totalLag }) => ({ group, type, state, lag: totalLag }));
  return [200, { snapshot: snapshot(cluster), topic, partitions: cluster.partitionsOf(item), groups }];
}

/** JSON in which {$big: digits} stands as a bare number. */
function write(body) {
  return JSON.stringify(body).replace(/\{"\$big":"(\d+)"\}/g, '$1');
}
