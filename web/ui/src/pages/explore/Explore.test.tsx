import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { type Answers, CLUSTER, promError, promReply, serve, show } from '../../testApp';

const base: Answers = { '/clusters': { clusters: [CLUSTER] } };
const vector = (...rows: [labels: object, value: string][]) =>
  promReply({
    resultType: 'vector',
    result: rows.map(([metric, value]) => ({ metric, value: [1_795_221_000, value] })),
  });
const LAG = vector(
  [{ __name__: 'lag', consumergroup: 'billing', topic: 'orders' }, '120'],
  [{ __name__: 'lag', consumergroup: '주문-알림', topic: 'orders' }, '7'],
);
const table = (expr: string) => `/explore?${new URLSearchParams({ 'A.expr': expr, 'A.view': 'table' })}`;
const asked = (urls: readonly URL[], path: string) => urls.filter(({ pathname }) => pathname === `/api/v1/${path}`);

test('explore_blank_offersQuestions', async () => {
  const urls = serve({ ...base, '/api/v1/query_range': promReply({ resultType: 'matrix', result: [] }) });
  await show('/explore');
  await userEvent.click(await screen.findByRole('button', { name: /Lag of each group/ }));
  await waitFor(() => expect(asked(urls, 'query_range')).toHaveLength(1));
  const { searchParams } = asked(urls, 'query_range')[0] as URL;
  expect(searchParams.get('query')).toBe('sum by (consumergroup) (kafka_consumergroup_lag)');
  expect(Number(searchParams.get('end')) - Number(searchParams.get('start'))).toBe(3_600);
  expect(searchParams.get('step')).toBe('10');
  expect(document.title).toBe('Explore · Klamm');
});

test('explore_table_hasAColumnForEachLabelThatDiffers', async () => {
  serve({ ...base, '/api/v1/query': LAG });
  await show(table('lag'));
  const values = await screen.findByRole('table', { name: 'Values of query A' });
  const headers = within(values).getAllByRole('columnheader');
  expect(headers.map(({ textContent }) => textContent)).toEqual(['consumergroup', 'Value']);
  expect(within(values).getByText('주문-알림')).toBeDefined();
  expect(screen.getByText('topic="orders"')).toBeDefined();
  expect(screen.getByText(/^2 series/)).toBeDefined();
});

test('explore_tableSorted_byValue_andBackToTheOrderOfTheServer', async () => {
  serve({ ...base, '/api/v1/query': LAG });
  await show(table('lag'));
  const values = await screen.findByRole('table', { name: 'Values of query A' });
  const first = () => within(values).getAllByRole('row')[1]?.textContent;
  const click = () => userEvent.click(within(values).getByRole('button', { name: 'Value' }));
  expect(first()).toContain('billing');
  await click();
  await click();
  await waitFor(() => expect(first()).toContain('주문-알림'));
  await click();
  await waitFor(() => expect(first()).toContain('billing'));
});

test('explore_instantQuery_isOfTheEndOfTheRange', async () => {
  const urls = serve({ ...base, '/api/v1/query': LAG });
  await show(`${table('lag')}&from=1795217400000&to=1795221000000`);
  await screen.findByRole('table', { name: 'Values of query A' });
  expect(asked(urls, 'query')[0]?.searchParams.get('time')).toBe('1795221000');
});

test.each(['/explore?A.expr=up', '/explore/cardinality'])(
  '%s_serverWithoutAStore_saysSoAndOffersNoEditor',
  async (address) => {
    const none = promError(404, 'unavailable', 'store: none (expected: a server that keeps series)');
    serve({
      ...base,
      '/api/v1/status/buildinfo': none,
      '/api/v1/status/tsdb': none,
      '/api/v1/query_range': none,
    });
    await show(address);
    expect(await screen.findByRole('heading', { name: 'This server keeps no series' })).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getAllByRole('heading')).toHaveLength(2);
  },
);

