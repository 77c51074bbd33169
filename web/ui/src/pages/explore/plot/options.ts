import uPlot from 'uplot';
import { lonePoints } from '../../../lib/prom/columns';
import type { Drawing } from '../../../lib/prom/drawing';
import { axisText } from '../../../lib/prom/numbers';
import { faded } from '../../../lib/prom/palette';
import { timeMarks } from '../../../lib/prom/timeAxis';
import type { Span } from '../../../lib/prom/timeRange';
import type { Zone } from '../../../lib/prom/zone';

/** What a graph needs to know besides its lines. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly zone: Zone;
  readonly locale: string;
  /** The range of the time axis, asked for at every drawing. */
  readonly span: () => Span;
  readonly onSelect: (span: Span) => void;
  readonly onDoubleClick: () => void;
  readonly onCursor: (plot: uPlot) => void;
}

/** Graphs with this key move their cross-hairs together. */
const SYNC_KEY = 'explore';
const AREA = 0.28;
/** A selection narrower than this (px) was a click. */
const LEAST_DRAG = 6;
const LETTER = 7;

/** The settings of uPlot for a drawing; colours of axes are read from the page's properties. */
export function optionsFor(drawing: Drawing, frame: Frame): uPlot.Options {
  const colours = axisColours();
  return {
    width: frame.width,
    height: frame.height,
    padding: [10, 12, 0, 0],
    tzDate: (seconds) =>
      frame.zone === 'utc' ? uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC') : new Date(seconds * 1000),
    legend: { show: false },
    cursor: {
      drag: { x: true, y: false, setScale: false },
      points: { size: 7 },
      sync: { key: SYNC_KEY, setSeries: false, scales: ['x', null] },
      bind: {
        dblclick: () => () => {
          frame.onDoubleClick();
          return null;
        },
      },
    },
    scales: { x: { time: true, range: () => [frame.span().from / 1000, frame.span().to / 1000] } },
    series: [{}, ...drawing.lines.map((_, i) => seriesFor(drawing, i))],
    bands: bandsFor(drawing),
    axes: [timeAxis(frame, colours), valueAxis(colours)],
    hooks: {
      setCursor: [frame.onCursor],
      setSelect: [(plot) => select(plot, frame)],
    },
  };
}

/** The values in uPlot's form. */
export function dataFor({ times, lines }: Drawing): uPlot.AlignedData {
  return [times, ...lines.map(({ values }) => values)] as uPlot.AlignedData;
}

function seriesFor({ lines, below }: Drawing, i: number): uPlot.Series {
  const { stroke } = lines[i] as Drawing['lines'][number];
  const onZero = below[i] === -1;
  return {
    stroke: stroke.colour,
    width: 1.6,
    dash: [...stroke.dash],
    ...(onZero ? { fill: faded(stroke.colour, AREA), fillTo: () => 0 } : {}),
    points: {
      show: false,
      size: 5,
      fill: stroke.colour,
      filter: (plot, seriesIndex) => {
        const [from, to] = plot.series[0]?.idxs ?? [0, 0];
        return lonePoints(plot.data[seriesIndex] as (number | null)[], from, to);
      },
    },
  };
}

/** The area of a line in a stack ends at the line below it. uPlot counts series from 1, the time being the first. */
function bandsFor({ lines, below }: Drawing): uPlot.Band[] {
  return below.flatMap((under, i) =>
    under < 0
      ? []
      : [{ series: [i + 1, under + 1] as [number, number], fill: faded(lines[i]?.stroke.colour ?? '', AREA) }],
  );
}

interface AxisColours {
  readonly text: string;
  readonly grid: string;
  readonly font: string;
}

function axisColours(): AxisColours {
  const style = getComputedStyle(document.documentElement);
  return {
    text: style.getPropertyValue('--k-muted').trim(),
    grid: style.getPropertyValue('--k-border').trim(),
    font: `12px ${getComputedStyle(document.body).fontFamily}`,
  };
}

function timeAxis({ zone, locale }: Frame, { text, grid, font }: AxisColours): uPlot.Axis {
  return {
    stroke: text,
    font,
    size: 44,
    gap: 6,
    space: 64,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1, size: 5 },
    values: (_plot, splits, _axis, _space, increment) => timeMarks(splits, increment, zone, locale),
  };
}

function valueAxis({ text, grid, font }: AxisColours): uPlot.Axis {
  return {
    stroke: text,
    font,
    gap: 6,
    size: (_plot, values) => 20 + LETTER * Math.max(2, ...(values ?? []).map((value) => value.length)),
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
    values: (_plot, splits, _axis, _space, increment) => splits.map((value) => axisText(value, increment)),
  };
}

function select(plot: uPlot, { onSelect }: Frame): void {
  const { left, width } = plot.select;
  if (width < LEAST_DRAG) return;
  const at = (px: number) => plot.posToVal(px, 'x') * 1000;
  onSelect({ from: at(left), to: at(left + width) });
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}
