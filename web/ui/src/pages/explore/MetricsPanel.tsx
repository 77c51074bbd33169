import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataQuery, metricNamesQuery, NAMES_LIMIT } from '../../api/promQueries';
import { SearchBox } from '../../components/SearchBox';
import { METRIC_NAME, seriesText } from '../../lib/prom/labels';
import { findMetrics, type Metric, metricList } from '../../lib/prom/metricList';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { useFormats } from '../../state/useFormats';
import { MetricDetails } from './MetricDetails';
import { PanelState } from './PanelState';
import styles from './panel.module.css';

/** Height of a row in px. */
const ROW = 46;

/** All metrics with what they are, filtered as one types. A click writes the name into the editor; the arrow leads to its labels. */
export function MetricsPanel() {
  const { t } = useTranslation();
  const { count } = useFormats();
  const names = useQuery(metricNamesQuery());
  const metadata = useQuery({ ...metadataQuery(), retry: false });
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Metric>();
  const all = useMemo(() => metricList(names.data ?? [], metadata.data ?? {}), [names.data, metadata.data]);
  const found = useMemo(() => findMetrics(all, search), [all, search]);
  if (opened !== undefined) return <MetricDetails metric={opened} back={() => setOpened(undefined)} />;
  return (
    <>
      <SearchBox label={t('metrics.search')} value={search} onSearch={setSearch} />
      <PanelState query={names} empty={all.length === 0 ? t('metrics.empty') : undefined}>
        {found.length === 0 && <p className={styles.empty}>{t('metrics.noMatch')}</p>}
        <MetricRows metrics={found} open={setOpened} />
        <p className={styles.foot} role="status">
          {t('metrics.found', { count: found.length, formatted: count(found.length) })}
          {all.length >= NAMES_LIMIT && ` · ${t('metrics.limited', { formatted: count(NAMES_LIMIT) })}`}
        </p>
      </PanelState>
    </>
  );
}

function MetricRows({ metrics, open }: { metrics: readonly Metric[]; open: (metric: Metric) => void }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: metrics.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className={styles.scroller} aria-label={t('metrics.list')} tabIndex={0}>
      <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const metric = metrics[index];
          return metric && <MetricRow key={metric.name} metric={metric} start={start} open={() => open(metric)} />;
        })}
      </div>
    </section>
  );
}

function MetricRow({ metric, start, open }: { metric: Metric; start: number; open: () => void }) {
  const { t } = useTranslation();
  const { insert } = useExploreContext();
  const { name, type, help } = metric;
  return (
    <div className={styles.metric} style={{ height: ROW, transform: `translateY(${start}px)` }}>
      <button
        type="button"
        className={styles.metricName}
        title={help === '' ? name : `${name}\n${help}`}
        onClick={() => insert(seriesText({ [METRIC_NAME]: name }))}
      >
        <code>{name}</code>
        <small>
          {type !== '' && <span className={styles.type}>{type}</span>}
          {help}
        </small>
      </button>
      <button type="button" className={styles.more} aria-label={t('metrics.details', { metric: name })} onClick={open}>
        <IconChevronRight size={16} aria-hidden />
      </button>
    </div>
  );
}
