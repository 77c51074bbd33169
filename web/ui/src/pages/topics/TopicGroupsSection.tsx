import { IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicGroup } from '../../api/types';
import { GroupState } from '../../components/GroupState';
import { Notice } from '../../components/Notice';
import { Panel, Section } from '../../components/Page';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { RowLink } from '../../components/table/RowLink';
import { Count } from '../../components/values';
import { groupPath } from '../../lib/paths';
import { sortRows } from '../../lib/sort';
import { useCluster } from '../../state/useCluster';
import { useFormats } from '../../state/useFormats';
import { GroupType } from '../groups/GroupType';

/** The groups that read a topic, the one furthest behind first. */
export function TopicGroupsSection({ groups }: { groups: readonly TopicGroup[] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const columns = useColumns();
  const rows = useMemo(() => sortRows(groups, ({ lag }) => lag, 'desc'), [groups]);
  return (
    <Section title={t('topic.groups')} note={count(groups.length)}>
      {rows.length === 0 ? (
        <Panel>
          <Notice
            icon={<IconUsersGroup />}
            title={t('topic.noGroupsTitle')}
            text={t('topic.noGroupsText')}
            heading="h3"
          />
        </Panel>
      ) : (
        <DataTable
          label={t('topic.groupsTable')}
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => row.group}
          layout="content"
        />
      )}
    </Section>
  );
}

function useColumns(): readonly Column<TopicGroup>[] {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const cluster = summary.name;
  return useMemo(
    () => [
      {
        id: 'group',
        header: t('group.group'),
        width: 'minmax(140px, 2fr)',
        cell: (row) => <RowLink to={groupPath(cluster, row.group)}>{row.group}</RowLink>,
      },
      {
        id: 'type',
        header: t('group.type'),
        width: 'minmax(90px, 0.7fr)',
        wideOnly: true,
        cell: (row) => <GroupType type={row.type} />,
      },
      {
        id: 'state',
        header: t('group.state'),
        width: 'minmax(100px, 1fr)',
        cell: (row) => <GroupState state={row.state} />,
      },
      {
        id: 'lag',
        header: t('topic.lagHere'),
        width: 'minmax(100px, 1fr)',
        align: 'end',
        cell: (row) => <Count value={row.lag} reason={t('topic.lagUnknown')} />,
      },
    ],
    [t, cluster],
  );
}
