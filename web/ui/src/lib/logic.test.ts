import { expect, test } from 'vitest';
import type { Partition, PartitionLag, Problem } from '../api/types';
import { apiUrl, basePath } from './base';
import { diskTone, diskUse } from './disk';
import { ageNow, freshnessOf } from './freshness';
import { toneOfState } from './groupState';
import { readGroupType } from './groupType';
import { isComposing } from './keyboard';
import { conditionOf } from './lag';
import { pagesFor, placeOf } from './pages';
import { groupPath } from './paths';
import { groupProblems } from './problems';
import { replicasOf } from './replicas';
import { matches } from './search';
import { sortRows } from './sort';

test.each([
  ['http://h/', '', 'http://h/api/klamm/v1'],
  ['http://h/klamm/', '/klamm', 'http://h/klamm/api/klamm/v1'],
  ['https://h:8443/a/b/', '/a/b', 'https://h:8443/a/b/api/klamm/v1'],
])('base_%s_is%j', (uri, path, api) => {
  expect(basePath(uri)).toBe(path);
  expect(apiUrl(uri)).toBe(api);
});

test('groupPath_anyCharacter_isOneSegment', () => {
  expect(groupPath('seoul/prod', 'a/b %?#주문')).toBe(
    '/clusters/seoul%2Fprod/groups/a%2Fb%20%25%3F%23%EC%A3%BC%EB%AC%B8',
  );
});

test('diskUse_ofKnownDisk_isWhatCannotBeUsed', () => {
  expect(diskUse({ path: '/d', sizeBytes: 1, replicas: 1, totalBytes: 100, usableBytes: 15 })).toEqual({
    used: 85,
    total: 100,
    share: 0.85,
  });
});

test('diskUse_unknownTotal_isUndefined', () => {
  expect(diskUse({ path: '/d', sizeBytes: 1, replicas: 1 })).toBeUndefined();
  expect(diskUse({ path: '/d', sizeBytes: 1, replicas: 1, totalBytes: 0, usableBytes: 0 })).toBeUndefined();
});

test('diskTone_fuller_isWorse', () => {
  expect([0.79, 0.8, 0.9].map(diskTone)).toEqual(['neutral', 'warn', 'bad']);
});

test('freshness_ofOpenPage_growsOldByItself', () => {
  const facts = { state: 'ok' as const, intervalSeconds: 15, hasReading: true };
  expect(freshnessOf(facts, 45)).toBe('fresh');
  expect(freshnessOf(facts, 45.1)).toBe('stale');
  expect(freshnessOf({ ...facts, state: 'error' }, 1)).toBe('failed');
  expect(freshnessOf({ ...facts, state: 'starting', hasReading: false }, 0)).toBe('starting');
});

test('ageNow_clockSetBack_doesNotShrink', () => {
  expect(ageNow(3, 10_000, 14_500)).toBe(7.5);
  expect(ageNow(3, 10_000, 2_000)).toBe(3);
});

test('toneOfState_wordsOfAllGroupTypes_areKnown', () => {
  expect(['Stable', 'PREPARING_REBALANCE', 'Reconciling', 'NotReady', 'Empty', 'Dead', 'New'].map(toneOfState)).toEqual(
    ['ok', 'warn', 'warn', 'warn', 'neutral', 'bad', 'neutral'],
  );
});

test('readGroupType_unknownWord_isNone', () => {
  expect(readGroupType('share')).toBe('share');
  expect(readGroupType('everything')).toBeUndefined();
  expect(readGroupType(null)).toBeUndefined();
});

test('isComposing_syllableUnderWay_isTrue', () => {
  expect(isComposing({ nativeEvent: { isComposing: true }, keyCode: 13 })).toBe(true);
  expect(isComposing({ nativeEvent: { isComposing: false }, keyCode: 229 })).toBe(true);
  expect(isComposing({ nativeEvent: { isComposing: false }, keyCode: 13 })).toBe(false);
});

const lag: PartitionLag = { group: 'g', topic: 't', partition: 0, commitBeyondEnd: false };

test('conditionOf_eachCase_hasItsWord', () => {
  expect(conditionOf({ ...lag, committedOffset: 1, endOffset: 1, lag: 0 }, true)).toBe('known');
  expect(conditionOf({ ...lag, endOffset: 1 }, true)).toBe('no-commit');
  expect(conditionOf({ ...lag, endOffset: 1 }, false)).toBe('unreadable');
  expect(conditionOf({ ...lag, committedOffset: 9, endOffset: 1, commitBeyondEnd: true }, true)).toBe('beyond-end');
  expect(conditionOf({ ...lag, committedOffset: 9 }, true)).toBe('end-unknown');
});

test('pagesFor_rowsAcrossABorder_areBothPages', () => {
  expect(pagesFor(0, 0, 200)).toEqual([1]);
  expect(pagesFor(190, 210, 200)).toEqual([1, 2]);
  expect(pagesFor(14_999, 14_999, 200)).toEqual([75]);
  expect(pagesFor(-5, -1, 200)).toEqual([1]);
});

test('placeOf_row_isInItsPage', () => {
  expect(placeOf(199, 200)).toEqual({ page: 1, index: 199 });
  expect(placeOf(200, 200)).toEqual({ page: 2, index: 0 });
});

test('groupProblems_amongOthers_offsetsComeFirst', () => {
  const problem = (fact: string): Problem => ({ fact, kind: 'K', message: 'm', count: 1 });
  const facts = groupProblems(['log dirs', 'groups', 'group offsets'].map(problem)).map(({ fact }) => fact);
  expect(facts).toEqual(['group offsets', 'groups']);
});

test('replicasOf_partition_keepsOrderAndTellsState', () => {
  const partition = { replicas: [3, 1, 2], isr: [1], offlineReplicas: [2] } as unknown as Partition;
  expect(replicasOf(partition)).toEqual([
    { broker: 3, state: 'out' },
    { broker: 1, state: 'in-sync' },
    { broker: 2, state: 'offline' },
  ]);
});

test('matches_decomposedHangul_isFound', () => {
  expect(matches('주문', ['주문-이벤트'.normalize('NFD')])).toBe(true);
  expect(matches('TEST', ['test-lag'])).toBe(true);
  expect(matches('x', [undefined, 'abc'])).toBe(false);
  expect(matches('', [])).toBe(true);
});

test('sortRows_unknownValues_areBelowAllElse', () => {
  const rows = [{ lag: 5 }, { lag: undefined }, { lag: 9007199254740993n }, { lag: 0 }];
  const lags = (order: 'asc' | 'desc') => sortRows(rows, (row) => row.lag, order).map((row) => row.lag);
  expect(lags('asc')).toEqual([undefined, 0, 5, 9007199254740993n]);
  expect(lags('desc')).toEqual([9007199254740993n, 5, 0, undefined]);
});

test('sortRows_numbersInNames_countAsNumbers', () => {
  expect(sortRows(['t-10', 't-9', '주문'], (name) => name, 'asc')).toEqual(['t-9', 't-10', '주문']);
});
