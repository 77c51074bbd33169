/** Rows of one request; the server takes up to 1000. */
export const PAGE_SIZE = 200;

/** The pages, from 1, that hold the rows from `first` to `last` (from 0, both included); always at least one page. */
export function pagesFor(first: number, last: number, pageSize: number = PAGE_SIZE): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize);
  const to = Math.max(from, Math.floor(Math.max(0, last) / pageSize));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i + 1);
}

/** Which page holds a row and at which place in it. */
export function placeOf(row: number, pageSize: number = PAGE_SIZE): { page: number; index: number } {
  return { page: Math.floor(row / pageSize) + 1, index: row % pageSize };
}
