import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Panel } from '../../lib/prom/exploreState';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { HistoryPanel } from './HistoryPanel';
import { MetricsPanel } from './MetricsPanel';
import styles from './panel.module.css';

/** Beside the queries: what there is to ask for, or what was asked before. */
export function SidePanel({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const { change } = useExploreContext();
  const title = t(`panel.${panel}`);
  return (
    <aside className={styles.panel} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <CloseButton aria-label={t('panel.close')} onClick={() => change({ panel: undefined }, true)} />
      </div>
      {panel === 'metrics' ? <MetricsPanel /> : <HistoryPanel />}
    </aside>
  );
}
