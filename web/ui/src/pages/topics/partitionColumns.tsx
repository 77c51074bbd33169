import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partition } from '../../api/types';
import type { Column } from '../../components/table/column';
import { Badge, Bytes, Count } from '../../components/values';
import { PartitionStatus } from './PartitionStatus';
import { Replicas } from './Replicas';

/** The columns of a topic's partitions. */
export function usePartitionColumns(): readonly Column<Partition>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'partition',
        header: t('topic.partition'),
        first: 'asc',
        width: 'minmax(108px, 0.5fr)',
        align: 'end',
        value: (row) => row.partition,
        cell: (row) => <Count value={row.partition} />,
      },
      {
        id: 'status',
        header: t('topic.status'),
        first: 'desc',
        width: 'minmax(150px, 1.2fr)',
        value: (row) => Number(row.leader === undefined) * 2 + Number(row.underReplicated),
        cell: (row) => <PartitionStatus partition={row} />,
      },
      {
        id: 'leader',
        header: t('topic.leader'),
        first: 'asc',
        width: 'minmax(90px, 0.6fr)',
        value: (row) => row.leader,
        cell: (row) =>
          row.leader === undefined ? (
            <Badge tone="bad">{t('topic.offline')}</Badge>
          ) : (
            <strong className="k-num">{row.leader}</strong>
          ),
      },
      {
        id: 'preferred',
        header: t('topic.preferred'),
        help: t('topic.preferredHelp'),
        first: 'asc',
        width: 'minmax(90px, 0.6fr)',
        value: (row) => row.replicas[0],
        cell: (row) =>
          row.leaderIsPreferred || row.leader === undefined ? (
            <Count value={row.replicas[0]} />
          ) : (
            <Badge tone="warn" title={t('topic.notPreferred')}>
              {row.replicas[0]}
              <span className="k-sr"> {t('topic.notPreferred')}</span>
            </Badge>
          ),
      },
      {
        id: 'replicas',
        header: t('topic.replicas'),
        width: 'minmax(130px, 1.2fr)',
        cell: (row) => <Replicas partition={row} />,
      },
      {
        id: 'earliest',
        header: t('topic.earliest'),
        first: 'desc',
        width: 'minmax(110px, 1fr)',
        align: 'end',
        value: (row) => row.earliestOffset,
        cell: (row) => <Count value={row.earliestOffset} reason={t('topic.offsetUnknown')} />,
      },
      {
        id: 'latest',
        header: t('topic.latest'),
        first: 'desc',
        width: 'minmax(110px, 1fr)',
        align: 'end',
        value: (row) => row.latestOffset,
        cell: (row) => <Count value={row.latestOffset} reason={t('topic.offsetUnknown')} />,
      },
      {
        id: 'size',
        header: t('topic.size'),
        first: 'desc',
        width: 'minmax(90px, 0.8fr)',
        align: 'end',
        value: (row) => row.sizeBytes,
        cell: (row) => <Bytes value={row.sizeBytes} reason={t('topic.sizeUnknown')} />,
      },
    ],
    [t],
  );
}
