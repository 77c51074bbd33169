import { IconFileUnknown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { topicQuery } from '../../api/queries';
import { AlertOnThis } from '../../components/AlertOnThis';
import { Guard } from '../../components/Guard';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { SkeletonTable } from '../../components/table/SkeletonTable';
import { clusterPath } from '../../lib/paths';
import { usePolling } from '../../state/live';
import { useCluster } from '../../state/useCluster';
import { PartitionsSection } from './PartitionsSection';
import { usePartitionColumns } from './partitionColumns';
import { TopicGroupsSection } from './TopicGroupsSection';
import { TopicSummary } from './TopicSummary';

/** One topic: its partitions, and the groups that read it. */
export default function TopicPage() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const { topic: name = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...topicQuery(summary.name, name), ...usePolling() });
  const columns = usePartitionColumns();
  return (
    <Page
      title={name}
      parent={{ to: clusterPath(summary.name, 'topics'), title: t('topics.title') }}
      cluster={summary.name}
      beside={<AlertOnThis template="underReplicated" cluster={summary.name} fields={{ topic: name }} />}
    >
      <Guard
        hasData={data !== undefined}
        error={error}
        retry={() => void refetch()}
        skeleton={<SkeletonTable label={t('topic.partitionsTable')} columns={columns} rows={8} layout="content" />}
        missing={
          <Panel>
            <Notice
              icon={<IconFileUnknown />}
              title={t('topic.missingTitle', { topic: name })}
              text={t('topic.missingText')}
            />
          </Panel>
        }
      >
        {data !== undefined && (
          <>
            <TopicSummary topic={data.topic} />
            <PartitionsSection partitions={data.partitions} />
            <TopicGroupsSection groups={data.groups} />
          </>
        )}
      </Guard>
    </Page>
  );
}
