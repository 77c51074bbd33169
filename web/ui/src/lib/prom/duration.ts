const UNITS = [
  ['y', 31_536_000],
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
] as const;

const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const SECONDS = /^\d+(\.\d+)?$/;

/** The seconds, to the millisecond, of a duration as PromQL writes it (`1h30m`, `500ms`) or of a plain number; undefined for all else, and for 0. */
export function parseDuration(text: string): number | undefined {
  if (SECONDS.test(text)) return positive(Math.round(Number(text) * 1000) / 1000);
  const found = DURATION.exec(text);
  if (text === '' || found === null) return undefined;
  const seconds = UNITS.reduce((sum, [, size], i) => sum + Number(found[i + 1] ?? 0) * size, 0);
  return positive(Math.round(seconds * 1000) / 1000);
}

/** Seconds as PromQL writes them, in the greatest units that leave nothing over, to the millisecond: 5400 is `1h30m`. Weeks and years are days. */
export function formatDuration(seconds: number): string {
  let rest = Math.round(seconds * 1000);
  if (rest === 0) return '0s';
  let text = '';
  for (const [unit, size] of UNITS.slice(2)) {
    const amount = Math.floor(rest / Math.round(size * 1000));
    if (amount > 0) text += `${amount}${unit}`;
    rest -= amount * Math.round(size * 1000);
  }
  return text;
}

const positive = (value: number): number | undefined => (value > 0 && Number.isFinite(value) ? value : undefined);
