import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartitionLag } from '../../api/types';
import { Seconds, UntilLoss } from '../../components/durations';
import type { Column } from '../../components/table/column';
import { VerdictBadge } from '../../components/VerdictBadge';
import { Count, Unknown } from '../../components/values';
import type { Int64 } from '../../lib/int64';
import { partitionName } from '../../lib/partitionKey';
import { topicPath } from '../../lib/paths';
import { severityOf } from '../../lib/verdict';
import { useCluster } from '../../state/useCluster';
import { useIsNarrow } from '../../state/useIsNarrow';
import styles from './groups.module.css';
import { LagCell } from './LagCell';
import { Rates } from './Rates';
import { TimeLag } from './TimeLag';

interface Options {
  readonly offsetsReadable: boolean;
  /** The greatest lag among the partitions. */
  readonly greatest: Int64;
  /** Shows why the verdict on a partition is what it is. */
  readonly onWhy?: (partition: PartitionLag) => void;
}

/** The columns of a group's partitions. */
export function usePartitionColumns({ offsetsReadable, greatest, onWhy }: Options): readonly Column<PartitionLag>[] {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const cluster = summary.name;
  const narrow = useIsNarrow();
  const columns: readonly Column<PartitionLag>[] = useMemo(
    () => [
      {
        id: 'topic',
        header: t('group.topic'),
        first: 'asc',
        width: 'minmax(110px, 2fr)',
        value: (row) => row.topic,
        cell: (row) => <Link to={topicPath(cluster, row.topic)}>{row.topic}</Link>,
      },
      {
        id: 'partition',
        header: t('group.partition'),
        first: 'asc',
        width: 'minmax(108px, 0.6fr)',
        align: 'end',
        value: (row) => row.partition,
        cell: (row) => <Count value={row.partition} />,
      },
      {
        id: 'verdict',
        header: t('verdict.label'),
        help: t('verdict.help'),
        first: 'desc',
        width: 'minmax(176px, 1fr)',
        value: (row) => (row.verdict === undefined ? undefined : severityOf(row.verdict)),
        cell: (row) => (
          <span className={styles.second}>
            <VerdictBadge verdict={row.verdict} />
            {row.evidence !== undefined && (
              <button
                type="button"
                className={styles.ask}
                aria-label={t('why.askOf', { partition: partitionName(row) })}
                onClick={() => onWhy?.(row)}
              >
                {t('why.ask')}
              </button>
            )}
          </span>
        ),
      },
      {
        id: 'lag',
        header: t('group.lag'),
        first: 'desc',
        width: 'minmax(200px, 1.4fr)',
        align: 'end',
        value: (row) => row.lag,
        cell: (row) => <LagCell partition={row} offsetsReadable={offsetsReadable} greatest={greatest} />,
      },
      {
        id: 'effectiveLag',
        header: t('group.effectiveLag'),
        help: t('group.effectiveLagHelp'),
        first: 'desc',
        width: 'minmax(120px, 0.9fr)',
        align: 'end',
        value: (row) => row.effectiveLag,
        cell: (row) => <Count value={row.effectiveLag} />,
      },
      {
        id: 'lagSeconds',
        header: t('group.lagTime'),
        help: t('group.lagTimeHelp'),
        first: 'desc',
        width: 'minmax(142px, 0.9fr)',
        align: 'end',
        value: (row) => row.lagSeconds,
        cell: (row) => <TimeLag partition={row} />,
      },
      {
        id: 'rates',
        header: t('group.rates'),
        help: t('group.ratesHelp'),
        first: 'desc',
        width: 'minmax(148px, 1fr)',
        align: 'end',
        value: (row) => row.forecast?.producedPerSecond,
        cell: (row) => <Rates forecast={row.forecast} />,
      },
      {
        id: 'catchUp',
        header: t('group.catchUp'),
        help: t('group.catchUpHelp'),
        first: 'desc',
        width: 'minmax(128px, 0.8fr)',
        align: 'end',
        value: (row) => row.forecast?.secondsToCatchUp,
        cell: (row) => <Seconds value={row.forecast?.secondsToCatchUp} reason={t('group.catchUpNever')} />,
      },
      {
        id: 'untilLoss',
        header: t('group.untilLoss'),
        help: t('loss.help'),
        first: 'asc',
        width: 'minmax(128px, 0.8fr)',
        align: 'end',
        value: (row) => row.forecast?.secondsUntilLoss,
        cell: (row) => <UntilLoss value={row.forecast?.secondsUntilLoss} />,
      },
      {
        id: 'committed',
        header: t('group.committed'),
        first: 'desc',
        width: 'minmax(120px, 1fr)',
        align: 'end',
        value: (row) => row.committedOffset,
        cell: (row) => (
          <Count
            value={row.committedOffset}
            reason={offsetsReadable ? t('group.noCommitsHelp') : t('group.unreadableHelp')}
          />
        ),
      },
      {
        id: 'end',
        header: t('group.end'),
        first: 'desc',
        width: 'minmax(120px, 1fr)',
        align: 'end',
        value: (row) => row.endOffset,
        cell: (row) => <Count value={row.endOffset} reason={t('group.endUnknownHelp')} />,
      },
      {
        id: 'member',
        header: t('group.member'),
        first: 'asc',
        width: 'minmax(140px, 1.6fr)',
        value: (row) => row.clientId ?? row.memberId,
        cell: (row) =>
          row.memberId === undefined ? (
            <Unknown reason={t('group.notAssigned')} />
          ) : (
            <span title={row.memberId}>{row.clientId ?? row.memberId}</span>
          ),
      },
      {
        id: 'host',
        header: t('group.host'),
        first: 'asc',
        width: 'minmax(110px, 1fr)',
        value: (row) => row.host,
        cell: (row) =>
          row.host === undefined ? (
            <Unknown reason={t('group.notAssigned')} />
          ) : (
            <span className="k-num">{row.host}</span>
          ),
      },
    ],
    [t, cluster, offsetsReadable, greatest, onWhy],
  );
  return useMemo(() => (narrow ? lagFirst(columns) : columns), [columns, narrow]);
}

/** What one came for stands where the screen of a telephone still shows it. */
function lagFirst(columns: readonly Column<PartitionLag>[]): readonly Column<PartitionLag>[] {
  const widths: Record<string, string> = { topic: '116px', partition: '80px', verdict: '160px', lag: '160px' };
  const front = Object.entries(widths).flatMap(([id, width]) =>
    columns.filter((column) => column.id === id).map((column) => ({ ...column, width })),
  );
  return [...front, ...columns.filter((column) => !(column.id in widths))];
}
