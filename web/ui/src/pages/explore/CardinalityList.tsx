import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Section } from '../../components/Page';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { RowLink } from '../../components/table/RowLink';
import { Bar, Bytes, Count } from '../../components/values';
import { explorePath } from '../../lib/paths';
import { type ListName, queryBehind, type Stat } from '../../lib/prom/cardinality';
import { type Order, sortRows } from '../../lib/sort';
import { useFormats } from '../../state/useFormats';
import styles from './cardinality.module.css';

interface Props {
  readonly list: ListName;
  readonly stats: readonly Stat[];
  /** Series in the store, of which shares are told. */
  readonly series: number;
}

/** One list of the store's statistics, the greatest first; a click leads to the query behind a row. */
export function CardinalityList({ list, stats, series }: Props) {
  const { t } = useTranslation();
  const [sorting, setSorting] = useState<{ sort: string; order: Order }>({ sort: 'value', order: 'desc' });
  const rows = useMemo(
    () => sortRows(stats, (row) => (sorting.sort === 'name' ? row.name : row.value), sorting.order),
    [stats, sorting],
  );
  const columns = useColumns(list, stats, series);
  return (
    <Section title={t(`cardinality.${list}`)} note={t(`cardinalityNote.${list}`)}>
      {rows.length === 0 ? (
        <p className={styles.loading}>{t('cardinality.nothing')}</p>
      ) : (
        <DataTable
          label={t(`cardinality.${list}`)}
          columns={columns}
          total={rows.length}
          rowAt={(i) => rows[i]}
          keyOf={({ name }) => name}
          layout="content"
          sorting={{
            ...sorting,
            onSort: (sort, first) =>
              setSorting((now) =>
                now.sort === sort ? { sort, order: now.order === 'asc' ? 'desc' : 'asc' } : { sort, order: first },
              ),
          }}
        />
      )}
    </Section>
  );
}

function useColumns(list: ListName, stats: readonly Stat[], series: number): readonly Column<Stat>[] {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const most = Math.max(1, ...stats.map(({ value }) => value));
  const ofSeries = list === 'seriesCountByMetricName' || list === 'seriesCountByLabelValuePair';
  return [
    {
      id: 'name',
      header: t(`cardinalityName.${list}`),
      width: 'minmax(120px, 1fr)',
      first: 'asc',
      cell: ({ name }) => <Name list={list} name={name} />,
    },
    {
      id: 'share',
      header: t('cardinality.compared'),
      width: 'minmax(70px, 150px)',
      wideOnly: true,
      cell: ({ value }) => <Bar share={value / most} />,
    },
    {
      id: 'value',
      header: t(`cardinalityValue.${list}`),
      width: '112px',
      align: 'end',
      first: 'desc',
      cell: ({ value }) => (list === 'memoryInBytesByLabelName' ? <Bytes value={value} /> : <Count value={value} />),
    },
    ...(ofSeries
      ? [
          {
            id: 'part',
            header: t('cardinality.share'),
            help: t('cardinality.shareHelp'),
            width: '70px',
            wideOnly: true,
            align: 'end' as const,
            cell: ({ value }: Stat) => <span className="k-num">{shareText(value, series, percent)}</span>,
          },
        ]
      : []),
  ];
}

/** What is less than a hundredth is not nothing. */
function shareText(value: number, series: number, percent: (share: number) => string): string {
  if (series <= 0) return '–';
  return value > 0 && value / series < 0.01 ? `< ${percent(0.01)}` : percent(value / series);
}

/** A metric's name opens its labels here; the others lead to a query. */
function Name({ list, name }: { list: ListName; name: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const query = queryBehind(list, name);
  const view = list === 'seriesCountByMetricName' ? 'graph' : 'table';
  if (list !== 'seriesCountByMetricName') return <RowLink to={explorePath(query, view)}>{name}</RowLink>;
  const next = new URLSearchParams(params);
  next.set('metric', name);
  return (
    <span className={styles.metric}>
      <Link to={{ search: `?${next}` }} className="k-cut" title={t('cardinality.openMetric', { metric: name })}>
        {name}
      </Link>
    </span>
  );
}
