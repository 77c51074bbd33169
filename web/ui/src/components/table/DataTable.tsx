import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { useIsNarrow } from '../../state/useIsNarrow';
import { BodyRow } from './BodyRow';
import { type Column, fitting, tracks } from './column';
import styles from './DataTable.module.css';
import { HeaderRow, type Sorting } from './HeaderRow';
import { useScrollMemory } from './useScrollMemory';

const ROW_HEIGHT = 38;
const NARROW_ROW_HEIGHT = 58;
/** The header with its line and the frame of the whole. */
const HEAD_HEIGHT = 37;
const OVERSCAN = 12;
const RANGE_DELAY = 60;

interface Props<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly total: number;
  /** Undefined while the row is on the way. */
  readonly rowAt: (index: number) => R | undefined;
  readonly keyOf: (row: R) => string;
  readonly sorting?: Sorting;
  /** `fill` takes the rest of the page's height, `content` grows with its rows up to a limit, `short` up to some ten rows. */
  readonly layout: 'fill' | 'content' | 'short';
  /** Below this width (px) the table scrolls sideways; on narrow screens its first column stays. */
  readonly minWidth?: number;
  readonly outdated?: boolean;
  readonly firstRow?: number;
  /** Whenever this changes, the table goes to `firstRow`. */
  readonly question?: string;
  readonly onFirstRow?: (row: number) => void;
  readonly onRange?: (first: number, last: number) => void;
  /** Rows hold two lines on narrow screens. */
  readonly tallWhenNarrow?: boolean;
}

/** A table of any length: only the rows in view are in the page. Rows whose first cell is a link or a button are walked with the arrow keys. */
export function DataTable<R>(props: Props<R>) {
  const { total, rowAt, onRange, layout, minWidth = 0, firstRow = 0 } = props;
  const narrow = useIsNarrow();
  const scroller = useRef<HTMLElement>(null);
  const rowHeight = narrow && props.tallWhenNarrow === true ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const columns = fitting(props.columns, narrow);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset: firstRow * rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height needs other places
  useEffect(() => virtualizer.measure(), [rowHeight]);
  useEffect(() => {
    const timer = setTimeout(() => onRange?.(first, last), RANGE_DELAY);
    return () => clearTimeout(timer);
  }, [first, last, onRange]);
  useScrollMemory(scroller, rowHeight, props);

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const next = rowAfter(event, total);
    if (next === undefined) return;
    event.preventDefault();
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] :is(a, button)`)?.focus(),
    );
  };
  const style = {
    '--columns': tracks(columns),
    '--min-width': `${minWidth}px`,
    '--height': `${total * rowHeight + HEAD_HEIGHT}px`,
  } as CSSProperties;
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      data-layout={layout}
      data-outdated={props.outdated === true}
      data-sticky={narrow && minWidth > 0}
      style={style}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={walk}
    >
      <div role="table" aria-label={props.label} aria-rowcount={total + 1} className={styles.table}>
        <HeaderRow columns={columns} sorting={props.sorting} />
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <BodyRow
                key={row === undefined ? `row ${item.index}` : props.keyOf(row)}
                index={item.index}
                last={item.index === total - 1}
                start={item.start}
                height={rowHeight}
                row={row}
                columns={columns}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

function rowAfter(event: KeyboardEvent<HTMLElement>, total: number): number | undefined {
  const row = (event.target as HTMLElement).closest('[data-index]');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (row === null || step === undefined) return undefined;
  const next = Number(row.getAttribute('data-index')) + step;
  return next >= 0 && next < total ? next : undefined;
}
