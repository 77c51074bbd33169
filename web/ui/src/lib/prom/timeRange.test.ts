// @vitest-environment node
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration';
import {
  lastSeconds,
  parseBound,
  resolveBound,
  resolveRange,
  shifted,
  type TimeRange,
  widthToNow,
  zoomed,
} from './timeRange';
import { civilText } from './zone';

/** 2026-11-21T09:30:15.250 in Seoul, a Saturday. */
const NOW = Date.parse('2026-11-21T00:30:15.250Z');
const HOUR = 3_600_000;
const utc = (text: string) => Date.parse(`${text}Z`);

test.each([
  ['1h30m', 5_400],
  ['90', 90],
  ['1.5', 1.5],
  ['500ms', 0.5],
  ['1d', 86_400],
  ['2w1d', 15 * 86_400],
])('parseDuration_%s_is%sSeconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '0', '0s', 'h', '1h1d', '-5m', '5 m', '1e3', '٥m'])('parseDuration_%j_isNone', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [5_400, '1h30m'],
  [90, '1m30s'],
  [0.5, '500ms'],
  [604_800, '7d'],
  [0, '0s'],
  [0.1 + 0.2, '300ms'],
])('formatDuration_%s_is%s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test.each(['now', 'now-6h', 'now/d', 'now-1d/d', 'now+5m', ' now-90s '])('parseBound_%j_isRelative', (text) => {
  expect(parseBound(text, 'local')).toBe(text.trim());
});

test.each([
  ['2026-11-21 09:30:15', '2026-11-21T00:30:15'],
  ['2026-11-21T09:30', '2026-11-21T00:30:00'],
  ['2026-11-21', '2026-11-20T15:00:00'],
  ['2026-11-21 09:30:15.5', '2026-11-21T00:30:15.500'],
  ['2026-11-21T09:30:15+09:00', '2026-11-21T00:30:15'],
  ['2026-11-21T00:30:15Z', '2026-11-21T00:30:15'],
  ['1795221015', '2026-11-21T00:30:15'],
  ['1795221015250', '2026-11-21T00:30:15.250'],
])('parseBound_%s_inTheZoneOfTheBrowser', (text, moment) => {
  expect(parseBound(text, 'local')).toBe(utc(moment));
});

test('parseBound_inUtc_isUtc', () => {
  expect(parseBound('2026-11-21 09:30', 'utc')).toBe(utc('2026-11-21T09:30:00'));
});

test.each(['', 'yesterday', 'now-', 'now-5', '2026-02-30', '2026-13-01', '2026-11-21 24:00', 'now/q', '12', '<b>'])(
  'parseBound_%j_isNone',
  (text) => {
    const bound = parseBound(text, 'local');
    // A plain number is a number of seconds, as everywhere in PromQL.
    expect(bound).toBe(text === 'now-5' ? 'now-5' : undefined);
  },
);

test.each([
  ['now/d', 'from', '2026-11-20T15:00:00'],
  ['now/d', 'to', '2026-11-21T15:00:00'],
  ['now-1d/d', 'from', '2026-11-19T15:00:00'],
  ['now/w', 'from', '2026-11-15T15:00:00'],
  ['now/w', 'to', '2026-11-22T15:00:00'],
  ['now/M', 'from', '2026-10-31T15:00:00'],
  ['now/y', 'to', '2026-12-31T15:00:00'],
  ['now/h', 'from', '2026-11-21T00:00:00'],
  ['now/m', 'to', '2026-11-21T00:31:00'],
  ['now/s', 'from', '2026-11-21T00:30:15'],
] as const)('resolveBound_%s_as%s', (bound, edge, moment) => {
  expect(resolveBound(bound, edge, NOW, 'local')).toBe(utc(moment));
});

test('resolveBound_dayInUtc_beginsInUtc', () => {
  expect(resolveBound('now/d', 'from', NOW, 'utc')).toBe(utc('2026-11-21T00:00:00'));
});

test('resolveRange_reversed_isNone', () => {
  expect(resolveRange({ from: 'now', to: 'now-1h' }, NOW, 'local')).toBeUndefined();
  expect(resolveRange({ from: 'now-1h', to: 'now' }, NOW, 'local')).toEqual({ from: NOW - HOUR, to: NOW });
});

const span = (range: TimeRange) => {
  const resolved = resolveRange(range, NOW, 'local');
  if (resolved === undefined) throw new Error('no range');
  return resolved;
};

test('zoomed_rangeThatEndsNow_goesOnEndingNow', () => {
  const range = lastSeconds(3_600);
  expect(zoomed(range, span(range), 2, NOW)).toEqual({ from: 'now-2h', to: 'now' });
  expect(zoomed(range, span(range), 0.5, NOW)).toEqual({ from: 'now-30m', to: 'now' });
});

test('zoomed_rangeInThePast_keepsItsMiddle', () => {
  const range = { from: NOW - 10 * HOUR, to: NOW - 8 * HOUR };
  expect(zoomed(range, span(range), 2, NOW)).toEqual({ from: NOW - 11 * HOUR, to: NOW - 7 * HOUR });
});

test('zoomed_nearNow_doesNotReachIntoTheFuture', () => {
  const range = { from: NOW - 2 * HOUR, to: NOW - 60_000 };
  const { from, to } = zoomed(range, span(range), 2, NOW);
  expect(to).toBe(NOW);
  expect(Number(to) - Number(from)).toBe(2 * (2 * HOUR - 60_000));
});

test('zoomed_veryNarrow_staysASecond', () => {
  const range = { from: NOW - 1_000, to: NOW };
  const { from, to } = zoomed(range, span(range), 0.5, NOW);
  expect(Number(to) - Number(from)).toBe(1_000);
});

test('shifted_later_stopsAtNow', () => {
  expect(shifted({ from: NOW - 2 * HOUR, to: NOW - HOUR / 4 }, 1, NOW)).toEqual({
    from: NOW - 1.75 * HOUR,
    to: NOW,
  });
  expect(shifted({ from: NOW - HOUR, to: NOW }, -1, NOW)).toEqual({ from: NOW - 1.5 * HOUR, to: NOW - HOUR / 2 });
});

test('widthToNow_onlyOfRangesThatEndNow', () => {
  expect(widthToNow(lastSeconds(5_400))).toBe(5_400);
  expect(widthToNow({ from: 'now-1h', to: 'now-5m' })).toBeUndefined();
  expect(widthToNow({ from: 'now-1d/d', to: 'now' })).toBeUndefined();
});

test('civilText_isReadBackTheSame', () => {
  for (const zone of ['local', 'utc'] as const) expect(parseBound(civilText(NOW, zone), zone)).toBe(NOW);
});
