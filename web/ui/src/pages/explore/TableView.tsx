import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/promQueries';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import type { QueryState } from '../../lib/prom/exploreState';
import { METRIC_NAME, seriesText } from '../../lib/prom/labels';
import { type ResultRow, type ResultTable, sortValueOf, tableOf } from '../../lib/prom/rows';
import { momentText } from '../../lib/prom/timeAxis';
import type { Zone } from '../../lib/prom/zone';
import { type Order, sortRows } from '../../lib/sort';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { useIsNarrow } from '../../state/useIsNarrow';
import { useLocale } from '../../state/useLocale';
import { CommonLabels } from './CommonLabels';
import { Download } from './Download';
import styles from './explore.module.css';

interface Props {
  readonly query: QueryState;
  readonly answer: Extract<Answer, { kind: 'table' }>;
}

/** The values at the end of the range. */
export function TableView({ query, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const narrow = useIsNarrow();
  const { state, changeQuery } = useExploreContext();
  const table = useMemo(() => tableOf(answer.data), [answer]);
  const sorting = useMemo(() => readSort(query.sort), [query.sort]);
  const rows = useMemo(
    () =>
      sorting === undefined ? table.rows : sortRows(table.rows, (row) => sortValueOf(row, sorting.sort), sorting.order),
    [table, sorting],
  );
  const columns = columnsFor(table, narrow, {
    series: t('plot.series'),
    value: t('table.value'),
    time: t('table.time'),
    metric: t('metrics.metric'),
    zone: state.zone,
    locale,
  });
  return (
    <>
      <div className={styles.below}>
        <CommonLabels labels={table.common} />
        <span className={styles.facts}>
          {t('table.at', { time: momentText(answer.time * 1000, state.zone, locale) })}
        </span>
        <Download answer={answer} name={query.name} />
      </div>
      <DataTable
        label={t('table.label', { name: query.name })}
        columns={columns}
        total={rows.length}
        rowAt={(i) => rows[i]}
        keyOf={({ key }) => key}
        layout="content"
        tallWhenNarrow
        minWidth={narrow ? 0 : 180 + table.columns.length * 130}
        sorting={{
          sort: sorting?.sort ?? '',
          order: sorting?.order ?? 'asc',
          onSort: (sort, first) => changeQuery(query.name, { sort: nextSort(sorting, sort, first) }, true),
        }}
      />
    </>
  );
}

interface Words {
  readonly series: string;
  readonly value: string;
  readonly time: string;
  readonly metric: string;
  readonly zone: Zone;
  readonly locale: string;
}

function columnsFor({ columns, timed }: ResultTable, narrow: boolean, words: Words): Column<ResultRow>[] {
  const whole = columns.length === 0 || narrow;
  return [
    ...(whole ? [seriesColumn(words)] : columns.map((name) => labelColumn(name, words))),
    ...(timed ? [timeColumn(words)] : []),
    {
      id: 'value',
      header: words.value,
      width: narrow ? '104px' : '190px',
      align: 'end',
      first: 'desc',
      cell: ({ text }) => (
        <span className="k-num" title={text}>
          {text}
        </span>
      ),
    },
  ];
}

function seriesColumn({ series }: Words): Column<ResultRow> {
  return {
    id: 'name',
    header: series,
    width: 'minmax(140px, 1fr)',
    first: 'asc',
    cell: ({ name, labels }) => (
      <span className={`k-mono ${styles.name}`} title={seriesText(labels)}>
        {name}
      </span>
    ),
  };
}

function labelColumn(name: string, { metric }: Words): Column<ResultRow> {
  return {
    id: `.${name}`,
    header: name === METRIC_NAME ? metric : name,
    width: 'minmax(90px, 1fr)',
    first: 'asc',
    cell: ({ labels }) => <span title={labels[name]}>{labels[name]}</span>,
  };
}

function timeColumn({ time, zone, locale }: Words): Column<ResultRow> {
  return {
    id: 'time',
    header: time,
    width: 'minmax(170px, 220px)',
    first: 'desc',
    cell: (row) => <span className="k-num">{momentText(row.time * 1000, zone, locale)}</span>,
  };
}

/** `value.desc`; the name of a label may hold dots. */
function readSort(text: string): { sort: string; order: Order } | undefined {
  const found = /^(.+)\.(asc|desc)$/.exec(text);
  return found?.[1] === undefined ? undefined : { sort: found[1], order: found[2] as Order };
}

/** The third click on a column returns to the order of the server, which `sort` and `topk` choose. */
function nextSort(now: { sort: string; order: Order } | undefined, sort: string, first: Order): string {
  if (now?.sort !== sort) return `${sort}.${first}`;
  return now.order === first ? `${sort}.${first === 'asc' ? 'desc' : 'asc'}` : '';
}
