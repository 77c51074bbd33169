import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { groupQuery } from '../../api/queries';
import { Guard } from '../../components/Guard';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { SkeletonTable } from '../../components/table/SkeletonTable';
import { clusterPath } from '../../lib/paths';
import { usePolling } from '../../state/live';
import { useCluster } from '../../state/useCluster';
import { GroupSummary } from './GroupSummary';
import { MembersSection } from './MembersSection';
import { PartitionsSection } from './PartitionsSection';
import { usePartitionColumns } from './partitionColumns';
import { Readability } from './Readability';

/** One group: its state, its lag on every partition, its members. */
export default function GroupPage() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const { group: id = '' } = useParams();
  const { data, error, refetch, dataUpdatedAt } = useQuery({ ...groupQuery(summary.name, id), ...usePolling() });
  const columns = usePartitionColumns(true, 0);
  return (
    <Page
      title={id}
      parent={{ to: clusterPath(summary.name, 'groups'), title: t('groups.title') }}
      cluster={summary.name}
    >
      <Guard
        hasData={data !== undefined}
        error={error}
        retry={() => void refetch()}
        skeleton={<SkeletonTable label={t('group.partitionsTable')} columns={columns} rows={8} layout="content" />}
        missing={
          <Panel>
            <Notice
              icon={<IconUserQuestion />}
              title={t('group.missingTitle', { group: id })}
              text={t('group.missingText')}
            />
          </Panel>
        }
      >
        {data !== undefined && (
          <>
            <GroupSummary group={data.group} receivedAt={dataUpdatedAt} />
            {!data.offsetsReadable && <Readability problems={summary.problems} />}
            <PartitionsSection detail={data} />
            <MembersSection members={data.members} />
          </>
        )}
      </Guard>
    </Page>
  );
}
