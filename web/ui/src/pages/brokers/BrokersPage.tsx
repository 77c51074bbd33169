import { IconServerOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { brokersQuery } from '../../api/queries';
import type { Broker } from '../../api/types';
import { Guard } from '../../components/Guard';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { DataTable } from '../../components/table/DataTable';
import { SkeletonTable } from '../../components/table/SkeletonTable';
import { usePolling } from '../../state/live';
import { useCluster } from '../../state/useCluster';
import { linesOf, useBrokerColumns } from './brokerColumns';
import { QuorumSection } from './QuorumSection';

/** The brokers with their replicas and disks, and the metadata quorum. */
export default function BrokersPage() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const { data, error, refetch } = useQuery({ ...brokersQuery(summary.name), ...usePolling() });
  const columns = useBrokerColumns();
  return (
    <Page title={t('brokers.title')} cluster={summary.name}>
      <Guard
        hasData={data !== undefined}
        error={error}
        retry={() => void refetch()}
        skeleton={<SkeletonTable label={t('brokers.table')} columns={columns} rows={3} layout="content" />}
      >
        {data !== undefined && (
          <>
            <BrokerTable brokers={data.brokers} />
            <QuorumSection quorum={data.quorum} takenAt={data.snapshot.takenAt} />
          </>
        )}
      </Guard>
    </Page>
  );
}

function BrokerTable({ brokers }: { brokers: readonly Broker[] }) {
  const { t } = useTranslation();
  const columns = useBrokerColumns();
  const lines = useMemo(() => linesOf(brokers), [brokers]);
  if (lines.length === 0) {
    return (
      <Panel>
        <Notice icon={<IconServerOff />} title={t('brokers.emptyTitle')} text={t('brokers.emptyText')} />
      </Panel>
    );
  }
  return (
    <DataTable
      label={t('brokers.table')}
      columns={columns}
      total={lines.length}
      rowAt={(index) => lines[index]}
      keyOf={({ broker, dir }) => `${broker.id} ${dir?.path ?? ''}`}
      layout="content"
      minWidth={1180}
    />
  );
}
