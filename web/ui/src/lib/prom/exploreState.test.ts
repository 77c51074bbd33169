// @vitest-environment node
import { expect, test } from 'vitest';
import {
  EVERYTHING,
  type ExploreState,
  freeName,
  isolated,
  isShown,
  newQuery,
  readExplore,
  toggled,
  writeExplore,
} from './exploreState';
import { readPrometheusLink } from './prometheusLink';

const read = (query: string) => readExplore(new URLSearchParams(query));
const DEFAULT = read('');

test('readExplore_empty_isOneBlankQueryOverAnHour', () => {
  expect(DEFAULT).toEqual({
    range: { from: 'now-1h', to: 'now' },
    step: undefined,
    refresh: 0,
    zone: 'local',
    tooltip: 'all',
    panel: undefined,
    queries: [newQuery('A')],
  });
  expect(writeExplore(DEFAULT).toString()).toBe('');
});

const FULL: ExploreState = {
  range: { from: 1_795_221_015_250, to: 'now+1h' },
  step: 90,
  refresh: 10,
  zone: 'utc',
  tooltip: 'single',
  panel: 'history',
  queries: [
    { ...newQuery('A', 'sum by (group) (lag{topic=~"a|b"}) > 0 # & ? 주문'), view: 'table', sort: 'value.desc' },
    { ...newQuery('C', 'rate(x[5m])\n  + 1'), stacked: true, selection: { kind: 'only', ids: ['1a', '2b'] } },
    {
      ...newQuery('Z', ''),
      off: true,
      view: 'explain',
      explainInstant: true,
      selection: { kind: 'without', ids: ['9'] },
    },
  ],
};

test('writeExplore_everything_isReadBackTheSame', () => {
  expect(read(writeExplore(FULL).toString())).toEqual(FULL);
});

test('readExplore_nonsense_isDefault', () => {
  expect(read('from=tomorrow&to=&step=-3&refresh=x&tz=mars&tooltip=7&panel=../x&A.view=svg&AA.expr=up')).toEqual(
    DEFAULT,
  );
  expect(read('A.expr=up&A.only=<script>&A.sort=').queries[0]).toEqual(newQuery('A', 'up'));
});

test('readExplore_reversedMoments_areTheDefaultRange', () => {
  expect(read('from=1795221015250&to=1795221015000').range).toEqual(DEFAULT.range);
});

test('readExplore_refreshOfAnAddress_isNotFasterThanAllowed', () => {
  expect(read('refresh=100ms').refresh).toBe(5);
});

test('freeName_isTheFirstLetterLeft', () => {
  expect(freeName([newQuery('A'), newQuery('C')])).toBe('B');
  expect(freeName([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((name) => newQuery(name)))).toBeUndefined();
});

test('isolated_again_showsAll', () => {
  const alone = isolated(EVERYTHING, 'a');
  expect(['a', 'b'].map((id) => isShown(alone, id))).toEqual([true, false]);
  expect(isolated(alone, 'a')).toEqual(EVERYTHING);
  expect(isolated(alone, 'b')).toEqual({ kind: 'only', ids: ['b'] });
});

test('toggled_hidesAndShowsOne', () => {
  const without = toggled(EVERYTHING, 'a');
  expect(['a', 'b'].map((id) => isShown(without, id))).toEqual([false, true]);
  expect(toggled(without, 'a')).toEqual(EVERYTHING);
  const two = toggled(isolated(EVERYTHING, 'a'), 'b');
  expect(['a', 'b', 'c'].map((id) => isShown(two, id))).toEqual([true, true, false]);
  expect(toggled(isolated(EVERYTHING, 'a'), 'a')).toEqual(EVERYTHING);
});

test('readPrometheusLink_ofAnAlert_isATable', () => {
  const state = readPrometheusLink(new URLSearchParams('g0.expr=up+%3D%3D+0&g0.tab=1'));
  expect(state?.queries).toEqual([{ ...newQuery('A', 'up == 0'), view: 'table' }]);
  expect(state?.range).toEqual(DEFAULT.range);
});

test('readPrometheusLink_ofTwoGraphs_hasTheirRange', () => {
  const link =
    'g0.expr=a&g0.tab=0&g0.range_input=2h&g0.end_input=2026-11-21+00%3A30&g0.step_input=30&g0.stacked=1&g1.expr=b&g1.tab=graph';
  const state = readPrometheusLink(new URLSearchParams(link));
  const end = Date.parse('2026-11-21T00:30:00Z');
  expect(state?.range).toEqual({ from: end - 7_200_000, to: end });
  expect(state?.step).toBe(30);
  expect(state?.queries.map(({ name, expr, view, stacked }) => [name, expr, view, stacked])).toEqual([
    ['A', 'a', 'graph', true],
    ['B', 'b', 'graph', false],
  ]);
});

test('readPrometheusLink_withoutAQuery_isNone', () => {
  expect(readPrometheusLink(new URLSearchParams('x=1'))).toBeUndefined();
});
