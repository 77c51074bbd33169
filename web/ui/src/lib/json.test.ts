import { expect, test } from 'vitest';
import { parseExact } from './json';

test('parseExact_integerBeyond2to53_keepsEveryDigit', () => {
  expect(parseExact('{"lag":9007199254740993,"end":9223372036854775807,"low":-9223372036854775808}')).toEqual({
    lag: 9007199254740993n,
    end: 9223372036854775807n,
    low: -9223372036854775808n,
  });
});

test('parseExact_smallIntegerBesideLongOne_staysNumber', () => {
  expect(parseExact('[7, 9007199254740991, 9007199254740993]')).toEqual([7, 9007199254740991, 9007199254740993n]);
});

test('parseExact_longDecimal_isNumber', () => {
  expect(parseExact('[0.1234567890123456, 1e3]')).toEqual([0.1234567890123456, 1000]);
});

test('parseExact_digitsInText_stayText', () => {
  expect(parseExact('{"group":"9007199254740993"}')).toEqual({ group: '9007199254740993' });
});

test.each(['', '{', '{"a":9007199254740993', 'nothing'])('parseExact_%j_throws', (text) => {
  expect(() => parseExact(text)).toThrow(SyntaxError);
});
