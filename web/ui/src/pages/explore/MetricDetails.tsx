import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelNamesQuery, labelValuesQuery } from '../../api/promQueries';
import { SearchBox } from '../../components/SearchBox';
import { METRIC_NAME, seriesText } from '../../lib/prom/labels';
import type { Metric } from '../../lib/prom/metricList';
import { matches } from '../../lib/search';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { useFormats } from '../../state/useFormats';
import { PanelState } from './PanelState';
import styles from './panel.module.css';

/** Values of a label that are listed; a search finds the others. */
const MOST = 200;

/** One metric: what it is, its labels and their values. A click on a value writes a selector into the editor. */
export function MetricDetails({ metric, back }: { metric: Metric; back: () => void }) {
  const { t } = useTranslation();
  const { insert } = useExploreContext();
  const labels = useQuery(labelNamesQuery(metric.name));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = labels.data?.filter((name) => name !== METRIC_NAME) ?? [];
  return (
    <div className={styles.details}>
      <button type="button" className={styles.back} onClick={back}>
        <IconChevronLeft size={14} aria-hidden />
        {t('metrics.back')}
      </button>
      <h3 ref={heading} tabIndex={-1}>
        <button
          type="button"
          className={styles.insert}
          onClick={() => insert(seriesText({ [METRIC_NAME]: metric.name }))}
        >
          <code>{metric.name}</code>
        </button>
      </h3>
      <p className={styles.help}>
        {metric.type !== '' && <span className={styles.type}>{metric.type}</span>}
        {metric.help === '' ? t('metrics.noHelp') : metric.help}
      </p>
      <PanelState query={labels} empty={names.length === 0 ? t('metrics.noLabels') : undefined}>
        {names.map((name) => (
          <LabelValues key={name} metric={metric.name} label={name} />
        ))}
      </PanelState>
    </div>
  );
}

function LabelValues({ metric, label }: { metric: string; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.values} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code>{label}</code>
      </summary>
      {open && <Values metric={metric} label={label} />}
    </details>
  );
}

function Values({ metric, label }: { metric: string; label: string }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { insert } = useExploreContext();
  const values = useQuery(labelValuesQuery(label, metric));
  const [search, setSearch] = useState('');
  const found = (values.data ?? []).filter((value) => matches(search, [value]));
  return (
    <PanelState query={values} empty={values.data?.length === 0 ? t('metrics.noValues') : undefined}>
      {(values.data?.length ?? 0) > 12 && (
        <SearchBox label={t('metrics.searchValues')} value={search} onSearch={setSearch} />
      )}
      <ul className={styles.valueList}>
        {found.slice(0, MOST).map((value) => (
          <li key={value}>
            <button
              type="button"
              className={styles.value}
              onClick={() => insert(seriesText({ [METRIC_NAME]: metric, [label]: value }))}
            >
              {value}
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST && (
        <p className={styles.help}>{t('list.shown', { found: count(MOST), total: count(found.length) })}</p>
      )}
    </PanelState>
  );
}
