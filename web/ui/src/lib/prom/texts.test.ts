// @vitest-environment node
import { expect, test } from 'vitest';
import { instantCsv, rangeCsv } from './csv';
import { errorStretch, plainMessage } from './errorPosition';
import { axisText, shortNumber } from './numbers';
import { momentText, timeMarks } from './timeAxis';

test.each([
  ['sum(up', '1:7: parse error: unclosed left parenthesis', 'p'],
  ['rate(up)', 'invalid parameter "query": 1:6: parse error: expected type range vector', 'up'],
  ['up{job="주문"} +* 2', '1:19: parse error: unexpected <op:*>', '*'],
  ['up\n  / foo bar', '2:9: parse error: unexpected identifier "bar"', 'bar'],
  ['', '1:1: parse error: no expression found in input', ''],
  ['up{job~"x"}', '1:7: parse error: unexpected character inside braces', '~'],
])('errorStretch_%j_liesAt %s', (expr, message, text) => {
  const stretch = errorStretch(expr, message);
  expect(expr.slice(stretch?.from, stretch?.to)).toBe(text);
});

test('errorStretch_withoutAPlace_isNone', () => {
  expect(errorStretch('up', 'query timed out in expression evaluation')).toBeUndefined();
  expect(errorStretch('up', '9:1: parse error: x')).toBeUndefined();
});

test('plainMessage_isWithoutThePlace', () => {
  expect(plainMessage('invalid parameter "query": 1:6: parse error: unexpected ")"')).toBe('unexpected ")"');
});

test('rangeCsv_hasOneColumnASeries', () => {
  const csv = rangeCsv(
    {
      resultType: 'matrix',
      result: [
        {
          metric: { __name__: 'up', a: 'x,"y"' },
          values: [
            [60, '1'],
            [120, '+Inf'],
          ],
        },
        { metric: { a: 'z' }, values: [[120, '2.5']] },
      ],
    },
    { start: 60, end: 120, step: 60 },
  );
  expect(csv).toBe(
    'time,"up{a=""x,\\""y\\""""}","{a=""z""}"\r\n1970-01-01T00:01:00.000Z,1,\r\n1970-01-01T00:02:00.000Z,+Inf,2.5\r\n',
  );
});

test('instantCsv_hasOneColumnALabel', () => {
  const csv = instantCsv({
    resultType: 'vector',
    result: [
      { metric: { __name__: 'up', job: 'b' }, value: [1.5, '-3'] },
      { metric: { __name__: 'up', instance: '줄\n바꿈' }, value: [1.5, 'NaN'] },
    ],
  });
  expect(csv).toBe(
    '__name__,instance,job,time,value\r\nup,,b,1970-01-01T00:00:01.500Z,-3\r\nup,"줄\n바꿈",,1970-01-01T00:00:01.500Z,NaN\r\n',
  );
});

test.each(['=1+1', '@SUM(A1)', '+cmd|x', '-1+2', '\tx'])('instantCsv_label%j_isNoFormula', (value) => {
  const csv = instantCsv({ resultType: 'vector', result: [{ metric: { a: value }, value: [0, '1'] }] });
  expect(csv.split('\r\n')[1]?.startsWith("'")).toBe(true);
});

test('instantCsv_scalar_isOneRow', () => {
  expect(instantCsv({ resultType: 'scalar', result: [0, '2'] })).toBe('time,value\r\n1970-01-01T00:00:00.000Z,2\r\n');
});

test.each([
  [0, 10, '0'],
  [1_500, 500, '1.5k'],
  [1_000_000, 250_000, '1M'],
  [1_050_000, 50_000, '1.05M'],
  [0.25, 0.05, '0.25'],
  [1.25, 0.25, '1.25'],
  [2_500, 2_500, '2.5k'],
  [0.3, 0.1, '0.3'],
  [-2_000, 1_000, '-2k'],
  [2e-7, 1e-7, '2.0e-7'],
  [5e21, 1e21, '5.0e+21'],
])('axisText_%s_is%s', (value, increment, text) => {
  expect(axisText(value, increment)).toBe(text);
});

test.each([
  [1234567, '1,234,567'],
  [0.123456789, '0.123457'],
  [1234.5678, '1,234.57'],
  [1e-9, '1.0000e-9'],
  [1e18, '1.0000e+18'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Inf'],
  [0, '0'],
])('shortNumber_%s_is%s', (value, text) => {
  expect(shortNumber(value, 'en')).toBe(text);
});

const AT = Date.parse('2026-11-20T14:30:00Z') / 1000;

test('timeMarks_ofMinutes_tellTheDateWhereItChanges', () => {
  const times = [0, 1, 2].map((i) => AT + i * 1_800);
  expect(timeMarks(times, 1_800, 'local', 'en-US')).toEqual(['23:30\nNov 20', '00:00\nNov 21', '00:30']);
  expect(timeMarks(times, 1_800, 'utc', 'en-US')).toEqual(['14:30\nNov 20', '15:00', '15:30']);
  expect(timeMarks(times.slice(0, 1), 1_800, 'local', 'ko')[0]).toMatch(/^23:30\n11월 20일$/);
});

test('timeMarks_ofSecondsAndDays_areOfTheirKind', () => {
  expect(timeMarks([AT, AT + 5], 5, 'utc', 'en-US')).toEqual(['14:30:00\nNov 20', '14:30:05']);
  expect(timeMarks([AT], 86_400, 'utc', 'en-US')).toEqual(['Nov 20']);
  expect(timeMarks([AT], 30 * 86_400, 'utc', 'en-US')).toEqual(['Nov 2026']);
});

test('momentText_hasDateAndTime', () => {
  expect(momentText(AT * 1000, 'utc', 'en-US')).toBe('Nov 20, 2026, 14:30:00');
});
