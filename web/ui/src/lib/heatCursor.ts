/** One cell of a heat strip, from 0. */
export interface HeatCell {
  readonly row: number;
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

type Step = (cell: HeatCell, size: Size) => HeatCell;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

/** The cell after a key; undefined for a key that does not move. The first key goes to the newest moment of the first row. */
export function moveCell(cell: HeatCell | undefined, key: string, size: Size): HeatCell | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  if (cell === undefined) return { row: 0, column: size.columns - 1 };
  const { row, column } = step(cell, size);
  return { row: between(row, size.rows), column: between(column, size.columns) };
}

const between = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
