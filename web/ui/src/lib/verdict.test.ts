import { expect, test } from 'vitest';
import type { Member, PartitionLag } from '../api/types';
import { durationParts } from './duration';
import { isDuration, knownFact, pointsOf, windowRows, wordsOf } from './evidence';
import { formatsFor } from './format';
import { bandsFor, gradientOf, levelOf } from './heat';
import { moveCell } from './heatCursor';
import { membersByLag } from './members';
import { frameOf, linePoints } from './plot';
import { isAlarming, readVerdictFilter, severityOf, VERDICTS, worstFirst } from './verdict';

test('verdicts_alarming_areWarnAndWorse', () => {
  expect(VERDICTS.filter(isAlarming)).toEqual(['warn', 'err', 'rewind', 'stall', 'stop', 'lost']);
  expect(severityOf('lost')).toBeGreaterThan(severityOf('stop'));
});

test('readVerdictFilter_wordsOfTheAddress_areKnownOrNone', () => {
  expect(['stop', 'alarming', 'STOP', '', null].map(readVerdictFilter)).toEqual([
    'stop',
    'alarming',
    undefined,
    undefined,
    undefined,
  ]);
});

test('worstFirst_counts_leaveOutWhatNoneHas', () => {
  expect(worstFirst({ ok: 12, warn: 0, lost: 1, new: 3 })).toEqual([
    ['lost', 1],
    ['ok', 12],
  ]);
});

test.each([
  [0, '0 sec', '0초'],
  [-3, '0 sec', '0초'],
  [0.0004, '1 ms', '1ms'],
  [0.04, '40 ms', '40ms'],
  [0.44, '0.4 sec', '0.4초'],
  [9.94, '9.9 sec', '9.9초'],
  [9.96, '10 sec', '10초'],
  [59.6, '1 min', '1분'],
  [90, '1 min 30 sec', '1분 30초'],
  [3_600, '1 hr', '1시간'],
  [5_420, '1 hr 30 min', '1시간 30분'],
  [93_600, '1 day 2 hr', '1일 2시간'],
  [86_400 * 400, '400 days', '400일'],
])('duration_of%s_isInTwoUnits', (seconds, en, ko) => {
  expect(formatsFor('en').duration(seconds)).toBe(en);
  expect(formatsFor('ko').duration(seconds)).toBe(ko);
});

test('durationParts_ofLittleMoreThanAUnit_skipNothing', () => {
  expect(durationParts(86_460)).toEqual([[1, 'day']]);
});

test('rate_hasThreeDigits', () => {
  expect([0, 90.34, 12_345].map(formatsFor('en').rate)).toEqual(['0', '90.3', '12,300']);
});

test.each([
  [0, [[1, undefined]]],
  [7, [[1, undefined]]],
  [
    123,
    [
      [1, 9],
      [10, 99],
      [100, undefined],
    ],
  ],
  [
    9_223_372_036_854_775_807n,
    [
      [1, 10 ** 15 - 1],
      [10 ** 15, 10 ** 16 - 1],
      [10 ** 16, 10 ** 17 - 1],
      [10 ** 17, 10 ** 18 - 1],
      [10 ** 18, undefined],
    ],
  ],
])('bandsFor_%s_areDecades', (greatest, bands) => {
  expect(bandsFor(greatest).map(({ from, to }) => [from, to])).toEqual(bands);
});

test('levelOf_lags_areTheirBands', () => {
  const bands = bandsFor(123);
  expect([null, 0, 1, 9, 10, 99, 100, 123n].map((lag) => levelOf(lag, bands))).toEqual([
    undefined,
    0,
    1,
    1,
    2,
    2,
    3,
    3,
  ]);
});

test('gradientOf_sameLevels_areOneStop', () => {
  expect(gradientOf([undefined, 0, 0, 2])).toBe(
    'linear-gradient(to right, var(--k-heat-unknown) 0% 25%, var(--k-heat-0) 25% 75%, var(--k-heat-2) 75% 100%)',
  );
  expect(gradientOf([])).toBe('none');
});

test('moveCell_keys_stayInside', () => {
  const size = { rows: 2, columns: 3 };
  expect(moveCell(undefined, 'ArrowLeft', size)).toEqual({ row: 0, column: 2 });
  expect(moveCell({ row: 0, column: 2 }, 'ArrowRight', size)).toEqual({ row: 0, column: 2 });
  expect(moveCell({ row: 0, column: 2 }, 'ArrowDown', size)).toEqual({ row: 1, column: 2 });
  expect(moveCell({ row: 1, column: 2 }, 'Home', size)).toEqual({ row: 1, column: 0 });
  expect(moveCell({ row: 1, column: 0 }, 'x', size)).toBeUndefined();
});

const member = (memberId: string): Member => ({ memberId, clientId: memberId, host: 'h', partitions: 1 });
const owned = (memberId: string | undefined, lag: number | undefined, over: Partial<PartitionLag>): PartitionLag => ({
  group: 'g',
  topic: 't',
  partition: 0,
  commitBeyondEnd: false,
  ...(memberId === undefined ? {} : { memberId }),
  ...(lag === undefined ? {} : { lag }),
  ...over,
});

test('membersByLag_sumsWhatEachOwns_theGreatestFirst', () => {
  const rows = membersByLag(
    [member('idle'), member('a'), member('b')],
    [
      owned('a', 5, { verdict: 'ok', lagSeconds: 2 }),
      owned('b', 7, { verdict: 'ok', lagSeconds: 9 }),
      owned('b', undefined, { verdict: 'stall', lagSeconds: 1 }),
      owned(undefined, 1000, { verdict: 'stop' }),
    ],
  );
  expect(rows.map(({ member: { memberId }, lag }) => [memberId, lag])).toEqual([
    ['b', 7],
    ['a', 5],
    ['idle', undefined],
  ]);
  expect(rows[0]).toMatchObject({ verdict: 'stall', maxLagSeconds: 9 });
  expect(rows[2]?.verdict).toBeUndefined();
});

test('linePoints_hugeOffsets_keepTheirDifference', () => {
  const points = [
    { at: 0, offset: 9_223_372_036_854_775_800n },
    { at: 10, offset: 9_223_372_036_854_775_807n },
  ];
  const frame = frameOf(points);
  expect(frame && linePoints(points, frame, 100, 50)).toBe('0,50 100,0');
});

test('linePoints_flatOrSingle_areInTheMiddle', () => {
  const points = [{ at: 3, offset: 7 }];
  const frame = frameOf(points);
  expect(frame && linePoints(points, frame, 100, 50)).toBe('50,25');
  expect(frameOf([])).toBeUndefined();
});

test('windowRows_commitsAndEnds_areInOrderOfTime', () => {
  const evidence = {
    rule: 'r',
    text: { en: '', ko: '' },
    facts: {},
    commits: [{ offset: 5, at: '2026-11-21T00:00:10Z', lag: 2 }],
    ends: [{ offset: 7, at: '2026-11-21T00:00:05Z' }],
  };
  expect(windowRows(evidence).map(({ committed, end, lag }) => [committed, end, lag])).toEqual([
    [undefined, 7, undefined],
    [5, undefined, 2],
  ]);
  expect(pointsOf(evidence.commits)).toEqual([{ at: Date.parse('2026-11-21T00:00:10Z'), offset: 5 }]);
});

test('facts_ofNewerServers_areWords', () => {
  expect(knownFact('silence')).toBe('silence');
  expect(knownFact('lastCommitAge')).toBeUndefined();
  expect(wordsOf('lastCommitAge')).toBe('last commit age');
  expect([isDuration('silence'), isDuration('lag')]).toEqual([true, false]);
});
