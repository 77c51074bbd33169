import type { ReactNode } from 'react';
import type { Order, SortValue } from '../../lib/sort';

/** One column of a table of rows R. */
export interface Column<R> {
  readonly id: string;
  readonly header: string;
  /** What the header means, when its word is short. */
  readonly help?: string;
  readonly cell: (row: R, index: number) => ReactNode;
  /** Track of CSS grid, such as `minmax(90px, 1fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  /** What the first click sorts; absent: not sortable. */
  readonly first?: Order;
  /** Needed where rows are sorted in the page. */
  readonly value?: (row: R) => SortValue;
  /** Left out on narrow screens. */
  readonly wideOnly?: boolean;
}

/** The tracks of all columns, for `grid-template-columns`. */
export function tracks<R>(columns: readonly Column<R>[]): string {
  return columns.map((column) => column.width).join(' ');
}

/** The columns that fit the screen. */
export function fitting<R>(columns: readonly Column<R>[], narrow: boolean): readonly Column<R>[] {
  return narrow ? columns.filter((column) => column.wideOnly !== true) : columns;
}
