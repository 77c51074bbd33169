import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../api/types';
import { Age } from '../../components/Age';
import { Seconds, UntilLoss } from '../../components/durations';
import { GroupState } from '../../components/GroupState';
import type { Column } from '../../components/table/column';
import { RowLink } from '../../components/table/RowLink';
import { VerdictBadge } from '../../components/VerdictBadge';
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
                <VerdictBadge verdict={row.verdict} muted={row.muted === true} /> <GroupType type={row.type} />
              </div>
            )}
          </>
        ),
      },
      {
        id: 'verdict',
        header: t('verdict.label'),
        help: t('verdict.help'),
        first: 'desc',
        width: 'minmax(146px, 0.7fr)',
        wideOnly: true,
        cell: (row) => <VerdictBadge verdict={row.verdict} muted={row.muted === true} />,
      },
      {
        id: 'totalLag',
        header: t('group.totalLag'),
        first: 'desc',
        width: 'minmax(100px, 1.1fr)',
        align: 'end',
        cell: (row) => (
          <span className={styles.two}>
            <span className={styles.lag} data-zero={row.totalLag === 0}>
              <Count value={row.totalLag} reason={t('group.noLag')} />
            </span>
            {narrow && row.maxLagSeconds !== undefined && (
              <small>
                <Seconds value={row.maxLagSeconds} />
              </small>
            )}
          </span>
        ),
      },
      {
        id: 'maxLagSeconds',
        header: t('group.lagTime'),
        help: t('group.lagTimeHelp'),
        first: 'desc',
        width: 'minmax(124px, 0.8fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Seconds value={row.maxLagSeconds} reason={t('group.lagTimeUnknown')} />,
      },
      {
        id: 'secondsUntilLoss',
        header: t('group.untilLoss'),
        help: t('loss.help'),
        first: 'asc',
        width: 'minmax(134px, 0.8fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <UntilLoss value={row.secondsUntilLoss} />,
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
        id: 'type',
        header: t('group.type'),
        first: 'asc',
        width: 'minmax(104px, 0.7fr)',
        wideOnly: true,
        cell: (row) => <GroupType type={row.type} />,
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
