import { expect, test } from 'vitest';
import { compareInt64, maxInt64, share, subtractInt64, sumInt64 } from './int64';

const BIG = 9007199254740993n;

test('compareInt64_numberAndBigint_areOneScale', () => {
  expect(compareInt64(9007199254740992, BIG)).toBe(-1);
  expect(compareInt64(BIG, 5)).toBe(1);
  expect(compareInt64(3, 3n)).toBe(0);
});

test('share_outsideOfTheWhole_isClamped', () => {
  expect(share(5, 10)).toBe(0.5);
  expect(share(11, 10)).toBe(1);
  expect(share(-1, 10)).toBe(0);
  expect(share(1, 0)).toBe(0);
  expect(share(BIG, BIG)).toBe(1);
});

test('maxInt64_unknownsAmongThem_areLeftOut', () => {
  expect(maxInt64([1, undefined, BIG, 7])).toBe(BIG);
  expect(maxInt64([undefined])).toBe(0);
});

test('sumInt64_beyond2to53_isExact', () => {
  expect(sumInt64([9007199254740991, 2])).toBe(BIG);
  expect(sumInt64([1, undefined, 2])).toBe(3);
  expect(sumInt64([undefined])).toBeUndefined();
});

test('subtractInt64_ofBigints_narrowsToNumberWhereExact', () => {
  expect(subtractInt64(9223372036854775807n, 9223372036854775800n)).toBe(7);
  expect(subtractInt64(BIG, 0)).toBe(BIG);
});
