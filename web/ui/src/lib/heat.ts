import type { Int64 } from './int64';

/** Bands above 0; a strip with more could not be told apart. */
const BANDS = 5;

/** One band of a heat strip: lags of `from` and more, up to the next band. Level 0 is a lag of 0, level 1 the first band. */
export interface Band {
  readonly level: number;
  readonly from: number;
  /** The greatest lag of the band, undefined for the last. */
  readonly to: number | undefined;
}

/** Bands from decade to decade, the last of which holds the greatest lag; fewer for small lags. */
export function bandsFor(greatest: Int64): readonly Band[] {
  const top = Math.max(0, Math.floor(Math.log10(Math.max(1, Number(greatest)))));
  const count = Math.min(BANDS, top + 1);
  const starts = Array.from({ length: count }, (_, i) => (i === 0 ? 1 : 10 ** (top - count + 1 + i)));
  return starts.map((from, i) => ({ level: i + 1, from, to: nextStart(starts, i) }));
}

function nextStart(starts: readonly number[], index: number): number | undefined {
  const next = starts[index + 1];
  return next === undefined ? undefined : next - 1;
}

/** The level of one lag; undefined where it is not known. */
export function levelOf(lag: Int64 | null, bands: readonly Band[]): number | undefined {
  if (lag === null) return undefined;
  if (lag <= 0) return 0;
  return bands.findLast(({ from }) => lag >= from)?.level ?? 1;
}

/**
 * One row of a strip as the stops of a CSS gradient: a part of the same width for each moment, without a passage from one to the next. Parts of
 * the same colour that stand together are one stop.
 */
export function gradientOf(levels: readonly (number | undefined)[]): string {
  const stops: string[] = [];
  let from = 0;
  levels.forEach((level, i) => {
    if (i + 1 < levels.length && levels[i + 1] === level) return;
    stops.push(`${colourOf(level)} ${percent(from, levels.length)} ${percent(i + 1, levels.length)}`);
    from = i + 1;
  });
  return stops.length === 0 ? 'none' : `linear-gradient(to right, ${stops.join(', ')})`;
}

export const colourOf = (level: number | undefined): string => `var(--k-heat-${level ?? 'unknown'})`;

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100_000) / 1000}%`;
