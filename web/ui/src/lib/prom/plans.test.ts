import { expect, test } from 'vitest';
import { labelCountsQuery, labelSpreadQuery, queryBehind } from './cardinality';
import { type PlanNode, planKey, planRows } from './explain';
import { readHistory, remembered, writeHistory } from './history';

const node = (text: string, ...children: PlanNode[]): PlanNode => ({
  text,
  kind: 'call',
  series: 1,
  samples: 2,
  millis: 3,
  children,
});
const PLAN = node('a', node('b', node('c')), node('d'));
const texts = (closed: string[]) => planRows(PLAN, new Set(closed)).map((row) => row.node.text);

test('planRows_open_areAllFromTheRootDown', () => {
  expect(planRows(PLAN, new Set()).map(({ path, depth, place, siblings }) => [path, depth, place, siblings])).toEqual([
    ['0', 0, 1, 1],
    ['0.0', 1, 1, 2],
    ['0.0.0', 2, 1, 1],
    ['0.1', 1, 2, 2],
  ]);
});

test('planRows_closed_leaveOutWhatLiesBelow', () => {
  expect(texts(['0.0'])).toEqual(['a', 'b', 'd']);
  expect(texts(['0'])).toEqual(['a']);
});

test('planKey_walksAsTreesDo', () => {
  const rows = planRows(PLAN, new Set());
  expect(planKey(rows, 0, 'ArrowDown')).toEqual({ go: 1 });
  expect(planKey(rows, 3, 'ArrowDown')).toEqual({ go: 3 });
  expect(planKey(rows, 1, 'ArrowLeft')).toEqual({ toggle: '0.0' });
  expect(planKey(rows, 2, 'ArrowLeft')).toEqual({ go: 1 });
  expect(planKey(rows, 3, 'ArrowLeft')).toEqual({ go: 0 });
  expect(planKey(rows, 1, 'ArrowRight')).toEqual({ go: 2 });
  expect(planKey(rows, 2, 'ArrowRight')).toBeUndefined();
  expect(planKey(planRows(PLAN, new Set(['0'])), 0, 'ArrowRight')).toEqual({ toggle: '0' });
  expect(planKey(rows, 1, 'End')).toEqual({ go: 3 });
  expect(planKey(rows, 1, 'x')).toBeUndefined();
});

test.each([
  ['seriesCountByMetricName', 'up', 'count(up)'],
  ['seriesCountByMetricName', 'a.b', 'count({"a.b"})'],
  ['labelValueCountByLabelName', 'topic', 'topk(50, count by (topic) ({topic!=""}))'],
  ['memoryInBytesByLabelName', 'a.b', 'topk(50, count by ("a.b") ({"a.b"!=""}))'],
  ['seriesCountByLabelValuePair', 'job=a=b"c', 'topk(50, count by (__name__) ({job="a=b\\"c"}))'],
  ['seriesCountByLabelValuePair', '__name__=up', 'count(up)'],
] as const)('queryBehind_%s_%s', (list, name, query) => {
  expect(queryBehind(list, name)).toBe(query);
});

test('labelCountsQuery_asksForAllLabelsAtOnce', () => {
  expect(labelCountsQuery('up', ['job', 'a.b'])).toBe(
    'label_replace(count(count by (job) (up)), "label", "job", "", "") or label_replace(count(count by ("a.b") (up)), "label", "a.b", "", "")',
  );
  expect(labelSpreadQuery('up', 'job')).toBe('topk(50, count by (job) (up))');
});

test('remembered_askedAgain_standsFirstOnce', () => {
  const history = remembered(remembered(remembered([], 'a', 1), 'b', 2), ' a ', 3);
  expect(history).toEqual([
    { expr: 'a', at: 3 },
    { expr: 'b', at: 2 },
  ]);
  expect(remembered(history, '  ', 4)).toBe(history);
  expect(remembered(history, 'x'.repeat(20_000), 4)).toBe(history);
});

test('remembered_many_keepsTheNewest', () => {
  const all = Array.from({ length: 300 }, (_, i) => i).reduce(
    (history, i) => remembered(history, `q${i}`, i),
    readHistory(),
  );
  expect(all.length).toBe(200);
  expect(all[0]?.expr).toBe('q299');
});

test('readHistory_whatIsNotOurs_countsAsNone', () => {
  const store = (text: string) => ({ getItem: () => text, setItem: () => undefined });
  for (const text of ['', '{', '{}', 'null', '[1, {"expr": 2}]']) expect(readHistory(store(text))).toEqual([]);
  expect(writeHistory([{ expr: 'up', at: 1 }])).toBe(true);
  expect(readHistory()).toEqual([{ expr: 'up', at: 1 }]);
});

test('writeHistory_storageFull_saysSo', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(writeHistory([], full)).toBe(false);
});
