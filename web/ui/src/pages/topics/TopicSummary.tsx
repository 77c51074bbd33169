import { useTranslation } from 'react-i18next';
import type { Topic } from '../../api/types';
import { Tile, Tiles } from '../../components/Tiles';
import { Bytes, Count } from '../../components/values';

export function TopicSummary({ topic }: { topic: Topic }) {
  const { t } = useTranslation();
  const { underReplicatedPartitions: under, offlinePartitions: offline } = topic;
  return (
    <Tiles label={t('topic.topic')}>
      <Tile name={t('topic.partitions')}>
        <Count value={topic.partitions} />
      </Tile>
      <Tile name={t('topic.replicationFactor')} title={t('topic.replicationFactorHelp')}>
        <Count value={topic.replicationFactor} />
      </Tile>
      <Tile
        name={t('topic.underReplicated')}
        tone={under === 0 ? 'ok' : 'warn'}
        toneWord={under === 0 ? t('overview.good') : t('overview.warning')}
      >
        <Count value={under} />
      </Tile>
      <Tile
        name={t('topic.offline')}
        tone={offline === 0 ? 'ok' : 'bad'}
        toneWord={offline === 0 ? t('overview.good') : t('overview.bad')}
      >
        <Count value={offline} />
      </Tile>
      <Tile name={t('topic.messages')} title={t('topic.messagesHelp')}>
        <Count value={topic.messages} reason={t('topic.messagesUnknown')} />
      </Tile>
      <Tile name={t('topic.size')}>
        <Bytes value={topic.sizeBytes} reason={t('topic.sizeUnknown')} />
      </Tile>
      <Tile name={t('topic.topicId')} small title={topic.topicId}>
        <span className="k-mono k-cut">{topic.topicId}</span>
      </Tile>
    </Tiles>
  );
}
