import { durationParts } from './duration';
import type { Int64 } from './int64';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes values in the way of one locale. */
export interface Formats {
  /** All digits, grouped: 12,345. */
  count(value: Int64): string;
  /** Three significant digits with a binary unit: 1.21 GiB. */
  bytes(value: Int64): string;
  /** A share between 0 and 1: 42%. */
  percent(value: number): string;
  /** The greatest whole unit of a number of seconds, floored: 4 sec, 3 min, 2 hr. */
  age(seconds: number): string;
  /** A number of seconds in its two greatest units: 5 min 30 sec. */
  duration(seconds: number): string;
  /** Three significant digits: 90.3, 12,300. */
  rate(perSecond: number): string;
  /** Hours, minutes and seconds in the zone of the reader. */
  time(instant: Date): string;
  /** Date and time of day in the zone of the reader, with the zone's name. */
  dateTime(instant: Date): string;
}

export function formatsFor(locale: string): Formats {
  const count = new Intl.NumberFormat(locale);
  const size = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const rate = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const dateTime = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const units = {
    millisecond: unitFormat(locale, 'millisecond'),
    second: unitFormat(locale, 'second'),
    minute: unitFormat(locale, 'minute'),
    hour: unitFormat(locale, 'hour'),
    day: unitFormat(locale, 'day'),
  };
  return {
    count: (value) => count.format(value),
    bytes: (value) => bytes(value, size),
    percent: (value) => percent.format(value),
    age: (seconds) => {
      const [amount, unit] = largestUnit(seconds);
      return units[unit].format(amount);
    },
    duration: (seconds) =>
      durationParts(seconds)
        .map(([amount, unit]) => units[unit].format(amount))
        .join(' '),
    rate: (perSecond) => rate.format(perSecond),
    time: (instant) => time.format(instant),
    dateTime: (instant) => dateTime.format(instant),
  };
}

/** Splits seconds into the greatest unit of which there is at least one; what is negative (a clock that was set) counts as 0. */
export function largestUnit(seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return [whole, 'second'];
  if (whole < HOUR) return [Math.floor(whole / MINUTE), 'minute'];
  if (whole < DAY) return [Math.floor(whole / HOUR), 'hour'];
  return [Math.floor(whole / DAY), 'day'];
}

function unitFormat(locale: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
}

function bytes(value: Int64, format: Intl.NumberFormat): string {
  let amount = Number(value);
  let unit = 0;
  // 999.5 would be written as 1000 with three significant digits, so the next unit begins there.
  while (Math.abs(amount) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${format.format(amount)} ${BYTE_UNITS[unit]}`;
}
