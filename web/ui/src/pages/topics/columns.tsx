import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Topic } from '../../api/types';
import type { Column } from '../../components/table/column';
import { RowLink } from '../../components/table/RowLink';
import { Alarm, Bytes, Count } from '../../components/values';
import { topicPath } from '../../lib/paths';
import { useIsNarrow } from '../../state/useIsNarrow';
import styles from './topics.module.css';

/** The columns of the list of topics; their ids are what the server sorts by. */
export function useTopicColumns(cluster: string): readonly Column<Topic>[] {
  const { t } = useTranslation();
  const narrow = useIsNarrow();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('topic.topic'),
        first: 'asc',
        width: 'minmax(140px, 3fr)',
        cell: (row) => (
          <>
            <div className={styles.name}>
              <RowLink to={topicPath(cluster, row.name)}>{row.name}</RowLink>
              {row.internal && <span className={styles.internal}>{t('topic.internal')}</span>}
            </div>
            {narrow && (
              <div className={styles.second}>
                <Count value={row.partitions} /> × {t('topic.replicationFactor')}{' '}
                <Count value={row.replicationFactor} />
              </div>
            )}
          </>
        ),
      },
      {
        id: 'partitions',
        header: t('topic.partitions'),
        first: 'desc',
        width: 'minmax(92px, 0.7fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Count value={row.partitions} />,
      },
      {
        id: 'replicationFactor',
        header: t('topic.replicationFactor'),
        help: t('topic.replicationFactorHelp'),
        first: 'desc',
        width: 'minmax(60px, 0.4fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Count value={row.replicationFactor} />,
      },
      {
        id: 'underReplicatedPartitions',
        header: t('topic.underReplicated'),
        first: 'desc',
        width: 'minmax(152px, 0.8fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Alarm value={row.underReplicatedPartitions} tone="warn" />,
      },
      {
        id: 'offlinePartitions',
        header: t('topic.offline'),
        first: 'desc',
        width: 'minmax(76px, 0.5fr)',
        align: 'end',
        cell: (row) => <Alarm value={row.offlinePartitions} tone="bad" />,
      },
      {
        id: 'messages',
        header: t('topic.messages'),
        help: t('topic.messagesHelp'),
        first: 'desc',
        width: 'minmax(110px, 1.1fr)',
        align: 'end',
        cell: (row) => <Count value={row.messages} reason={t('topic.messagesUnknown')} />,
      },
      {
        id: 'sizeBytes',
        header: t('topic.size'),
        help: t('topic.sizeHelp'),
        first: 'desc',
        width: 'minmax(84px, 0.7fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Bytes value={row.sizeBytes} reason={t('topic.sizeUnknown')} />,
      },
      {
        id: 'groups',
        header: t('topic.groups'),
        first: 'desc',
        width: 'minmax(80px, 0.5fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Count value={row.groups} />,
      },
    ],
    [t, cluster, narrow],
  );
}