test('explore_noData_saysWhatToDo', async () => {
  serve({ ...base, '/api/v1/query': vector() });
  await show(table('nothing'));
  expect(await screen.findByRole('heading', { name: 'No data at this moment' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Look at the last 24 hours' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'See which metrics there are' }));
  expect(await screen.findByRole('complementary', { name: 'Metrics' })).toBeDefined();
});

test('explore_syntaxError_isShownWhereItLies_inTheServersWords', async () => {
  const message = 'invalid parameter "query": 1:6: parse error: expected type range vector';
  serve({ ...base, '/api/v1/query': promError(400, 'bad_data', message) });
  await show(table('rate(up)'));
  expect(await screen.findByRole('heading', { name: 'This query has an error' })).toBeDefined();
  expect(screen.getByText(message)).toBeDefined();
  expect(document.querySelector('mark')?.textContent).toBe('The error is here: up');
});

test('explore_tooManyPoints_offersALargerStep', async () => {
  const error = promError(400, 'bad_data', 'exceeded maximum resolution of 11,000 points per timeseries.');
  const urls = serve({ ...base, '/api/v1/query_range': error });
  await show('/explore?A.expr=up&step=1s&from=now-7d&to=now');
  await userEvent.click(await screen.findByRole('button', { name: 'Use a step of 1m' }));
  await waitFor(() => expect(asked(urls, 'query_range').at(-1)?.searchParams.get('step')).toBe('60'));
});

test.each([
  [promError(503, 'timeout', 'query timed out'), 'This query took too long'],
  [promError(422, 'execution', 'found duplicate series'), 'This query could not be evaluated'],
  [promError(500, 'internal', 'broken'), 'The server made an error'],
  [404, 'This server answers no queries'],
  [0, 'The server does not answer'],
])('explore_error%#_isSaidInWords', async (answer, title) => {
  serve({ ...base, '/api/v1/query': answer });
  await show(table('up'));
  expect(await screen.findByRole('heading', { name: title })).toBeDefined();
});

test('explore_warningsAndInfos_areShown', async () => {
  serve({
    ...base,
    '/api/v1/query': promReply(
      { resultType: 'scalar', result: [1, '2'] },
      { warnings: ['half of it'], infos: ['a hint'] },
    ),
  });
  await show(table('2'));
  expect((await screen.findByText('half of it')).closest('[role=status]')?.textContent).toBe('Warning: half of it');
  expect(screen.getByText('a hint')).toBeDefined();
});

test('explore_moreSeriesThanShown_areCounted', async () => {
  const many = Array.from({ length: 10_001 }, (_, i): [object, string] => [{ i: `${i}` }, '1']);
  serve({
    ...base,
    '/api/v1/query': (url) =>
      url.searchParams.get('query')?.startsWith('count(') === true ? vector([{}, '12345']) : vector(...many),
  });
  await show(table('many'));
  expect(await screen.findByText(/10,000 of 12,345 series are shown/)).toBeDefined();
});

test('explore_slowQuery_isCancelled', async () => {
  let aborted = false;
  serve({
    ...base,
    '/api/v1/query': (_url, signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          aborted = true;
          reject(new DOMException('aborted', 'AbortError'));
        });
      }),
  });
  await show(table('slow'));
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText(/^Cancelled/)).toBeDefined();
  expect(aborted).toBe(true);
});

test('explore_longQuery_isSentAsAForm', async () => {
  const expr = `up{job=~"${'x'.repeat(3_000)}"}`;
  const bodies: string[] = [];
  serve({
    ...base,
    '/api/v1/query': (_url, _signal, body) => {
      bodies.push(String(body));
      return vector();
    },
  });
  await show(table(expr));
  await screen.findByRole('heading', { name: 'No data at this moment' });
  expect(new URLSearchParams(bodies[0]).get('query')).toBe(expr);
});

test('explore_twoQueries_areAskedEach_andOneCanBeSwitchedOff', async () => {
  const urls = serve({ ...base, '/api/v1/query': LAG });
  await show(`${table('lag')}&B.expr=up&B.view=table&C.expr=off&C.off=1&C.view=table`);
  await screen.findByRole('table', { name: 'Values of query B' });
  expect(
    asked(urls, 'query')
      .map(({ searchParams }) => searchParams.get('query'))
      .sort(),
  ).toEqual(['lag', 'up']);
  await userEvent.click(screen.getByRole('button', { name: 'Switch query B off' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: 'Values of query B' })).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Switch query C on' }));
  expect(await screen.findByRole('table', { name: 'Values of query C' })).toBeDefined();
});

