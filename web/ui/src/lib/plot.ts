import type { Int64 } from './int64';

/** A point of a line: when (ms) and which offset. */
export interface PlotPoint {
  readonly at: number;
  readonly offset: Int64;
}

export interface Frame {
  readonly fromTime: number;
  readonly toTime: number;
  readonly fromOffset: Int64;
  readonly toOffset: Int64;
}

/** The frame that holds all points; undefined when there are none. A flat line gets room above and below. */
export function frameOf(points: readonly PlotPoint[]): Frame | undefined {
  const [first] = points;
  if (first === undefined) return undefined;
  let { at: fromTime, at: toTime, offset: fromOffset, offset: toOffset } = first;
  for (const { at, offset } of points) {
    if (at < fromTime) fromTime = at;
    if (at > toTime) toTime = at;
    if (offset < fromOffset) fromOffset = offset;
    if (offset > toOffset) toOffset = offset;
  }
  return { fromTime, toTime, fromOffset, toOffset };
}

/** The points in a box of `width` by `height`, as the `points` of an SVG line: y grows downwards. Offsets are exact until the last step. */
export function linePoints(points: readonly PlotPoint[], frame: Frame, width: number, height: number): string {
  return points.map((point) => `${x(point, frame, width)},${y(point, frame, height)}`).join(' ');
}

export function x({ at }: PlotPoint, { fromTime, toTime }: Frame, width: number): number {
  return toTime === fromTime ? width / 2 : rounded(((at - fromTime) / (toTime - fromTime)) * width);
}

export function y({ offset }: PlotPoint, { fromOffset, toOffset }: Frame, height: number): number {
  const range = Number(BigInt(toOffset) - BigInt(fromOffset));
  if (range === 0) return height / 2;
  return rounded(height - (Number(BigInt(offset) - BigInt(fromOffset)) / range) * height);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
