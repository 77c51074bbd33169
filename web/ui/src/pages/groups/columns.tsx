import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../api/types';
import { Age } from '../../components/Age';
import { GroupState } from '../../components/GroupState';
import type { Column } from '../../components/table/column';
import { RowLink } from '../../components/table/RowLink';
import { Count } from '../../components/values';
import { groupPath } from '../../lib/paths';
import { useIsNarrow } from '../../state/useIsNarrow';
import { GroupType } from './GroupType';
import styles from './groups.module.css';

/** The columns of the list of groups; their ids are what the server sorts by. `receivedAt` tells when a row came, in ms. */
export function useGroupColumns(cluster: string, receivedAt: (index: number) => number): readonly Column<Group>[] {
  const { t } = useTranslation();
  const narrow = useIsNarrow();
  return useMemo(
    () => [
      {
        id: 'group',
        header: t('group.group'),
        first: 'asc',
        width: 'minmax(140px, 3fr)',
        cell: (row) => (
          <>
            <RowLink to={groupPath(cluster, row.group)}>{row.group}</RowLink>
            {narrow && (
              <div className={styles.second}>
                <GroupState state={row.state} /> <GroupType type={row.type} />
              </div>
            )}
          </>
        ),
      },
      {
        id: 'type',
        header: t('group.type'),
        first: 'asc',
        width: 'minmax(88px, 0.7fr)',
        wideOnly: true,
        cell: (row) => <GroupType type={row.type} />,
      },
      {
        id: 'state',
        header: t('group.state'),
        first: 'asc',
        width: 'minmax(206px, 1.1fr)',
        wideOnly: true,
        cell: (row) => <GroupState state={row.state} />,
      },
      {
        id: 'members',
        header: t('group.members'),
        first: 'desc',
        width: 'minmax(92px, 0.6fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Count value={row.members} />,
      },
      {
        id: 'topics',
        header: t('group.topics'),
        first: 'desc',
        width: 'minmax(92px, 0.6fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Count value={row.topics} />,
      },
      {
        id: 'totalLag',
        header: t('group.totalLag'),
        first: 'desc',
        width: 'minmax(100px, 1.1fr)',
        align: 'end',
        cell: (row) => (
          <span className={styles.lag} data-zero={row.totalLag === 0}>
            <Count value={row.totalLag} reason={t('group.noLag')} />
          </span>
        ),
      },
      {
        id: 'ageSeconds',
        header: t('group.age'),
        help: t('group.ageHelp'),
        first: 'desc',
        width: 'minmax(76px, 0.6fr)',
        align: 'end',
        cell: (row, index) => <Age ageSeconds={row.ageSeconds} receivedAt={receivedAt(index)} readAt={row.readAt} />,
      },
    ],
    [t, cluster, narrow, receivedAt],
  );
}
