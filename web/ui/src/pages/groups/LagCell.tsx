import { IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PartitionLag } from '../../api/types';
import { Bar, Count } from '../../components/values';
import { type Int64, share } from '../../lib/int64';
import { conditionOf, type LagCondition } from '../../lib/lag';
import styles from './groups.module.css';

interface Words {
  readonly word: ParseKeys;
  readonly help: ParseKeys;
}

const WORDS: Record<Exclude<LagCondition, 'known'>, Words> = {
  'no-commit': { word: 'group.noCommits', help: 'group.noCommitsHelp' },
  unreadable: { word: 'group.unreadable', help: 'group.unreadableHelp' },
  'beyond-end': { word: 'group.beyondEnd', help: 'group.beyondEndHelp' },
  'end-unknown': { word: 'group.endUnknown', help: 'group.endUnknownHelp' },
};

interface Props {
  readonly partition: PartitionLag;
  readonly offsetsReadable: boolean;
  /** The greatest lag of the group: the length of a full bar. */
  readonly greatest: Int64;
}

/** The lag of one partition with its part of the greatest as a bar; or, in words, why there is none. */
export function LagCell({ partition, offsetsReadable, greatest }: Props) {
  const condition = conditionOf(partition, offsetsReadable);
  if (condition !== 'known') return <Explained condition={condition} />;
  const { lag = 0 } = partition;
  return (
    <div className={styles.lagCell}>
      <Bar share={share(lag, greatest)} />
      <span className={styles.lag} data-zero={lag === 0}>
        <Count value={lag} />
      </span>
    </div>
  );
}

function Explained({ condition }: { condition: Exclude<LagCondition, 'known'> }) {
  const { t } = useTranslation();
  const { word, help } = WORDS[condition];
  const calm = condition === 'no-commit';
  const Icon = calm ? IconInfoCircle : IconAlertTriangleFilled;
  return (
    <span className={styles.explained} data-tone={calm ? 'neutral' : 'warn'} title={t(help)}>
      <Icon size={14} aria-hidden />
      <span className="k-cut">{t(word)}</span>
    </span>
  );
}
