import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupHistory } from '../../api/types';
import { type Band, gradientOf, levelOf } from '../../lib/heat';
import { type HeatCell, moveCell } from '../../lib/heatCursor';
import { partitionName } from '../../lib/partitionKey';
import { useFormats } from '../../state/useFormats';
import styles from './heat.module.css';

type Row = GroupHistory['rows'][number];

/** Height of a row in px. */
const ROW = 22;

interface Props {
  readonly history: GroupHistory;
  readonly bands: readonly Band[];
}

/** The strip itself, of which only the rows in view are in the page. A pointer or the arrow keys choose a cell, which is then told in words below. */
export function HeatStrip({ history, bands }: Props) {
  const { t } = useTranslation();
  const [cell, setCell] = useState<HeatCell>();
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: history.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const size = { rows: history.rows.length, columns: history.times.length };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveCell(cell, event.key, size);
    if (next === undefined) return;
    event.preventDefault();
    setCell(next);
    virtualizer.scrollToIndex(next.row);
  };
  const onPoint = (event: PointerEvent<HTMLElement>) => setCell(cellAt(event, size.columns));
  return (
    <>
      <section
        ref={scroller}
        className={styles.strip}
        aria-label={t('heat.strip')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its cells are walked with the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={onPoint}
        onPointerDown={onPoint}
      >
        <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = history.rows[index];
            return (
              row && (
                <StripRow
                  key={partitionName(row)}
                  row={row}
                  index={index}
                  start={start}
                  bands={bands}
                  cursor={cell?.row === index ? (cell.column + 0.5) / size.columns : undefined}
                />
              )
            );
          })}
        </div>
      </section>
      <Times times={history.times} />
      <Told history={history} cell={cell} />
    </>
  );
}

function cellAt(event: PointerEvent<HTMLElement>, columns: number): HeatCell | undefined {
  const track = (event.target as HTMLElement).closest<HTMLElement>('[data-heat-row]');
  if (track === null) return undefined;
  const { left, width } = track.getBoundingClientRect();
  const column = Math.floor(((event.clientX - left) / width) * columns);
  return { row: Number(track.dataset.heatRow), column: Math.min(columns - 1, Math.max(0, column)) };
}

interface RowProps {
  readonly row: Row;
  readonly index: number;
  /** Where the row begins, in px. */
  readonly start: number;
  readonly bands: readonly Band[];
  /** Where the chosen cell lies, as a share of the width. */
  readonly cursor: number | undefined;
}

const StripRow = memo(({ row, index, start, bands, cursor }: RowProps) => {
  const { t } = useTranslation();
  const { count } = useFormats();
  const background = useMemo(() => gradientOf(row.lags.map((lag) => levelOf(lag, bands))), [row, bands]);
  const last = row.lags.findLast((lag) => lag !== null) ?? null;
  const name = partitionName(row);
  return (
    <div className={styles.row} style={{ transform: `translateY(${start}px)` }}>
      <span className={`${styles.name} k-cut`} title={name} aria-hidden>
        {name}
      </span>
      <div
        className={styles.track}
        style={{ backgroundImage: background }}
        data-heat-row={index}
        role="img"
        aria-label={t('heat.row', { partition: name, lag: last === null ? t('unknown.value') : count(last) })}
      >
        {cursor !== undefined && <span className={styles.cursor} style={{ left: `${cursor * 100}%` }} />}
      </div>
      <span className={`${styles.now} k-num`} aria-hidden>
        {last === null ? '–' : count(last)}
      </span>
    </div>
  );
});
StripRow.displayName = 'StripRow';

function Times({ times }: { times: readonly string[] }) {
  const { time } = useFormats();
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <div className={styles.row} aria-hidden>
      <span className={styles.times}>
        <span>{time(new Date(first))}</span>
        <span>{time(new Date(last))}</span>
      </span>
    </div>
  );
}

function Told({ history, cell }: { history: GroupHistory; cell: HeatCell | undefined }) {
  const { t } = useTranslation();
  const { time, count } = useFormats();
  const row = cell && history.rows[cell.row];
  const at = cell && history.times[cell.column];
  const lag = cell && row?.lags[cell.column];
  return (
    <p className={styles.told} role="status">
      {row === undefined || at === undefined || lag === undefined
        ? t('heat.hint')
        : t('heat.cell', {
            partition: partitionName(row),
            time: time(new Date(at)),
            lag: lag === null ? t('unknown.value') : count(lag),
          })}
    </p>
  );
}
