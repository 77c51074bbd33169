import { ActionIcon, Button } from '@mantine/core';
import { IconChartLine, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { instant, labelNamesQuery } from '../../api/promQueries';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { RowLink } from '../../components/table/RowLink';
import { Bar, Count } from '../../components/values';
import { explorePath } from '../../lib/paths';
import { labelCountsQuery, labelSpreadQuery, queryBehind, type Stat } from '../../lib/prom/cardinality';
import { METRIC_NAME } from '../../lib/prom/labels';
import { numberOf, type Result } from '../../lib/prom/reply';
import { sortRows } from '../../lib/sort';
import styles from './cardinality.module.css';
import { PanelState } from './PanelState';

/** Labels that are counted: more would make a query that no server likes. */
const MOST = 40;

/** The labels of one metric with how many values each has: the one that has the most makes the series. */
export function MetricLabels({ metric }: { metric: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = useLabelCounts(metric);
  const columns = useColumns(metric, counts.data ?? []);
  const rows = useMemo(() => sortRows(counts.data ?? [], ({ value }) => value, 'desc'), [counts.data]);
  const closed = new URLSearchParams(params);
  closed.delete('metric');
  return (
    <div className={styles.open}>
      <div className={styles.openHead}>
        <h2 ref={heading} tabIndex={-1}>
          {t('cardinality.labelsOf', { metric })}
        </h2>
        <Button
          component={Link}
          to={explorePath(queryBehind('seriesCountByMetricName', metric))}
          size="compact-sm"
          variant="default"
          leftSection={<IconChartLine size={15} aria-hidden />}
        >
          {t('cardinality.overTime')}
        </Button>
        <ActionIcon
          component={Link}
          to={{ search: `?${closed}` }}
          variant="subtle"
          color="gray"
          aria-label={t('cardinality.close')}
        >
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </div>
      <PanelState query={counts} empty={rows.length === 0 ? t('metrics.noLabels') : undefined}>
        <DataTable
          label={t('cardinality.labelsOf', { metric })}
          columns={columns}
          total={rows.length}
          rowAt={(i) => rows[i]}
          keyOf={({ name }) => name}
          layout="short"
        />
      </PanelState>
    </div>
  );
}

/** First the names of the labels, then one query that counts the values of all. */
function useLabelCounts(metric: string) {
  const labels = useQuery(labelNamesQuery(metric));
  const names = labels.data?.filter((name) => name !== METRIC_NAME).slice(0, MOST);
  const counts = useQuery({
    queryKey: ['prom', 'labelCounts', metric, names],
    queryFn: async ({ signal }) => {
      if (names === undefined || names.length === 0) return [];
      return statsOf((await instant(labelCountsQuery(metric, names), undefined, signal)).data);
    },
    enabled: names !== undefined,
  });
  return labels.error === null ? counts : { data: undefined, error: labels.error, refetch: labels.refetch };
}

function statsOf(data: Result): readonly Stat[] {
  if (data.resultType !== 'vector') return [];
  return data.result.map(({ metric, value }) => ({ name: metric.label ?? '', value: numberOf(value?.[1] ?? '') }));
}

function useColumns(metric: string, stats: readonly Stat[]): readonly Column<Stat>[] {
  const { t } = useTranslation();
  const most = Math.max(1, ...stats.map(({ value }) => value));
  return [
    {
      id: 'name',
      header: t('cardinalityName.labelValueCountByLabelName'),
      width: 'minmax(120px, 1fr)',
      cell: ({ name }) => <RowLink to={explorePath(labelSpreadQuery(metric, name), 'table')}>{name}</RowLink>,
    },
    {
      id: 'share',
      header: t('cardinality.compared'),
      width: 'minmax(70px, 1fr)',
      cell: ({ value }) => <Bar share={value / most} />,
    },
    {
      id: 'value',
      header: t('cardinalityValue.labelValueCountByLabelName'),
      width: '112px',
      align: 'end',
      cell: ({ value }) => <Count value={value} />,
    },
  ];
}
