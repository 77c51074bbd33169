import { Button, NativeSelect } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { tsdbQuery } from '../../api/promQueries';
import { Notice } from '../../components/Notice';
import { Page } from '../../components/Page';
import { Tile, Tiles } from '../../components/Tiles';
import { Count } from '../../components/values';
import { LISTS, type TsdbStatus } from '../../lib/prom/cardinality';
import { useFormats } from '../../state/useFormats';
import { CardinalityList } from './CardinalityList';
import styles from './cardinality.module.css';
import { ExploreTabs } from './ExploreTabs';
import { MetricLabels } from './MetricLabels';
import { StoreOrNotice } from './StoreOrNotice';

const LIMITS = ['10', '20', '50', '100', '500'] as const;
const DEFAULT_LIMIT = '20';

/** Which metrics, labels and values the series of the store come from: where to look when there are too many. */
export default function CardinalityPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const limit = LIMITS.find((known) => known === params.get('limit')) ?? DEFAULT_LIMIT;
  const { data, error, refetch } = useQuery({ ...tsdbQuery(Number(limit)), placeholderData: (before) => before });
  const metric = params.get('metric');
  return (
    <Page title={t('explore.title')} part={t('explore.cardinality')} beside={<ExploreTabs />}>
      <StoreOrNotice>
        {data === undefined ? (
          <Missing error={error} retry={() => void refetch()} />
        ) : (
          <>
            <Head status={data} />
            {metric !== null && metric !== '' && <MetricLabels key={metric} metric={metric} />}
            <LimitSelect limit={limit} />
            <div className={styles.lists}>
              {LISTS.map((list) => (
                <CardinalityList key={list} list={list} stats={data[list] ?? []} series={data.headStats.numSeries} />
              ))}
            </div>
          </>
        )}
      </StoreOrNotice>
    </Page>
  );
}

function Missing({ error, retry }: { error: Error | null; retry: () => void }) {
  const { t } = useTranslation();
  if (error === null) {
    return (
      <p className={styles.loading} role="status">
        {t('loading.data')}
      </p>
    );
  }
  return (
    <Notice
      icon={<IconAlertOctagon />}
      tone="bad"
      title={t('cardinality.failedTitle')}
      text={t('cardinality.failedText')}
      detail={error.message}
    >
      <Button onClick={retry}>{t('error.retry')}</Button>
    </Notice>
  );
}

function Head({ status: { headStats } }: { status: TsdbStatus }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { numSeries, numLabelPairs, chunkCount, minTime, maxTime } = headStats;
  // An empty head has the largest and the smallest number for its first and last time.
  const known = minTime <= maxTime && Math.abs(minTime) < 8.64e15;
  return (
    <Tiles label={t('cardinality.head')}>
      <Tile name={t('cardinality.series')} title={t('cardinality.seriesHelp')}>
        <Count value={numSeries} />
      </Tile>
      <Tile name={t('cardinality.chunks')} title={t('cardinality.chunksHelp')}>
        <Count value={chunkCount} />
      </Tile>
      <Tile name={t('cardinality.pairs')} title={t('cardinality.pairsHelp')}>
        <Count value={numLabelPairs} />
      </Tile>
      <Tile name={t('cardinality.since')} title={t('cardinality.sinceHelp')} small>
        {known ? dateTime(new Date(minTime)) : t('unknown.value')}
      </Tile>
    </Tiles>
  );
}

function LimitSelect({ limit }: { limit: string }) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const choose = (chosen: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (chosen === DEFAULT_LIMIT) next.delete('limit');
        else next.set('limit', chosen);
        return next;
      },
      { replace: true },
    );
  return (
    <NativeSelect
      className={styles.limit ?? ''}
      aria-label={t('cardinality.rows')}
      value={limit}
      onChange={(event) => choose(event.currentTarget.value)}
      data={LIMITS.map((value) => ({ value, label: t('cardinality.top', { count: Number(value) }) }))}
    />
  );
}