test('explore_views_areWalkedByKeys', async () => {
  const urls = serve({ ...base, '/api/v1/query': LAG, '/query/explain': PLAN });
  await show(table('lag'));
  await screen.findByRole('table', { name: 'Values of query A' });
  screen.getByRole('tab', { name: 'Table' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(await screen.findByRole('treegrid', { name: 'Plan of the query' })).toBeDefined();
  expect(document.activeElement?.textContent).toBe('Explain');
  expect(urls.some(({ pathname }) => pathname === '/api/klamm/v1/query/explain')).toBe(true);
});

const leaf = { text: 'lag', kind: 'selector', series: 3, samples: 1_083, millis: 1.234, children: [] };
const PLAN = promReply(
  { node: { text: 'sum(lag)', kind: 'aggregation', series: 1, samples: 361, millis: 4, children: [leaf] } },
  { totals: { samples: 1_083, peakSamples: 361, millis: 4.5 } },
);

test('plan_isATreeThatFolds', async () => {
  const urls = serve({ ...base, '/query/explain': PLAN });
  await show('/explore?A.expr=sum(lag)&A.view=explain');
  const tree = await screen.findByRole('treegrid', { name: 'Plan of the query' });
  const [, root, child] = within(tree).getAllByRole('row');
  expect(child?.getAttribute('aria-level')).toBe('2');
  expect(child?.textContent).toContain('1.23 ms');
  expect(urls.find(({ pathname }) => pathname.endsWith('explain'))?.searchParams.get('step')).toBe('10');
  root?.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(within(tree).queryByText('lag')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'At its end' }));
  await waitFor(() => expect(urls.at(-1)?.searchParams.has('time')).toBe(true));
});

test('plan_serverWithoutPlans_saysSo', async () => {
  serve(base);
  await show('/explore?A.expr=up&A.view=explain');
  expect(await screen.findByRole('heading', { name: 'This server does not explain queries' })).toBeDefined();
});

