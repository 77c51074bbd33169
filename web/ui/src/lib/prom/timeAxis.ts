import { civilOf, type Zone } from './zone';

const MINUTE = 60;
const DAY = 86_400;

/**
 * Texts for the marks of a time axis (Unix seconds) that lie so many seconds apart: the time of day, and in a second line the date wherever it is
 * another than at the mark before.
 */
export function timeMarks(times: readonly number[], increment: number, zone: Zone, locale: string): string[] {
  return times.map((time, i) => {
    const before = times[i - 1];
    const newDay = before === undefined || !sameDay(before, time, zone);
    if (increment >= 28 * DAY) return format(locale, zone, 'month').format(time * 1000);
    if (increment >= DAY) return format(locale, zone, 'day').format(time * 1000);
    const clock = format(locale, zone, clockOf(increment)).format(time * 1000);
    return newDay ? `${clock}\n${format(locale, zone, 'day').format(time * 1000)}` : clock;
  });
}

function clockOf(increment: number): Kind {
  if (increment >= MINUTE) return 'minutes';
  return increment >= 1 ? 'seconds' : 'millis';
}

function sameDay(a: number, b: number, zone: Zone): boolean {
  const [x, y] = [civilOf(a * 1000, zone), civilOf(b * 1000, zone)];
  return x.day === y.day && x.month === y.month && x.year === y.year;
}

const KINDS = {
  month: { year: 'numeric', month: 'short' },
  day: { month: 'short', day: 'numeric' },
  minutes: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  millis: { minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' },
  whole: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Kind = keyof typeof KINDS;

/** Date and time of a moment (ms), to the second. */
export function momentText(ms: number, zone: Zone, locale: string): string {
  return format(locale, zone, 'whole').format(ms);
}

const made = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, zone: Zone, kind: Kind): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${kind}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...KINDS[kind], ...zoneOption(zone) });
  made.set(key, known);
  return known;
}

function zoneOption(zone: Zone): Intl.DateTimeFormatOptions {
  return zone === 'utc' ? { timeZone: 'UTC' } : {};
}
