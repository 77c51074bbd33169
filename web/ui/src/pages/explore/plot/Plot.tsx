import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Columns } from '../../../lib/prom/columns';
import { type Drawing, drawingOf } from '../../../lib/prom/drawing';
import type { Selection, TooltipMode } from '../../../lib/prom/exploreState';
import type { Naming } from '../../../lib/prom/labels';
import type { Span } from '../../../lib/prom/timeRange';
import type { Zone } from '../../../lib/prom/zone';
import { useLocale } from '../../../state/useLocale';
import { HoverStore } from './hover';
import { dataFor, optionsFor } from './options';
import styles from './plot.module.css';
import { Tooltip } from './Tooltip';

interface Props {
  /** What the graph shows, in words. */
  readonly label: string;
  readonly columns: Columns;
  readonly naming: Naming;
  readonly selection: Selection;
  readonly stacked: boolean;
  readonly span: Span;
  readonly zone: Zone;
  readonly tooltip: TooltipMode;
  readonly onZoom: (span: Span) => void;
  readonly onZoomOut: () => void;
}

/**
 * A graph over time. Dragging over it chooses a narrower range, a double click a wider one, and the arrow keys walk from moment to moment; the numbers
 * stand in the legend below.
 */
export default function Plot(props: Props) {
  const { columns, selection, stacked } = props;
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const drawing = useMemo(() => drawingOf(columns, selection, stacked, scheme), [columns, selection, stacked, scheme]);
  const [hover] = useState(() => new HoverStore());
  const { host, plot } = usePlot(drawing, props, hover);
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = plot;
    const next = current && indexAfter(event.key, hover.get()?.index ?? current.cursor.idx, columns.times.length);
    if (current === undefined || next === undefined) return;
    event.preventDefault();
    point(current, hover, next);
  };
  return (
    <div className={styles.plot}>
      <div
        ref={host}
        className={styles.canvas}
        role="img"
        aria-label={`${props.label}. ${t('plot.keys')}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its moments are walked with the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => hover.set(undefined)}
      />
      <Tooltip
        hover={hover}
        plot={plot}
        drawing={drawing}
        naming={props.naming}
        zone={props.zone}
        mode={props.tooltip}
      />
    </div>
  );
}

/** Makes the graph anew when its lines change, and only gives it the values when nothing else does. */
function usePlot(drawing: Drawing, props: Props, hover: HoverStore) {
  const { zone, span } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef({ drawing, props });
  latest.current = { drawing, props };
  const locale = useLocale();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the drawing, whose values come by setData
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const made = new uPlot(
      optionsFor(latest.current.drawing, {
        width: element.clientWidth,
        height: element.clientHeight,
        zone,
        locale,
        span: () => latest.current.props.span,
        onSelect: (chosen) => latest.current.props.onZoom(chosen),
        onDoubleClick: () => latest.current.props.onZoomOut(),
        onCursor: (moved) => follow(moved, hover),
      }),
      dataFor(latest.current.drawing),
      element,
    );
    plot.current = made;
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [drawing.key, zone, locale, hover]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another range is drawn with the values of before, or with its own
  useEffect(() => {
    const { current } = plot;
    if (current !== undefined && current.series.length === drawing.lines.length + 1) current.setData(dataFor(drawing));
  }, [drawing, span]);

  return { host, plot };
}

/** Follows the pointer of this graph, not those that other graphs pass on to it. */
function follow(plot: uPlot, hover: HoverStore): void {
  const { idx, left = -1, top = -1, event } = plot.cursor;
  if (hover.get()?.byKey === true && event === undefined) return;
  const inside = left >= 0 && idx !== null && idx !== undefined && plot.over.matches(':hover');
  if (inside) hover.set({ index: idx, left, top, byKey: false });
  else if (hover.get() !== undefined) hover.set(undefined);
}

function point(plot: uPlot, hover: HoverStore, index: number): void {
  const time = plot.data[0][index];
  if (time === undefined) return;
  const left = plot.valToPos(time, 'x');
  const top = plot.over.clientHeight / 2;
  hover.set({ index, left, top, byKey: true });
  plot.setCursor({ left, top });
  hover.set({ index, left, top, byKey: true });
}

/** The place in time after a key; the first key goes to the newest. Undefined for keys that do not move. */
function indexAfter(key: string, index: number | null | undefined, count: number): number | undefined {
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -count, End: count }[key];
  if (step === undefined || count === 0) return undefined;
  return index === null || index === undefined ? count - 1 : Math.min(count - 1, Math.max(0, index + step));
}
