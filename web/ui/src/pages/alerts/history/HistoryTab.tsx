import { NativeSelect } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { alertHistoryQuery } from '../../../api/alertQueries';
import type { AlertEvent } from '../../../api/types';
import controls from '../../../components/controls.module.css';
import { Seconds } from '../../../components/durations';
import { Notice } from '../../../components/Notice';
import { Panel, Section } from '../../../components/Page';
import { SearchBox } from '../../../components/SearchBox';
import { Tile, Tiles } from '../../../components/Tiles';
import { Count } from '../../../components/values';
import { parseMatchers, testOf } from '../../../lib/alerts/matchers';
import { type HistorySums, lanesOf, sumsOf } from '../../../lib/alerts/timeline';
import type { Labels } from '../../../lib/prom/labels';
import { matches } from '../../../lib/search';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { useAlerts } from '../../../state/alerts/useAlerts';
import { useRangeWords } from '../../explore/useRangeWords';
import styles from '../alerts.module.css';
import { Loaded } from '../Loaded';
import { Timeline } from '../Timeline';
import { EventTable } from './EventTable';

/** Widths of the span that is looked at, in seconds. */
const WIDTHS = [3_600, 21_600, 86_400, 604_800, 2_592_000] as const;
const USUAL = 86_400;

/** What happened to alerts, over time and one after the other. */
export default function HistoryTab() {
  const { t } = useTranslation();
  const { params } = useAlertParams();
  const seconds = WIDTHS.find((width) => String(width) === params.get('last')) ?? USUAL;
  const search = params.get('q') ?? '';
  const { data, error, refetch } = useQuery({ ...alertHistoryQuery(seconds), placeholderData: keepPreviousData });
  const { rows } = useAlerts();
  const view = useMemo(() => {
    if (data === undefined) return undefined;
    const fits = fitting(search);
    const events = data.events.filter(({ labels }) => fits(labels));
    const firing = (rows ?? []).filter(({ state, labels }) => state !== 'pending' && fits(labels));
    const lanes = lanesOf(events, firing, data.span);
    return { ...data, events, lanes, sums: sumsOf(lanes) };
  }, [data, rows, search]);
  return (
    <>
      <HistoryToolbar seconds={seconds} search={search} />
      <Loaded hasData={view !== undefined} error={error} retry={() => void refetch()}>
        {view !== undefined && (
          <>
            <Sums sums={view.sums} />
            {view.truncated && <p className={styles.hint}>{t('alerts.truncated')}</p>}
            {view.lanes.length === 0 ? (
              <Panel>
                <Notice icon={<IconHistory />} title={t('alerts.noHistoryTitle')} text={t('alerts.noHistoryText')} />
              </Panel>
            ) : (
              <Timeline lanes={view.lanes} span={view.span} label={t('alerts.timeline')} />
            )}
            {view.events.length > 0 && <Events events={view.events} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function HistoryToolbar({ seconds, search }: { seconds: number; search: string }) {
  const { t } = useTranslation();
  const { change } = useAlertParams();
  const { last } = useRangeWords();
  return (
    <search className={controls.toolbar}>
      <SearchBox label={t('alerts.search')} value={search} onSearch={(q) => change({ q }, true)} />
      <NativeSelect
        aria-label={t('range.label')}
        value={String(seconds)}
        onChange={(event) => change({ last: event.currentTarget.value })}
        data={WIDTHS.map((width) => ({ value: String(width), label: last(width) }))}
      />
    </search>
  );
}

function Sums({ sums }: { sums: HistorySums }) {
  const { t } = useTranslation();
  return (
    <Tiles label={t('alerts.sums')}>
      <Tile name={t('alerts.incidents')}>
        <Count value={sums.incidents} />
      </Tile>
      <Tile name={t('alerts.stillFiring')} tone={sums.open > 0 ? 'bad' : 'neutral'}>
        <Count value={sums.open} />
      </Tile>
      <Tile name={t('alerts.meanToResolve')} title={t('alerts.meanToResolveHelp')}>
        <Seconds value={sums.meanSeconds} />
      </Tile>
      <Tile name={t('eventKind.notified')}>
        <Count value={sums.notified} />
      </Tile>
      <Tile name={t('eventKind.failed')} tone={sums.failed > 0 ? 'bad' : 'neutral'}>
        <Count value={sums.failed} />
      </Tile>
    </Tiles>
  );
}

function Events({ events }: { events: readonly AlertEvent[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('alerts.events')}>
      <EventTable events={events} />
    </Section>
  );
}

function fitting(search: string): (labels: Labels) => boolean {
  const matchers = search.trim() === '' ? [] : parseMatchers(search);
  return matchers === undefined ? (labels) => matches(search, Object.values(labels)) : testOf(matchers);
}