test('range_presetAndTypedEnds_areAsked', async () => {
  const urls = serve({ ...base, '/api/v1/query': LAG });
  await show(table('lag'));
  await userEvent.click(await screen.findByRole('button', { name: /Time range: Last 1 hour/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Last 6 hours' }));
  await userEvent.click(await screen.findByRole('button', { name: /Time range: Last 6 hours/ }));
  const to = await screen.findByRole('textbox', { name: 'To' });
  await userEvent.clear(to);
  await userEvent.type(to, 'yesterday');
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('Not a time that can be read')).toBeDefined();
  await userEvent.clear(to);
  await userEvent.type(to, '2030-01-01 00:00');
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() =>
    expect(asked(urls, 'query').at(-1)?.searchParams.get('time')).toBe(
      String(Date.parse('2029-12-31T15:00:00Z') / 1000),
    ),
  );
});

test('range_reversed_isSaid', async () => {
  serve(base);
  await show('/explore?A.expr=up&from=now&to=now-1h');
  expect(await screen.findByText('The range ends before it begins')).toBeDefined();
});

test('history_keepsWhatWasAsked', async () => {
  const urls = serve({
    ...base,
    '/api/v1/query': LAG,
    '/api/v1/query_range': promReply({ resultType: 'matrix', result: [] }),
  });
  await show('/explore?panel=history');
  await userEvent.click(await screen.findByRole('button', { name: /Which targets answer/ }));
  const panel = screen.getByRole('complementary', { name: 'History' });
  const past = await within(panel).findByRole('button', { name: /^up/ });
  const before = asked(urls, 'query_range').length;
  await userEvent.click(past);
  await waitFor(() => expect(asked(urls, 'query_range').length).toBeGreaterThan(before));
  await userEvent.click(within(panel).getByRole('button', { name: 'Forget up' }));
  expect(await within(panel).findByText(/Queries that you run appear here/)).toBeDefined();
});

test('metrics_areFound_andTheirLabelsOpened', async () => {
  const urls = serve({
    ...base,
    '/api/v1/label/__name__/values': promReply(['kafka_brokers', 'kafka_consumergroup_lag', 'up']),
    '/api/v1/metadata': promReply({ kafka_consumergroup_lag: [{ type: 'gauge', help: 'Records left to read' }] }),
    '/api/v1/labels': promReply(['__name__', 'topic']),
    '/api/v1/label/topic/values': promReply(['orders', '주문']),
  });
  await show('/explore?panel=metrics');
  const panel = await screen.findByRole('complementary', { name: 'Metrics' });
  await userEvent.type(await within(panel).findByRole('textbox', { name: 'Search metrics' }), 'left to');
  await waitFor(() => expect(within(panel).queryByText('kafka_brokers')).toBeNull());
  await userEvent.click(within(panel).getByRole('button', { name: 'Labels of kafka_consumergroup_lag' }));
  await userEvent.click(await within(panel).findByText('topic'));
  expect(await within(panel).findByRole('button', { name: '주문' })).toBeDefined();
  expect(asked(urls, 'label/topic/values')[0]?.searchParams.get('match[]')).toBe(
    '{__name__="kafka_consumergroup_lag"}',
  );
});

test('prometheusLink_leadsToTheSameQuery', async () => {
  const urls = serve({ ...base, '/api/v1/query': LAG });
  await show('/graph?g0.expr=lag+%3E+100&g0.tab=1');
  await screen.findByRole('table', { name: 'Values of query A' });
  expect(asked(urls, 'query')[0]?.searchParams.get('query')).toBe('lag > 100');
});

test('explore_inKorean_hasKoreanWords', async () => {
  serve({ ...base, '/api/v1/query': vector() });
  await show(table('nothing'), 'ko');
  expect(await screen.findByRole('heading', { level: 1, name: '탐색' })).toBeDefined();
  expect(await screen.findByRole('heading', { name: '이 시점에 데이터가 없습니다' })).toBeDefined();
  expect(screen.getByRole('button', { name: '조회 기간: 최근 1시간' })).toBeDefined();
});

test('explore_hostileLabels_areOnlyText', async () => {
  serve({ ...base, '/api/v1/query': vector([{ a: '<img src=x onerror=alert(1)>' }, '1'], [{ a: 'b' }, '2']) });
  await show(table('x'));
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeDefined();
  expect(document.querySelector('main img')).toBeNull();
});

const TSDB = promReply({
  headStats: {
    numSeries: 1_000,
    numLabelPairs: 50,
    chunkCount: 2_000,
    minTime: 1_795_217_400_000,
    maxTime: 1_795_221_000_000,
  },
  seriesCountByMetricName: [
    { name: 'lag', value: 900 },
    { name: 'up', value: 3 },
  ],
  labelValueCountByLabelName: [{ name: 'topic', value: 300 }],
  memoryInBytesByLabelName: [{ name: 'topic', value: 4_096 }],
  seriesCountByLabelValuePair: [{ name: 'job=kafka', value: 990 }],
});

test('cardinality_lists_leadToQueries', async () => {
  serve({ ...base, '/api/v1/status/tsdb': TSDB });
  await show('/explore/cardinality');
  const values = await screen.findByRole('table', { name: 'Labels with the most values' });
  const link = within(values).getByRole('link', { name: 'topic' });
  const { searchParams } = new URL(link.getAttribute('href') ?? '', 'http://x');
  expect(searchParams.get('A.expr')).toBe('topk(50, count by (topic) ({topic!=""}))');
  expect(searchParams.get('A.view')).toBe('table');
  const metrics = screen.getByRole('table', { name: 'Metrics with the most series' });
  expect(within(metrics).getByText('90%')).toBeDefined();
  expect(within(metrics).getByText('< 1%')).toBeDefined();
  await userEvent.click(within(metrics).getByRole('button', { name: 'Metric' }));
  expect(within(metrics).getAllByRole('link')[0]?.textContent).toBe('lag');
});

test('cardinality_metric_countsTheValuesOfItsLabels', async () => {
  const urls = serve({
    ...base,
    '/api/v1/status/tsdb': TSDB,
    '/api/v1/labels': promReply(['__name__', 'job', 'topic']),
    '/api/v1/query': vector([{ label: 'job' }, '1'], [{ label: 'topic' }, '300']),
  });
  await show('/explore/cardinality');
  const metrics = await screen.findByRole('table', { name: 'Metrics with the most series' });
  await userEvent.click(within(metrics).getByRole('link', { name: 'lag' }));
  const labels = await screen.findByRole('table', { name: 'Labels of lag' });
  expect(
    within(labels)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['topic', 'job']);
  expect(asked(urls, 'query')[0]?.searchParams.get('query')).toContain('count by (topic) (lag)');
});

test('cardinality_failed_canBeTriedAgain', async () => {
  const answers: Answers = { ...base, '/api/v1/status/tsdb': promError(500, 'unavailable', 'TSDB not ready') };
  serve(answers);
  await show('/explore/cardinality');
  expect(await screen.findByText('TSDB not ready')).toBeDefined();
  answers['/api/v1/status/tsdb'] = TSDB;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1,000')).toBeDefined();
});
