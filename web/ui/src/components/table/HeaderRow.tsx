import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Order } from '../../lib/sort';
import type { Column } from './column';
import styles from './DataTable.module.css';

export interface Sorting {
  readonly sort: string;
  readonly order: Order;
  readonly onSort: (column: string, first: Order) => void;
}

interface Props<R> {
  readonly columns: readonly Column<R>[];
  readonly sorting?: Sorting | undefined;
}

export function HeaderRow<R>({ columns, sorting }: Props<R>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.row} aria-rowindex={1}>
        {columns.map((column) => (
          <HeaderCell key={column.id} column={column} sorting={sorting} />
        ))}
      </div>
    </div>
  );
}

function HeaderCell<R>({ column, sorting }: { column: Column<R>; sorting: Sorting | undefined }) {
  const { first } = column;
  const sortable = sorting !== undefined && first !== undefined;
  const order = sortable && sorting.sort === column.id ? sorting.order : undefined;
  return (
    <div
      role="columnheader"
      className={`${styles.cell} ${styles.header}`}
      data-align={column.align}
      title={column.help}
      aria-sort={sortable ? ariaSort(order) : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className={`${styles.label} ${order === undefined ? '' : styles.sorted}`}
          onClick={() => sorting.onSort(column.id, first)}
        >
          <span>{column.header}</span>
          <SortIcon order={order} />
        </button>
      ) : (
        <span className={styles.label}>
          <span>{column.header}</span>
        </span>
      )}
    </div>
  );
}

function SortIcon({ order }: { order: Order | undefined }) {
  if (order === 'asc') return <IconArrowUp size={13} aria-hidden />;
  if (order === 'desc') return <IconArrowDown size={13} aria-hidden />;
  return <IconArrowsSort size={13} className={styles.idle} aria-hidden />;
}

function ariaSort(order: Order | undefined): 'ascending' | 'descending' | 'none' {
  if (order === undefined) return 'none';
  return order === 'asc' ? 'ascending' : 'descending';
}
