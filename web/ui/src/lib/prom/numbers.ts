const UNITS = ['', 'k', 'M', 'G', 'T', 'P', 'E'] as const;
const SMALLEST_PLAIN = 1e-4;

/** Numbers of an axis whose marks lie so far apart: 0, 250k, 500k. The mark tells how many places are needed. */
export function axisText(value: number, increment: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const power = unitOf(size);
  if (power === UNITS.length || (size < SMALLEST_PLAIN && increment < SMALLEST_PLAIN)) return value.toExponential(1);
  const unit = 1000 ** power;
  const places = placesOf(increment / unit);
  return `${trimmed((value / unit).toFixed(places))}${UNITS[power]}`;
}

/** A number for a table: up to six significant digits, without a unit, thousands apart; what is very large or small as a power of ten. */
export function shortNumber(value: number, locale: string): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  if (size !== 0 && (size < SMALLEST_PLAIN || size >= 1e15)) return value.toExponential(4);
  if (Number.isInteger(value)) return formatOf(locale, 'whole').format(value);
  return formatOf(locale, 'short').format(value);
}

const made = new Map<string, Intl.NumberFormat>();

/** Intl's constructors are dear, and a legend has a thousand numbers. */
function formatOf(locale: string, kind: 'whole' | 'short'): Intl.NumberFormat {
  const key = `${locale} ${kind}`;
  const format =
    made.get(key) ??
    new Intl.NumberFormat(locale, kind === 'whole' ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 6 });
  made.set(key, format);
  return format;
}

/** Places behind the point that a number needs, up to 8. */
function placesOf(value: number): number {
  let places = 0;
  while (places < 8 && Math.abs(Math.round(value * 10 ** places) / 10 ** places - value) > value * 1e-9) places++;
  return places;
}

function unitOf(size: number): number {
  let power = 0;
  while (size >= 1000 ** (power + 1) && power < UNITS.length) power++;
  return power;
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
