import type { Span } from './timeRange';

/** Distances between points that a person finds natural, in seconds. */
const NICE = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
] as const;
const DAY = 86_400;

/** The steps offered to choose from, in seconds. */
export const STEPS = [1, 5, 10, 15, 30, 60, 300, 900, 1_800, 3_600, 21_600, 86_400] as const;

/** The most points of a series that Prometheus answers with. */
export const MAX_POINTS = 11_000;
/** The points that are asked for when nobody says how many: enough for a wide screen. */
const WANTED_POINTS = 400;

/** A range to ask for, in seconds as the API takes it. */
export interface Grid {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** The step (seconds) for a range: the smallest natural one with no more than so many points. */
export function autoStep({ from, to }: Span, points: number = WANTED_POINTS): number {
  const wanted = (to - from) / 1000 / points;
  const nice = NICE.find((step) => step >= wanted);
  return nice ?? Math.ceil(wanted / DAY) * DAY;
}

/**
 * The moments to ask for: multiples of the step, so that the points of a graph that is refreshed stay where they are. A range narrower than its
 * step is asked for as it is.
 */
export function gridOf({ from, to }: Span, step: number): Grid {
  const wide = to - from >= step * 1000;
  const aligned = (ms: number) => (wide ? Math.floor(ms / 1000 / step) * step : ms / 1000);
  return { start: toMillis(aligned(from)), end: toMillis(aligned(to)), step };
}

/** How many points a series of this grid can have. */
export function pointsOf({ start, end, step }: Grid): number {
  return Math.floor(Math.round((end - start) * 1000) / Math.round(step * 1000)) + 1;
}

/** The smallest natural step with which a range stays within what Prometheus answers. */
export function allowedStep(span: Span): number {
  return autoStep(span, MAX_POINTS - 1);
}

const toMillis = (seconds: number): number => Math.round(seconds * 1000) / 1000;
