import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { groupQuery } from '../../api/queries';
import type { GroupDetail } from '../../api/types';
import { AlertOnThis } from '../../components/AlertOnThis';
import { Guard } from '../../components/Guard';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { SkeletonTable } from '../../components/table/SkeletonTable';
import { partitionName } from '../../lib/partitionKey';
import { clusterPath } from '../../lib/paths';
import { usePolling } from '../../state/live';
import { useCluster } from '../../state/useCluster';
import { useWhy } from '../../state/useWhy';
import { GroupSummary } from './GroupSummary';
import { HeatSection } from './HeatSection';
import { MembersSection } from './MembersSection';
import { PartitionsSection } from './PartitionsSection';
import { usePartitionColumns } from './partitionColumns';
import { Readability } from './Readability';
import { VerdictBanner } from './VerdictBanner';
import { WhySection } from './WhySection';

/** One group: what is said of it and why, its lag on every partition, its members. */
export default function GroupPage() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const { group: id = '' } = useParams();
  const { data, error, refetch, dataUpdatedAt } = useQuery({ ...groupQuery(summary.name, id), ...usePolling() });
  const columns = usePartitionColumns({ offsetsReadable: true, greatest: 0 });
  return (
    <Page
      title={id}
      parent={{ to: clusterPath(summary.name, 'groups'), title: t('groups.title') }}
      cluster={summary.name}
      beside={<AlertOnThis template="lag" cluster={summary.name} fields={{ group: id }} />}
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
            <Judgement detail={data} />
            <GroupSummary group={data.group} receivedAt={dataUpdatedAt} />
            {!data.offsetsReadable && <Readability problems={summary.problems} />}
            <HeatSection group={id} />
            <PartitionsSection detail={data} />
            <MembersSection detail={data} />
          </>
        )}
      </Guard>
    </Page>
  );
}

function Judgement({ detail }: { detail: GroupDetail }) {
  const why = useWhy();
  const asked = detail.partitions.find((partition) => partitionName(partition) === why.open);
  return (
    <>
      <VerdictBanner detail={detail} onWhy={why.show} />
      {asked !== undefined && <WhySection partition={asked} onClose={why.close} />}
    </>
  );
}
