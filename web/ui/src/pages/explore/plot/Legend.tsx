import { useComputedColorScheme } from '@mantine/core';
import { type MouseEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../components/table/column';
import { DataTable } from '../../../components/table/DataTable';
import { Unknown } from '../../../components/values';
import { type Columns, type Line, type Summary, summaryOf } from '../../../lib/prom/columns';
import { EVERYTHING, isolated, isShown, type Selection, toggled } from '../../../lib/prom/exploreState';
import { type Naming, seriesText } from '../../../lib/prom/labels';
import { shortNumber } from '../../../lib/prom/numbers';
import { type Scheme, type Stroke, strokeOf } from '../../../lib/prom/palette';
import { type Order, sortRows } from '../../../lib/sort';
import { useLocale } from '../../../state/useLocale';
import styles from './legend.module.css';
import { Swatch } from './Swatch';

interface Props {
  readonly columns: Columns;
  readonly naming: Naming;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

interface Row {
  readonly line: Line;
  readonly name: string;
  readonly stroke: Stroke;
  readonly summary: Summary | undefined;
}

const FIGURES = ['last', 'min', 'max', 'mean'] as const;

/** The lines by name with their numbers: what the picture shows, for reading. A click shows a line alone, a click with Ctrl takes it out or in. */
export function Legend({ columns, naming, selection, onSelect }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const [sorting, setSorting] = useState<{ sort: string; order: Order }>();
  const rows = useMemo(() => rowsOf(columns, naming, scheme), [columns, naming, scheme]);
  const sorted = useMemo(
    () => (sorting === undefined ? rows : sortRows(rows, (row) => figureOf(row, sorting.sort), sorting.order)),
    [rows, sorting],
  );
  const choose = (event: MouseEvent, id: string) =>
    onSelect(event.ctrlKey || event.metaKey || event.shiftKey ? toggled(selection, id) : isolated(selection, id));
  const hidden = rows.some(({ line }) => !isShown(selection, line.id));
  const table: Column<Row>[] = [
    {
      id: 'name',
      header: t('plot.series'),
      width: 'minmax(160px, 1fr)',
      first: 'asc',
      cell: (row) => <Name row={row} selection={selection} choose={choose} />,
    },
    ...FIGURES.map((figure) => figureColumn(figure, t(`plot.${figure}`), locale)),
  ];
  return (
    <div className={styles.legend}>
      <DataTable
        label={t('plot.legend')}
        columns={table}
        total={sorted.length}
        rowAt={(i) => sorted[i]}
        keyOf={({ line }) => line.id}
        layout="short"
        tallWhenNarrow
        sorting={{
          sort: sorting?.sort ?? '',
          order: sorting?.order ?? 'asc',
          onSort: (sort, first) => setSorting(next(sorting, sort, first)),
        }}
      />
      <p className={styles.hint}>
        {hidden ? (
          <button type="button" className={styles.all} onClick={() => onSelect(EVERYTHING)}>
            {t('plot.showAll')}
          </button>
        ) : (
          rows.length > 1 && t('plot.hint')
        )}
      </p>
    </div>
  );
}

function Name({
  row,
  selection,
  choose,
}: {
  row: Row;
  selection: Selection;
  choose: (event: MouseEvent, id: string) => void;
}) {
  const shown = isShown(selection, row.line.id);
  return (
    <button
      type="button"
      className={styles.name}
      aria-pressed={shown}
      title={seriesText(row.line.labels)}
      onClick={(event) => choose(event, row.line.id)}
    >
      <Swatch stroke={row.stroke} faint={!shown} />
      <span>{row.name}</span>
    </button>
  );
}

function figureColumn(figure: keyof Summary, header: string, locale: string): Column<Row> {
  return {
    id: figure,
    header,
    width: 'minmax(76px, 110px)',
    align: 'end',
    first: 'desc',
    wideOnly: figure !== 'last',
    cell: ({ summary }) =>
      summary === undefined ? <Unknown /> : <span className="k-num">{shortNumber(summary[figure], locale)}</span>,
  };
}

function rowsOf({ lines }: Columns, { nameOf }: Naming, scheme: Scheme): Row[] {
  return lines.map((line, i) => ({
    line,
    name: nameOf(line.labels),
    stroke: strokeOf(i, scheme),
    summary: summaryOf(line.values),
  }));
}

function figureOf(row: Row, sort: string): string | number | undefined {
  return sort === 'name' ? row.name : row.summary?.[sort as keyof Summary];
}

/** A third click on a column returns to the order of the server. */
function next(now: { sort: string; order: Order } | undefined, sort: string, first: Order) {
  if (now?.sort !== sort) return { sort, order: first };
  return now.order === first ? { sort, order: first === 'asc' ? ('desc' as const) : ('asc' as const) } : undefined;
}
