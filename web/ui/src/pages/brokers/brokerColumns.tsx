import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Broker, LogDir } from '../../api/types';
import type { Column } from '../../components/table/column';
import { Alarm, Badge, Bytes, Count, Unknown } from '../../components/values';
import styles from './brokers.module.css';
import { DiskCell } from './DiskCell';

/** One line of the table: a broker has one for each of its log directories, of which the first also tells the rest. */
export interface BrokerLine {
  readonly broker: Broker;
  readonly dir: LogDir | undefined;
  readonly first: boolean;
}

export function linesOf(brokers: readonly Broker[]): BrokerLine[] {
  return brokers.flatMap<BrokerLine>((broker) =>
    broker.logDirs.length === 0
      ? [{ broker, dir: undefined, first: true }]
      : broker.logDirs.map((dir, index) => ({ broker, dir, first: index === 0 })),
  );
}

export function useBrokerColumns(): readonly Column<BrokerLine>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const once = (cell: (broker: Broker) => React.ReactNode) => (line: BrokerLine) =>
      line.first ? cell(line.broker) : null;
    return [
      {
        id: 'id',
        header: t('brokers.id'),
        width: '56px',
        cell: once(({ id }) => <strong className="k-num">{id}</strong>),
      },
      {
        id: 'address',
        header: t('brokers.address'),
        width: 'minmax(176px, 1.2fr)',
        cell: once(({ host, port }) => (
          <span className="k-num">
            {host}:{port}
          </span>
        )),
      },
      {
        id: 'rack',
        header: t('brokers.rack'),
        width: 'minmax(64px, 0.4fr)',
        cell: once(({ rack }) => rack ?? <Unknown reason={t('brokers.noRack')} />),
      },
      {
        id: 'role',
        header: t('brokers.role'),
        width: '184px',
        cell: once((broker) => (
          <span className={styles.roles}>
            {broker.fenced ? (
              <Badge tone="bad">{t('brokers.fenced')}</Badge>
            ) : (
              <Badge tone="ok">{t('brokers.active')}</Badge>
            )}
            {broker.controller && <Badge tone="neutral">{t('brokers.controller')}</Badge>}
          </span>
        )),
      },
      {
        id: 'leaders',
        header: t('brokers.leaders'),
        width: 'minmax(80px, 0.5fr)',
        align: 'end',
        cell: once(({ leaders }) => <Count value={leaders} />),
      },
      {
        id: 'replicas',
        header: t('brokers.replicas'),
        width: 'minmax(88px, 0.5fr)',
        align: 'end',
        cell: once(({ replicas }) => <Count value={replicas} />),
      },
      {
        id: 'outOfSync',
        header: t('brokers.outOfSync'),
        width: 'minmax(108px, 0.5fr)',
        align: 'end',
        cell: once(({ outOfSyncReplicas }) => <Alarm value={outOfSyncReplicas} tone="warn" />),
      },
      {
        id: 'size',
        header: t('brokers.size'),
        width: 'minmax(104px, 0.5fr)',
        align: 'end',
        cell: (line) => (
          <Bytes value={line.dir?.sizeBytes ?? line.broker.sizeBytes} reason={t('brokers.sizeUnknown')} />
        ),
      },
      {
        id: 'dir',
        header: t('brokers.dir'),
        width: 'minmax(72px, 1fr)',
        cell: ({ dir }) =>
          dir === undefined ? (
            <Unknown reason={t('brokers.sizeUnknown')} />
          ) : (
            <span className="k-mono k-muted" title={dir.path}>
              {dir.path}
            </span>
          ),
      },
      {
        id: 'disk',
        header: t('brokers.disk'),
        width: 'minmax(236px, 1.2fr)',
        cell: ({ dir }) => (dir === undefined ? <Unknown reason={t('brokers.sizeUnknown')} /> : <DiskCell dir={dir} />),
      },
    ];
  }, [t]);
}
