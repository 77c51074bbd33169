import { expect, test } from 'vitest';
import { formatsFor, largestUnit } from './format';

const en = formatsFor('en');
const ko = formatsFor('ko');

test('count_anySize_isGroupedAndExact', () => {
  expect(en.count(12345)).toBe('12,345');
  expect(ko.count(9223372036854775807n)).toBe('9,223,372,036,854,775,807');
  expect(formatsFor('de').count(12345)).toBe('12.345');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1023, '0.999 KiB'],
  [1024, '1 KiB'],
  [1_536, '1.5 KiB'],
  [1_073_741_824, '1 GiB'],
  [9223372036854775807n, '8 EiB'],
])('bytes_%s_is%s', (value, text) => {
  expect(en.bytes(value)).toBe(text);
});

test('age_ofEachUnit_isFloored', () => {
  expect([4.9, 61, 7_199, 86_400 * 3].map(en.age)).toEqual(['4 sec', '1 min', '1 hr', '3 days']);
  expect([4, 61, 7_199].map(ko.age)).toEqual(['4초', '1분', '1시간']);
});

test('largestUnit_negative_isZeroSeconds', () => {
  expect(largestUnit(-3)).toEqual([0, 'second']);
});

test('dateTime_inZoneOfReader_namesTheZone', () => {
  const text = en.dateTime(new Date('2026-11-21T00:05:09Z'));
  expect(text).toContain('09:05:09');
  expect(text).toContain('GMT+9');
});

test('percent_share_isWhole', () => {
  expect(en.percent(0.956)).toBe('96%');
});
