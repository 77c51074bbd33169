import { IconAlertTriangleFilled, IconCircleXFilled } from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Partition } from '../../api/types';
import { type ReplicaState, replicasOf } from '../../lib/replicas';
import styles from './topics.module.css';

const WORDS: Record<ReplicaState, ParseKeys> = {
  'in-sync': 'topic.inSync',
  out: 'topic.outOfSync',
  offline: 'topic.replicaOffline',
};

/** The brokers that hold a partition; those that are not in sync stand out by icon, frame and colour. */
export function Replicas({ partition }: { partition: Partition }) {
  const { t } = useTranslation();
  return (
    <span className={styles.replicas}>
      {replicasOf(partition).map(({ broker, state }) => (
        <span key={broker} className={styles.replica} data-state={state} title={t(WORDS[state])}>
          {state === 'out' && <IconAlertTriangleFilled size={11} aria-hidden />}
          {state === 'offline' && <IconCircleXFilled size={11} aria-hidden />}
          {broker}
          <span className="k-sr"> {t(WORDS[state])}</span>
        </span>
      ))}
    </span>
  );
}
