import { type Columns, drawable, type Line } from './columns';
import { isShown, type Selection } from './exploreState';
import { type Scheme, type Stroke, strokeOf } from './palette';
import { stack } from './stack';

/** One line as it is drawn. */
export interface DrawnLine {
  readonly line: Line;
  readonly stroke: Stroke;
  /** What is drawn: in a stack the sum up to this line. Null is a gap. */
  readonly values: readonly (number | null)[];
}

/** What a graph draws of the lines that it was given. */
export interface Drawing {
  readonly times: readonly number[];
  readonly lines: readonly DrawnLine[];
  /** For each line the one on which it stands, -1 for zero; empty when nothing is stacked. */
  readonly below: readonly number[];
  /** The same for as long as only values change. */
  readonly key: string;
}

/** The lines to draw; each keeps the look that it has among all of them. */
export function drawingOf(columns: Columns, selection: Selection, stacked: boolean, scheme: Scheme): Drawing {
  const shown = columns.lines.flatMap((line, i) =>
    isShown(selection, line.id) ? [{ line, stroke: strokeOf(i, scheme), values: drawable(line.values) }] : [],
  );
  const piled = stacked ? stack(shown.map(({ values }) => values)) : undefined;
  const lines = shown.map((drawn, i) => ({ ...drawn, values: piled?.values[i] ?? drawn.values }));
  const looks = lines.map(({ line, stroke }) => `${line.id}${stroke.colour}${stroke.dash}`);
  return {
    times: columns.times,
    lines,
    below: piled?.below ?? [],
    key: `${scheme} ${stacked} ${looks.join(' ')}`,
  };
}

/** What a pointer at a moment points at. */
export interface Pointed {
  readonly drawn: DrawnLine;
  readonly value: number;
}

/** The values of all drawn lines at a place in time, the greatest first. */
export function valuesAt({ lines }: Drawing, index: number): readonly Pointed[] {
  return lines
    .flatMap((drawn) => {
      const value = drawn.line.values[index];
      return value === null || value === undefined ? [] : [{ drawn, value }];
    })
    .sort((a, b) => rank(b.value) - rank(a.value));
}

/** The line nearest to a height; `heightOf` gives that of a value. Undefined when no line has a point there. */
export function nearestAt(
  { lines }: Drawing,
  index: number,
  height: number,
  heightOf: (value: number) => number,
): Pointed | undefined {
  let found: Pointed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const drawn of lines) {
    const [at, value] = [drawn.values[index], drawn.line.values[index]];
    if (at === null || at === undefined || value === null || value === undefined) continue;
    const distance = Math.abs(heightOf(at) - height);
    if (distance < least) [least, found] = [distance, { drawn, value }];
  }
  return found;
}

/** NaN stands last. */
const rank = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
