// @vitest-environment node
import { expect, test } from 'vitest';
import { allowedStep, autoStep, gridOf, MAX_POINTS, pointsOf } from './step';

const span = (seconds: number) => ({ from: 0, to: seconds * 1000 });

test.each([
  [60, 1],
  [3_600, 10],
  [86_400, 300],
  [30 * 86_400, 7_200],
  [400 * 86_400 * 3, 3 * 86_400],
])('autoStep_%sSeconds_is%s', (seconds, step) => {
  expect(autoStep(span(seconds))).toBe(step);
});

test('gridOf_range_liesOnMultiplesOfItsStep', () => {
  expect(gridOf({ from: 1_795_221_015_250, to: 1_795_224_615_250 }, 30)).toEqual({
    start: 1_795_221_000,
    end: 1_795_224_600,
    step: 30,
  });
});

test('gridOf_partsOfASecond_areExact', () => {
  const grid = gridOf({ from: 1_795_221_015_250, to: 1_795_221_016_250 }, 0.1);
  expect(grid).toEqual({ start: 1_795_221_015.2, end: 1_795_221_016.2, step: 0.1 });
  expect(pointsOf(grid)).toBe(11);
});

test('gridOf_rangeNarrowerThanItsStep_isAskedForAsItIs', () => {
  expect(gridOf({ from: 100_000, to: 160_000 }, 3_600)).toEqual({ start: 100, end: 160, step: 3_600 });
});

test('allowedStep_anyRange_isWithinTheLimitOfPrometheus', () => {
  for (const seconds of [60, 11_000, 11_001, 1e6, 1e7, 1e8, 5e8]) {
    const step = allowedStep(span(seconds));
    // The server refuses when (end - start) / step is more than 11,000.
    expect(seconds / step).toBeLessThanOrEqual(MAX_POINTS);
  }
});
