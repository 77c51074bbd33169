const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

export type DurationUnit = (typeof UNITS)[number][0] | 'millisecond';
export type DurationPart = readonly [amount: number, unit: DurationUnit];

/**
 * A number of seconds in its two greatest units: 1 day 2 hours, 5 minutes 30 seconds. Less than 10 seconds keep one place behind the point, less
 * than a tenth of one become milliseconds. What is negative counts as 0.
 */
export function durationParts(seconds: number): readonly DurationPart[] {
  const value = Math.max(0, seconds);
  if (value === 0) return [[0, 'second']];
  if (value < 0.1) return [[Math.max(1, Math.round(value * 1000)), 'millisecond']];
  if (value < 9.95) return [[Math.round(value * 10) / 10, 'second']];
  const whole = Math.round(value);
  const first = UNITS.findIndex(([, size]) => whole >= size);
  const [unit, size] = UNITS[first] ?? UNITS[3];
  const next = UNITS[first + 1];
  if (next === undefined) return [[whole, unit]];
  const rest = Math.floor((whole % size) / next[1]);
  const head: DurationPart = [Math.floor(whole / size), unit];
  return rest === 0 ? [head] : [head, [rest, next[0]]];
}
