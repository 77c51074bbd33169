import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { groupHistoryQuery } from '../../api/queries';
import type { GroupHistory } from '../../api/types';
import { AsTable } from '../../components/AsTable';
import { Section } from '../../components/Page';
import { bandsFor } from '../../lib/heat';
import { maxInt64 } from '../../lib/int64';
import { usePolling } from '../../state/live';
import { useCluster } from '../../state/useCluster';
import { HeatLegend } from './HeatLegend';
import { HeatStrip } from './HeatStrip';
import { HeatTable } from './HeatTable';
import styles from './heat.module.css';

/** The lag of each partition over the window: a row a partition, a column a moment. Nothing where nothing is kept of the group. */
export function HeatSection({ group }: { group: string }) {
  const { summary } = useCluster();
  const { data } = useQuery({ ...groupHistoryQuery(summary.name, group), ...usePolling() });
  if (data === undefined || data.rows.length === 0 || data.times.length === 0) return null;
  return <Heat history={data} />;
}

function Heat({ history }: { history: GroupHistory }) {
  const { t } = useTranslation();
  const bands = useMemo(() => bandsFor(maxInt64(history.rows.flatMap(({ lags }) => lags.map(known)))), [history]);
  return (
    <Section title={t('heat.title')} note={t('heat.note')}>
      <div className={styles.panel}>
        <HeatStrip history={history} bands={bands} />
        <HeatLegend bands={bands} />
        <AsTable>
          <HeatTable history={history} />
        </AsTable>
      </div>
    </Section>
  );
}

const known = <T,>(value: T | null): T | undefined => value ?? undefined;
