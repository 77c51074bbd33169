import { Popover } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleXFilled, IconLoader2 } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ClusterSummary } from '../../api/types';
import type { Formats } from '../../lib/format';
import { ageNow, type Freshness, freshnessOf } from '../../lib/freshness';
import { POLL_INTERVAL, useLive } from '../../state/live';
import { useFormats } from '../../state/useFormats';
import { useNow } from '../../state/useNow';
import styles from './Shell.module.css';

/** How old the data is, second by second, and whether the page is told of news. A click says more. */
export function ClusterState({ cluster, receivedAt }: { cluster: ClusterSummary; receivedAt: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const live = useLive();
  const now = useNow();
  const { snapshot } = cluster;
  const age = snapshot === undefined ? 0 : ageNow(snapshot.ageSeconds, receivedAt, now);
  const level = freshnessOf({ ...cluster, hasReading: snapshot !== undefined }, age);
  return (
    <Popover position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={styles.state}
          data-level={level}
          data-live={live}
          data-testid="data-age"
          aria-label={`${t('age.label')}: ${ageText(t, formats, level, age, snapshot !== undefined)}. ${t(`live.${live}`)}`}
        >
          <LevelIcon level={level} />
          <span>{ageText(t, formats, level, age, snapshot !== undefined)}</span>
          <span className={styles.dot} data-live={live} aria-hidden />
          <span className={styles.liveWord}>{t(`live.${live}`)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Facts cluster={cluster} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Facts({ cluster }: { cluster: ClusterSummary }) {
  const { t } = useTranslation();
  const { age, count, dateTime } = useFormats();
  const live = useLive();
  const { snapshot, lastError, intervalSeconds, clusterId } = cluster;
  return (
    <div className={styles.facts}>
      {snapshot !== undefined && <p>{t('age.at', { time: dateTime(new Date(snapshot.takenAt)) })}</p>}
      <p>{t('age.every', { interval: age(intervalSeconds) })}</p>
      {snapshot !== undefined && <p>{t('age.cycle', { cycle: count(snapshot.cycle) })}</p>}
      {clusterId !== undefined && (
        <p>
          {t('cluster.id')}: <span className="k-mono">{clusterId}</span>
        </p>
      )}
      <p>{t(`live.${live}Help`, { interval: age(POLL_INTERVAL / 1000) })}</p>
      {lastError !== undefined && (
        <p className={styles.lastError}>
          {t('age.lastError')}: {lastError}
        </p>
      )}
    </div>
  );
}

function ageText(t: TFunction, formats: Formats, level: Freshness, seconds: number, hasReading: boolean): string {
  const age = formats.age(seconds);
  if (level === 'starting') return t('age.starting');
  if (level === 'stale') return t('age.stale', { age });
  if (level === 'fresh') return t('age.read', { age });
  return hasReading ? t('age.failed', { age }) : t('age.failedNever');
}

function LevelIcon({ level }: { level: Freshness }) {
  if (level === 'stale') return <IconAlertTriangleFilled size={14} aria-hidden />;
  if (level === 'failed') return <IconCircleXFilled size={14} aria-hidden />;
  return level === 'starting' ? <IconLoader2 size={14} aria-hidden /> : null;
}
