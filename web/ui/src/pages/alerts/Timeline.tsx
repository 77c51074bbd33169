import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Lane, meanSeconds, type Stretch } from '../../lib/alerts/timeline';
import { timeMarks } from '../../lib/prom/timeAxis';
import type { Span } from '../../lib/prom/timeRange';
import { useFormats } from '../../state/useFormats';
import { useIsNarrow } from '../../state/useIsNarrow';
import { useLocale } from '../../state/useLocale';
import { LabelChips } from './LabelChips';
import styles from './timeline.module.css';

/** How many lanes are shown at first, and more at each click. */
const LANES = 50;

interface Props {
  readonly lanes: readonly Lane[];
  readonly span: Span;
  readonly label: string;
}

/** Alerts over time, a line for each. */
export function Timeline({ lanes, span, label }: Props) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const [shown, setShown] = useState(LANES);
  return (
    <section className={styles.timeline} aria-label={label}>
      <Axis span={span} />
      <ul>
        {lanes.slice(0, shown).map((lane) => (
          <LaneRow key={lane.key} lane={lane} span={span} />
        ))}
      </ul>
      {lanes.length > shown && (
        <Button className={styles.more ?? ''} size="xs" variant="default" onClick={() => setShown(shown + LANES * 4)}>
          {t('alerts.moreLanes', { formatted: count(lanes.length - shown) })}
        </Button>
      )}
    </section>
  );
}

function LaneRow({ lane, span }: { lane: Lane; span: Span }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const firing = lane.stretches.filter(({ kind }) => kind === 'firing');
  const mean = meanSeconds(lane.stretches);
  const words = [
    t('alerts.times', { count: firing.length }),
    ...(mean === undefined ? [] : [t('alerts.toResolve', { time: duration(mean) })]),
  ].join(' · ');
  return (
    <li className={styles.lane}>
      <div className={styles.name}>
        <strong className="k-cut">{lane.labels.alertname}</strong>
        <LabelChips labels={lane.labels} without={['alertname', 'severity']} />
        <small>{words}</small>
      </div>
      <div className={styles.track}>
        {lane.stretches.map((stretch) => (
          <Bar key={`${stretch.kind} ${stretch.from}`} stretch={stretch} span={span} />
        ))}
        {lane.marks.map(({ at, kind, detail }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several may be told at one moment
          <Tick key={`${at} ${kind} ${i}`} at={at} kind={kind} detail={detail} span={span} />
        ))}
      </div>
    </li>
  );
}

function Bar({ stretch, span }: { stretch: Stretch; span: Span }) {
  const { t } = useTranslation();
  const { dateTime, duration } = useFormats();
  const { kind, from, to, openStart, openEnd } = stretch;
  const title = t(`stretch.${kind}`, {
    from: openStart ? '…' : dateTime(new Date(from)),
    to: openEnd ? '…' : dateTime(new Date(to)),
    time: duration((to - from) / 1000),
  });
  const [left, right] = [placeOf(from, span), placeOf(to, span)];
  return (
    <span
      className={styles.bar}
      data-kind={kind}
      data-open={openEnd}
      title={title}
      style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%` }}
    >
      <span className="k-sr">{title}</span>
    </span>
  );
}

function Tick({ at, kind, detail, span }: { at: number; kind: 'notified' | 'failed'; detail: string; span: Span }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const title = `${t(`eventKind.${kind}`)} ${dateTime(new Date(at))} ${detail}`;
  return <span className={styles.tick} data-kind={kind} title={title} style={{ left: `${placeOf(at, span)}%` }} />;
}

function Axis({ span }: { span: Span }): ReactNode {
  const locale = useLocale();
  const parts = useIsNarrow() ? 2 : 6;
  const step = (span.to - span.from) / parts / 1000;
  const times = Array.from({ length: parts }, (_, i) => span.from / 1000 + i * step);
  return (
    <div className={styles.axis} aria-hidden>
      {timeMarks(times, Math.min(step, 86_399), 'local', locale).map((text, i) => (
        <span key={times[i]} style={{ left: `${(100 * i) / parts}%` }}>
          {text.replace('\n', ' ')}
        </span>
      ))}
    </div>
  );
}

function placeOf(at: number, { from, to }: Span): number {
  return Math.min(100, Math.max(0, (100 * (at - from)) / (to - from)));
}
