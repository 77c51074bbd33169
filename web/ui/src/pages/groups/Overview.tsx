import { useTranslation } from 'react-i18next';
import { Tile, Tiles } from '../../components/Tiles';
import { Count, type Tone } from '../../components/values';
import { useCluster } from '../../state/useCluster';
import { VerdictTile } from './VerdictTile';

/** The sums of the cluster. What should be 0 and is not has an icon, a colour and a word. */
export function Overview() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const { underReplicatedPartitions, offlinePartitions, totalLag } = summary;
  const words: Record<Tone, string> = {
    ok: t('overview.good'),
    warn: t('overview.warning'),
    bad: t('overview.bad'),
    neutral: '',
  };
  const watched = (value: number | undefined, tone: Tone) => {
    const now = toneOf(value, tone);
    return now === 'neutral' ? { tone: now } : { tone: now, toneWord: words[now] };
  };
  return (
    <Tiles label={t('overview.title')}>
      <Tile name={t('overview.brokers')}>
        <Count value={summary.brokers} />
      </Tile>
      <Tile name={t('overview.topics')}>
        <Count value={summary.topics} />
      </Tile>
      <Tile name={t('overview.partitions')}>
        <Count value={summary.partitions} />
      </Tile>
      <Tile name={t('overview.underReplicated')} {...watched(underReplicatedPartitions, 'warn')}>
        <Count value={underReplicatedPartitions} />
      </Tile>
      <Tile name={t('overview.offline')} {...watched(offlinePartitions, 'bad')}>
        <Count value={offlinePartitions} />
      </Tile>
      <Tile name={t('overview.groups')}>
        <Count value={summary.groups} />
      </Tile>
      <Tile name={t('overview.totalLag')}>
        <Count value={totalLag} />
      </Tile>
      <VerdictTile />
    </Tiles>
  );
}

function toneOf(value: number | undefined, alarm: Tone): Tone {
  if (value === undefined) return 'neutral';
  return value === 0 ? 'ok' : alarm;
}
