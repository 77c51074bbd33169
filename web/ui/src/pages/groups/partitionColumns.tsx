import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartitionLag } from '../../api/types';
import type { Column } from '../../components/table/column';
import { Count, Unknown } from '../../components/values';
import type { Int64 } from '../../lib/int64';
import { topicPath } from '../../lib/paths';
import { useCluster } from '../../state/useCluster';
import { useIsNarrow } from '../../state/useIsNarrow';
import { LagCell } from './LagCell';

/** The columns of a group's partitions; `greatest` is the greatest lag among them. */
export function usePartitionColumns(offsetsReadable: boolean, greatest: Int64): readonly Column<PartitionLag>[] {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const cluster = summary.name;
  const narrow = useIsNarrow();
  const columns: readonly Column<PartitionLag>[] = useMemo(
    () => [
      {
        id: 'topic',
        header: t('group.topic'),
        first: 'asc',
        width: 'minmax(110px, 2fr)',
        value: (row) => row.topic,
        cell: (row) => <Link to={topicPath(cluster, row.topic)}>{row.topic}</Link>,
      },
      {
        id: 'partition',
        header: t('group.partition'),
        first: 'asc',
        width: 'minmax(108px, 0.6fr)',
        align: 'end',
        value: (row) => row.partition,
        cell: (row) => <Count value={row.partition} />,
      },
      {
        id: 'committed',
        header: t('group.committed'),
        first: 'desc',
        width: 'minmax(120px, 1fr)',
        align: 'end',
        value: (row) => row.committedOffset,
        cell: (row) => (
          <Count
            value={row.committedOffset}
            reason={offsetsReadable ? t('group.noCommitsHelp') : t('group.unreadableHelp')}
          />
        ),
      },
      {
        id: 'end',
        header: t('group.end'),
        first: 'desc',
        width: 'minmax(120px, 1fr)',
        align: 'end',
        value: (row) => row.endOffset,
        cell: (row) => <Count value={row.endOffset} reason={t('group.endUnknownHelp')} />,
      },
      {
        id: 'lag',
        header: t('group.lag'),
        first: 'desc',
        width: 'minmax(210px, 1.6fr)',
        align: 'end',
        value: (row) => row.lag,
        cell: (row) => <LagCell partition={row} offsetsReadable={offsetsReadable} greatest={greatest} />,
      },
      {
        id: 'member',
        header: t('group.member'),
        first: 'asc',
        width: 'minmax(140px, 1.6fr)',
        value: (row) => row.clientId ?? row.memberId,
        cell: (row) =>
          row.memberId === undefined ? (
            <Unknown reason={t('group.notAssigned')} />
          ) : (
            <span title={row.memberId}>{row.clientId ?? row.memberId}</span>
          ),
      },
      {
        id: 'host',
        header: t('group.host'),
        first: 'asc',
        width: 'minmax(110px, 1fr)',
        value: (row) => row.host,
        cell: (row) =>
          row.host === undefined ? (
            <Unknown reason={t('group.notAssigned')} />
          ) : (
            <span className="k-num">{row.host}</span>
          ),
      },
    ],
    [t, cluster, offsetsReadable, greatest],
  );
  return useMemo(() => (narrow ? lagFirst(columns) : columns), [columns, narrow]);
}

/** What one came for stands where the screen of a telephone still shows it. */
function lagFirst(columns: readonly Column<PartitionLag>[]): readonly Column<PartitionLag>[] {
  const widths: Record<string, string> = { topic: '116px', partition: '80px', lag: '160px' };
  const front = Object.entries(widths).flatMap(([id, width]) =>
    columns.filter((column) => column.id === id).map((column) => ({ ...column, width })),
  );
  return [...front, ...columns.filter((column) => !(column.id in widths))];
}
