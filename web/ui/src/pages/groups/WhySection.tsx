import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence, PartitionLag } from '../../api/types';
import { AsTable } from '../../components/AsTable';
import { Section } from '../../components/Page';
import { VerdictBadge } from '../../components/VerdictBadge';
import { partitionName } from '../../lib/partitionKey';
import { useWords } from '../../state/useWords';
import { Facts } from './Facts';
import styles from './verdict.module.css';
import { WindowPlot } from './WindowPlot';
import { WindowTable } from './WindowTable';

/** Why the verdict on one partition is what it is: the rule, its facts, and the window that it looked at. Takes the focus when it opens. */
export function WhySection({ partition, onClose }: { partition: PartitionLag; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const panel = useRef<HTMLDivElement>(null);
  const name = partitionName(partition);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another partition is another panel
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView?.({ block: 'nearest' });
  }, [name]);
  const { evidence } = partition;
  if (evidence === undefined) return null;
  return (
    <Section title={t('why.title', { partition: name })} note={<VerdictBadge verdict={partition.verdict} />}>
      <div ref={panel} className={styles.why} tabIndex={-1}>
        <div className={styles.rule}>
          <p>{words(evidence.text)}</p>
          <p className={styles.note}>
            {t('why.rule')} <code className="k-mono">{evidence.rule}</code>
          </p>
          <CloseButton className={styles.close} aria-label={t('why.close')} onClick={onClose} />
        </div>
        <Facts facts={evidence.facts} />
        <Window evidence={evidence} />
      </div>
    </Section>
  );
}

function Window({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation();
  const { commits = [], ends = [] } = evidence;
  if (commits.length === 0 && ends.length === 0) {
    return <p className={styles.note}>{evidence.commits === undefined ? t('why.windowLeftOut') : t('why.noWindow')}</p>;
  }
  return (
    <>
      <WindowPlot evidence={evidence} />
      <AsTable>
        <WindowTable evidence={evidence} />
      </AsTable>
    </>
  );
}
