// @vitest-environment node
import { expect, test } from 'vitest';
import { columnsOf, drawable, lonePoints, summaryOf } from './columns';
import { firstSeries, numberOf, type Result, samplesIn } from './reply';
import { stack } from './stack';

const GRID = { start: 100, end: 130, step: 10 };

test('columnsOf_missingSamples_areGaps', () => {
  const { times, lines } = columnsOf(
    [
      {
        metric: { __name__: 'up' },
        values: [
          [100, '1'],
          [120, 'NaN'],
          [130, '+Inf'],
        ],
      },
    ],
    GRID,
  );
  expect(times).toEqual([100, 110, 120, 130]);
  expect(lines[0]?.values).toEqual([1, null, Number.NaN, Number.POSITIVE_INFINITY]);
});

test('columnsOf_histogramsOnly_areCountedAndLeftOut', () => {
  const { lines, histograms } = columnsOf(
    [
      { metric: { a: '1' }, histograms: [[100, { count: '1', sum: '2' }]] },
      { metric: { a: '2' }, values: [[100, '3']] },
    ],
    GRID,
  );
  expect([lines.length, histograms]).toEqual([1, 1]);
});

test('columnsOf_timesOfAFractionalStep_areMatched', () => {
  const grid = { start: 1_795_221_015.2, end: 1_795_221_015.5, step: 0.1 };
  const values = [0, 1, 2, 3].map((i) => [Math.round((grid.start + i * 0.1) * 1000) / 1000, String(i)] as const);
  expect(columnsOf([{ metric: {}, values }], grid).lines[0]?.values).toEqual([0, 1, 2, 3]);
});

test.each([
  ['+Inf', Number.POSITIVE_INFINITY],
  ['-Inf', Number.NEGATIVE_INFINITY],
  ['1.5e-7', 1.5e-7],
  ['NaN', Number.NaN],
  ['', Number.NaN],
])('numberOf_%j_is%s', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

test('drawable_withoutOddNumbers_isTheSameArray', () => {
  const plain = [1, null, 2];
  expect(drawable(plain)).toBe(plain);
  expect(drawable([1, Number.NaN, Number.POSITIVE_INFINITY])).toEqual([1, null, null]);
});

test('summaryOf_leavesOutWhatIsNoNumber', () => {
  expect(summaryOf([null, 4, Number.NaN, 2, Number.POSITIVE_INFINITY, null])).toEqual({
    min: 2,
    max: 4,
    mean: 3,
    last: 2,
  });
  expect(summaryOf([null, Number.NaN])).toBeUndefined();
});

test('lonePoints_areThoseWithoutANeighbour', () => {
  expect(lonePoints([1, null, 2, 3, null, 4], 0, 5)).toEqual([0, 5]);
  expect(lonePoints([1, 2], 0, 1)).toEqual([]);
});

test('stack_gaps_doNotLetTheUpperFall', () => {
  const { values, below } = stack([
    [1, null, null],
    [2, 3, null],
  ]);
  expect(values).toEqual([
    [1, 0, null],
    [3, 3, null],
  ]);
  expect(below).toEqual([-1, 0]);
});

test('stack_negatives_hangBelowZero', () => {
  const { values, below } = stack([[1], [-2], [4], [-1]]);
  expect(values.map(([value]) => value)).toEqual([1, -2, 5, -3]);
  expect(below).toEqual([-1, -1, 0, 1]);
});

const MATRIX: Result = {
  resultType: 'matrix',
  result: [
    {
      metric: { a: '1' },
      values: [
        [1, '1'],
        [2, '2'],
      ],
    },
    { metric: { a: '2' }, values: [[1, '1']] },
  ],
};

test('samplesIn_matrix_countsAllSamples', () => {
  expect(samplesIn(MATRIX)).toBe(3);
  expect(samplesIn({ resultType: 'scalar', result: [1, '2'] })).toBe(1);
});

test('firstSeries_more_areCut', () => {
  expect(firstSeries(MATRIX, 2)).toBe(MATRIX);
  expect(firstSeries(MATRIX, 1).result).toEqual([MATRIX.result[0]]);
});
