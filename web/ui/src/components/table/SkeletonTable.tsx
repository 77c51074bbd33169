import type { CSSProperties } from 'react';
import { useIsNarrow } from '../../state/useIsNarrow';
import { BodyRow } from './BodyRow';
import { type Column, fitting, tracks } from './column';
import styles from './DataTable.module.css';
import { HeaderRow } from './HeaderRow';

const HEIGHT = 38;

interface Props<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: number;
  readonly layout: 'fill' | 'content';
}

/** A table before its first answer: the columns are there, the values are on the way. */
export function SkeletonTable<R>({ label, columns, rows, layout }: Props<R>) {
  const shown = fitting(columns, useIsNarrow());
  const style = { '--columns': tracks(shown), '--min-width': '0px', '--height': `${rows * HEIGHT}px` } as CSSProperties;
  return (
    <div className={styles.scroller} data-layout={layout} style={style} aria-busy="true">
      <div role="table" aria-label={label} className={styles.table}>
        <HeaderRow columns={shown} />
        <div role="rowgroup" className={styles.body} style={{ height: rows * HEIGHT }}>
          {Array.from({ length: rows }, (_, i) => (
            <BodyRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else
              key={i}
              index={i}
              last={i === rows - 1}
              start={i * HEIGHT}
              height={HEIGHT}
              row={undefined}
              columns={shown}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
