import { Switch } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/promQueries';
import { columnsOf } from '../../lib/prom/columns';
import type { QueryState } from '../../lib/prom/exploreState';
import { namingOf } from '../../lib/prom/labels';
import { momentText } from '../../lib/prom/timeAxis';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { useLocale } from '../../state/useLocale';
import { CommonLabels } from './CommonLabels';
import { Download } from './Download';
import styles from './explore.module.css';
import { Legend } from './plot/Legend';
import { Remark } from './Remarks';

const Plot = lazy(() => import('./plot/Plot'));

interface Props {
  readonly query: QueryState;
  readonly answer: Extract<Answer, { kind: 'graph' }>;
}

/** The lines of a range, and the legend that names them. */
export function GraphView({ query, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { state, changeQuery, zoomTo, zoomBy } = useExploreContext();
  const { data, grid, span } = answer;
  const columns = useMemo(() => columnsOf(data.resultType === 'matrix' ? data.result : [], grid), [data, grid]);
  const naming = useMemo(() => namingOf(columns.lines.map(({ labels }) => labels)), [columns]);
  const moment = (ms: number) => momentText(ms, state.zone, locale);
  const label = t('plot.label', {
    name: query.name,
    count: columns.lines.length,
    from: moment(span.from),
    to: moment(span.to),
  });
  return (
    <>
      {columns.histograms > 0 && <Remark tone="info">{t('plot.histograms', { count: columns.histograms })}</Remark>}
      <Suspense fallback={<div className={styles.graph} />}>
        <Plot
          label={label}
          columns={columns}
          naming={naming}
          selection={query.selection}
          stacked={query.stacked}
          span={span}
          zone={state.zone}
          tooltip={state.tooltip}
          onZoom={zoomTo}
          onZoomOut={() => zoomBy(2)}
        />
      </Suspense>
      <div className={styles.below}>
        <CommonLabels labels={naming.common} />
        <Switch
          size="xs"
          label={t('plot.stacked')}
          checked={query.stacked}
          onChange={(event) => changeQuery(query.name, { stacked: event.currentTarget.checked }, true)}
        />
        <Download answer={answer} name={query.name} />
      </div>
      <Legend
        columns={columns}
        naming={naming}
        selection={query.selection}
        onSelect={(selection) => changeQuery(query.name, { selection }, true)}
      />
    </>
  );
}
