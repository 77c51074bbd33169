import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupDetail, PartitionLag } from '../../api/types';
import { Seconds, UntilLoss } from '../../components/durations';
import { VerdictBadge, VerdictIcon } from '../../components/VerdictBadge';
import { partitionName, samePartition } from '../../lib/partitionKey';
import { toneOfVerdict } from '../../lib/verdict';
import { useWords } from '../../state/useWords';
import styles from './verdict.module.css';

interface Props {
  readonly detail: GroupDetail;
  /** Shows why, of one partition. */
  readonly onWhy: (partition: PartitionLag) => void;
}

/** What is said of the group, in words: the verdict, its reason on the partition that is worst off, and what will happen. */
export function VerdictBanner({ detail, onWhy }: Props) {
  const { t } = useTranslation();
  const { group } = detail;
  const { verdict, source } = group;
  if (verdict === undefined || source === undefined) return <NotJudged />;
  const worst = detail.partitions.find(
    (partition) => detail.worst !== undefined && samePartition(partition, detail.worst),
  );
  return (
    <section className={styles.banner} data-tone={toneOfVerdict(verdict)} aria-label={t('verdict.label')}>
      <div className={styles.icon}>
        <VerdictIcon verdict={verdict} size={26} />
      </div>
      <div className={styles.words}>
        <p className={styles.verdict}>
          <VerdictBadge verdict={verdict} muted={group.muted === true} />
          <span>{t(`verdictHelp.${verdict}`)}</span>
        </p>
        {worst !== undefined && <Reason worst={worst} />}
        {group.muted === true && <p className={styles.note}>{t('verdict.mutedHelp')}</p>}
        {source !== 'offsets-topic' && <p className={styles.note}>{t(`commitSource.${source}`)}</p>}
      </div>
      <dl className={styles.facts}>
        <dt>{t('group.lagTime')}</dt>
        <dd>
          <Seconds value={group.maxLagSeconds} />
        </dd>
        <dt>{t('group.catchUp')}</dt>
        <dd>
          <Seconds value={worst?.forecast?.secondsToCatchUp} reason={t('group.catchUpNever')} />
        </dd>
        <dt>{t('group.untilLoss')}</dt>
        <dd>
          <UntilLoss value={group.secondsUntilLoss} />
        </dd>
      </dl>
      {worst?.evidence !== undefined && (
        <Button variant="default" onClick={() => onWhy(worst)}>
          {t('why.ask')}
        </Button>
      )}
    </section>
  );
}

function Reason({ worst }: { worst: PartitionLag }) {
  const words = useWords();
  if (worst.evidence === undefined) return null;
  return (
    <p>
      <span className={styles.where}>{partitionName(worst)}</span> {words(worst.evidence.text)}
    </p>
  );
}

function NotJudged() {
  const { t } = useTranslation();
  return (
    <section className={styles.banner} data-tone="neutral" aria-label={t('verdict.label')}>
      <div className={styles.words}>
        <p>{t('verdict.none')}</p>
      </div>
    </section>
  );
}
