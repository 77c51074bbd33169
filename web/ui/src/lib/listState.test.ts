import { expect, test } from 'vitest';
import { MAX_SEARCH, nextSort, readListState, writeListState } from './listState';

const SPEC = { sorts: ['group', 'totalLag'] as const, sort: 'totalLag' as const, order: 'desc' as const };
const read = (query: string) => readListState(new URLSearchParams(query), SPEC);
type State = Parameters<typeof writeListState<'group' | 'totalLag'>>[1];
const write = (query: string, change: State) =>
  writeListState<'group' | 'totalLag'>(new URLSearchParams(query), change, SPEC).toString();

test('readListState_empty_isDefault', () => {
  expect(read('')).toEqual({ search: '', sort: 'totalLag', order: 'desc', row: 0 });
});

test('readListState_nonsense_isDefault', () => {
  expect(read('sort=password&order=up&row=-5')).toEqual(read(''));
  expect(read('row=1e99').row).toBe(0);
});

test('readListState_longSearch_isCutToWhatTheServerTakes', () => {
  expect(read(`q=${'a'.repeat(400)}`).search).toHaveLength(MAX_SEARCH);
});

test.each([
  { search: '주문 & a=b', sort: 'group' as const, order: 'asc' as const, row: 12 },
  { search: '', sort: 'group' as const, order: 'desc' as const, row: 0 },
  { search: '', sort: 'totalLag' as const, order: 'asc' as const, row: 0 },
  { search: '', sort: 'totalLag' as const, order: 'desc' as const, row: 3 },
])('writeListState_%j_isReadBackTheSame', (state) => {
  expect(read(write('', state))).toEqual(state);
});

test('writeListState_defaults_leaveTheAddressClean', () => {
  expect(write('q=a&sort=group&order=asc&row=4', read(''))).toBe('');
});

test('writeListState_parametersOfOthers_stay', () => {
  expect(write('type=share', { search: 'x' })).toBe('type=share&q=x');
});

test('nextSort_sameColumn_turnsRound', () => {
  expect(nextSort({ sort: 'group', order: 'asc' }, 'group', 'asc')).toEqual({ sort: 'group', order: 'desc' });
});

test('nextSort_otherColumn_beginsAsTold', () => {
  expect(nextSort({ sort: 'group', order: 'asc' }, 'totalLag', 'desc')).toEqual({ sort: 'totalLag', order: 'desc' });
});
