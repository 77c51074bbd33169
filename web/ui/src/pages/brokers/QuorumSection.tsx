import { IconBuildingBroadcastTower } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quorum, QuorumMember } from '../../api/types';
import { Notice } from '../../components/Notice';
import { Panel, Section } from '../../components/Page';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { Badge, Count, Unknown } from '../../components/values';
import { useFormats } from '../../state/useFormats';
import styles from './brokers.module.css';

/** The nodes that keep the cluster's metadata, and how far behind the leader each is. `takenAt` is the time of the reading. */
export function QuorumSection({ quorum, takenAt }: { quorum: Quorum | undefined; takenAt: string }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const columns = useQuorumColumns(quorum?.leaderId, takenAt);
  if (quorum === undefined) {
    return (
      <Section title={t('quorum.title')}>
        <Panel>
          <Notice
            icon={<IconBuildingBroadcastTower />}
            title={t('quorum.missingTitle')}
            text={t('quorum.missingText')}
            heading="h3"
          />
        </Panel>
      </Section>
    );
  }
  const note = `${t('quorum.epoch')} ${count(quorum.leaderEpoch)} · ${t('quorum.highWatermark')} ${count(quorum.highWatermark)}`;
  return (
    <Section title={t('quorum.title')} note={<span className="k-num">{note}</span>}>
      <DataTable
        label={t('quorum.table')}
        columns={columns}
        total={quorum.members.length}
        rowAt={(index) => quorum.members[index]}
        keyOf={(row) => String(row.nodeId)}
        layout="content"
        minWidth={620}
      />
    </Section>
  );
}

function useQuorumColumns(leaderId: number | undefined, takenAt: string): readonly Column<QuorumMember>[] {
  const { t } = useTranslation();
  const { age, dateTime } = useFormats();
  return useMemo(
    () => [
      {
        id: 'node',
        header: t('quorum.node'),
        width: '64px',
        cell: (row) => <strong className="k-num">{row.nodeId}</strong>,
      },
      {
        id: 'role',
        header: t('quorum.role'),
        width: 'minmax(150px, 1.4fr)',
        cell: (row) => (
          <span className={styles.roles}>
            {row.nodeId === leaderId && <Badge tone="ok">{t('quorum.leader')}</Badge>}
            <Badge tone="neutral">{row.voter ? t('quorum.voter') : t('quorum.observer')}</Badge>
          </span>
        ),
      },
      {
        id: 'logEnd',
        header: t('quorum.logEnd'),
        width: 'minmax(110px, 1fr)',
        align: 'end',
        cell: (row) => <Count value={row.logEndOffset} />,
      },
      {
        id: 'lag',
        header: t('quorum.lag'),
        width: 'minmax(80px, 0.7fr)',
        align: 'end',
        cell: (row) => <Count value={row.lag} />,
      },
      {
        id: 'lastCaughtUp',
        header: t('quorum.lastCaughtUp'),
        help: t('quorum.lastCaughtUpHelp'),
        width: 'minmax(170px, 1.4fr)',
        align: 'end',
        cell: ({ lastCaughtUpAt }) => {
          if (lastCaughtUpAt === undefined) return <Unknown reason={t('quorum.neverCaughtUp')} />;
          const at = new Date(lastCaughtUpAt);
          const behind = (Date.parse(takenAt) - at.getTime()) / 1000;
          return (
            <time className="k-num" dateTime={lastCaughtUpAt} title={dateTime(at)}>
              {age(behind)}
            </time>
          );
        },
      },
    ],
    [t, age, dateTime, leaderId, takenAt],
  );
}
