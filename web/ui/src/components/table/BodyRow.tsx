import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import styles from './DataTable.module.css';

interface Props<R> {
  readonly index: number;
  readonly last: boolean;
  readonly start: number;
  readonly height: number;
  readonly row: R | undefined;
  readonly columns: readonly Column<R>[];
}

function Row<R>({ index, last, start, height, row, columns }: Props<R>) {
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      data-index={index}
      data-last={last}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {columns.map((column) => (
        <div key={column.id} role="cell" className={styles.cell} data-align={column.align}>
          {row === undefined ? <Bone /> : column.cell(row, index)}
        </div>
      ))}
    </div>
  );
}

/** Drawn anew only when its own values change: while one scrolls, rows come and go many times a second. */
export const BodyRow = memo(Row) as typeof Row;

/** What stands in for a value on its way. */
export function Bone() {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.bone} aria-hidden />
      <span className="k-sr">{t('list.loadingRow')}</span>
    </>
  );
}
