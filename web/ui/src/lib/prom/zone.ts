/** In which zone times are shown and typed: that of the browser, or UTC. */
export type Zone = 'local' | 'utc';

/** The parts of a moment in a zone; the month counts from 0, as in Date. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
}

export function civilOf(ms: number, zone: Zone): Civil {
  const date = new Date(ms);
  if (zone === 'utc') {
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth(),
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      milli: date.getUTCMilliseconds(),
    };
  }
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
    milli: date.getMilliseconds(),
  };
}

/** The moment (ms) of parts in a zone; parts beyond their limits carry over, as in Date. */
export function momentOf({ year, month, day, hour, minute, second, milli }: Civil, zone: Zone): number {
  return zone === 'utc'
    ? Date.UTC(year, month, day, hour, minute, second, milli)
    : new Date(year, month, day, hour, minute, second, milli).getTime();
}

/** `2026-11-21 09:30:00`, with milliseconds only where there are some. */
export function civilText(ms: number, zone: Zone): string {
  const { year, month, day, hour, minute, second, milli } = civilOf(ms, zone);
  const date = `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(day)}`;
  const fraction = milli === 0 ? '' : `.${String(milli).padStart(3, '0')}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
