import { formatDuration, parseDuration } from './duration';
import { type Civil, civilOf, momentOf, type Zone } from './zone';

/** One end of a time range: a moment (ms), or an expression on the time of asking such as `now`, `now-6h`, `now/d`, `now-1d/d`. */
export type Bound = number | string;

export interface TimeRange {
  readonly from: Bound;
  readonly to: Bound;
}

/** A range in ms since 1970; `from` lies before `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const DEFAULT_RANGE: TimeRange = { from: 'now-1h', to: 'now' };

/** Widths of the ranges that end now, in seconds. */
export const PRESETS = [
  300, 900, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000, 7_776_000,
] as const;

const RELATIVE = /^now(?:([-+])(\w+))?(?:\/([smhdwMy]))?$/;
const DIGITS = /^\d{9,15}$/;
const CIVIL = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,3}))?)?)?$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[-+]\d\d:?\d\d)$/;
/** Up to this a whole number is of seconds, above it of milliseconds: the year 2286, or March 1973. */
const LAST_SECOND = 9_999_999_999;
/** What a Date can hold. */
const LAST_MOMENT = 8.64e15;
/** The narrowest and the widest range that the buttons lead to, in ms. */
const NARROWEST = 1_000;
const WIDEST = 20 * 365 * 86_400_000;

/** Reads what a person types or an address holds: `now-6h`, `2026-11-21 09:30`, ISO 8601, or Unix time. Undefined for all else. */
export function parseBound(text: string, zone: Zone): Bound | undefined {
  const trimmed = text.trim();
  if (DIGITS.test(trimmed)) return unixTime(Number(trimmed));
  if (ISO.test(trimmed)) return possible(Date.parse(trimmed));
  const civil = CIVIL.exec(trimmed);
  if (civil !== null) return civilMoment(civil.slice(1), zone);
  const relative = RELATIVE.exec(trimmed);
  if (relative === null) return undefined;
  const [, sign, amount] = relative;
  return sign === undefined || parseDuration(amount ?? '') !== undefined ? trimmed : undefined;
}

/** The moment (ms) of a bound. A unit behind a slash means its beginning for the start of a range, its end for the end of one. */
export function resolveBound(bound: Bound, edge: 'from' | 'to', now: number, zone: Zone): number {
  if (typeof bound === 'number') return bound;
  const [, sign, amount, unit] = RELATIVE.exec(bound) ?? [];
  const shift = sign === undefined ? 0 : (parseDuration(amount ?? '') ?? 0) * 1000 * (sign === '-' ? -1 : 1);
  const moment = now + shift;
  if (unit === undefined) return moment;
  return edge === 'from' ? startOf(moment, unit, zone) : startOf(moment, unit, zone, 1);
}

/** The range in ms; undefined when its start does not lie before its end. */
export function resolveRange(range: TimeRange, now: number, zone: Zone): Span | undefined {
  const from = resolveBound(range.from, 'from', now, zone);
  const to = resolveBound(range.to, 'to', now, zone);
  return from < to ? { from, to } : undefined;
}

/** The range that ends now and is so many seconds wide. */
export function lastSeconds(seconds: number): TimeRange {
  return { from: `now-${formatDuration(seconds)}`, to: 'now' };
}

/** The width in seconds of a range that ends now; undefined for any other. */
export function widthToNow({ from, to }: TimeRange): number | undefined {
  if (to !== 'now' || typeof from !== 'string') return undefined;
  const [, sign, amount, unit] = RELATIVE.exec(from) ?? [];
  return sign === '-' && unit === undefined ? parseDuration(amount ?? '') : undefined;
}

/** Twice or half as wide around the same middle. A range that ends now goes on ending now, and none reaches into the future by this. */
export function zoomed(range: TimeRange, span: Span, factor: number, now: number): TimeRange {
  const width = Math.min(WIDEST, Math.max(NARROWEST, (span.to - span.from) * factor));
  if (widthToNow(range) !== undefined) return lastSeconds(Math.round(width / 1000));
  const middle = (span.from + span.to) / 2;
  const to = Math.round(Math.min(middle + width / 2, Math.max(now, span.to)));
  return { from: Math.round(to - width), to };
}

/** The same width, half of it earlier (-1) or later (1); a later one does not go past now. */
export function shifted(span: Span, direction: -1 | 1, now: number): TimeRange {
  const step = ((span.to - span.from) / 2) * direction;
  const allowed = direction === 1 ? Math.max(0, Math.min(step, now - span.to)) : step;
  return { from: Math.round(span.from + allowed), to: Math.round(span.to + allowed) };
}

function unixTime(value: number): number | undefined {
  return possible(value <= LAST_SECOND ? value * 1000 : value);
}

function civilMoment(parts: readonly (string | undefined)[], zone: Zone): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(0, 6).map(numberOr0);
  const milli = Number((parts[6] ?? '').padEnd(3, '0'));
  const wanted: Civil = { year, month: month - 1, day, hour, minute, second, milli };
  const moment = momentOf(wanted, zone);
  const got = civilOf(moment, zone);
  // The 31st of April is the 1st of May to Date: it is refused. An hour that a change of the clocks leaves out is the hour after it.
  const sameDay = got.year === year && got.month === month - 1 && got.day === day;
  return sameDay && hour < 24 && minute < 60 && second < 60 ? moment : undefined;
}

const numberOr0 = (text: string | undefined): number => Number(text ?? 0);
const possible = (ms: number): number | undefined => (Math.abs(ms) <= LAST_MOMENT ? ms : undefined);

function startOf(ms: number, unit: string, zone: Zone, later = 0): number {
  const { year, month, day, hour, minute, second } = civilOf(ms, zone);
  const at = (parts: Partial<Civil>) =>
    momentOf({ year, month: 0, day: 1, hour: 0, minute: 0, second: 0, milli: 0, ...parts }, zone);
  switch (unit) {
    case 's':
      return at({ month, day, hour, minute, second: second + later });
    case 'm':
      return at({ month, day, hour, minute: minute + later });
    case 'h':
      return at({ month, day, hour: hour + later });
    case 'd':
      return at({ month, day: day + later });
    case 'w':
      return at({ month, day: day - daysSinceMonday(ms, zone) + 7 * later });
    case 'M':
      return at({ month: month + later });
    default:
      return at({ year: year + later });
  }
}

function daysSinceMonday(ms: number, zone: Zone): number {
  const date = new Date(ms);
  return ((zone === 'utc' ? date.getUTCDay() : date.getDay()) + 6) % 7;
}
