import { useTranslation } from 'react-i18next';
import type { Partition } from '../../api/types';
import { Badge } from '../../components/values';

/** The worst that is to be said of a partition. */
export function PartitionStatus({ partition }: { partition: Partition }) {
  const { t } = useTranslation();
  if (partition.leader === undefined) {
    return (
      <Badge tone="bad" title={t('topic.noLeader')}>
        {t('topic.offline')}
      </Badge>
    );
  }
  if (partition.underReplicated) return <Badge tone="warn">{t('topic.underReplicated')}</Badge>;
  return <Badge tone="ok">{t('topic.ok')}</Badge>;
}
