import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../api/types';
import { pointsOf } from '../../lib/evidence';
import { type Frame, frameOf, linePoints, type PlotPoint, x, y } from '../../lib/plot';
import { useFormats } from '../../state/useFormats';
import styles from './verdict.module.css';

const WIDTH = 720;
const HEIGHT = 180;
const MARGIN = 8;

/** The window as two lines: how far the partition reached, and how far the group had come. What lies between them is the lag. */
export function WindowPlot({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation();
  const { time, count } = useFormats();
  const id = useId();
  const commits = pointsOf(evidence.commits);
  const ends = pointsOf(evidence.ends);
  const frame = frameOf([...commits, ...ends]);
  if (frame === undefined) return null;
  const from = time(new Date(frame.fromTime));
  const to = time(new Date(frame.toTime));
  return (
    <figure className={styles.plot}>
      <div className={styles.plotBody}>
        <div className={styles.offsets} aria-hidden>
          <span>{count(frame.toOffset)}</span>
          <span>{count(frame.fromOffset)}</span>
        </div>
        <svg
          viewBox={`${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={id}
        >
          <title id={id}>
            {t('why.plot', {
              commits: commits.length,
              ends: ends.length,
              from,
              to,
              low: count(frame.fromOffset),
              high: count(frame.toOffset),
            })}
          </title>
          <Line points={ends} frame={frame} kind="end" />
          <Line points={commits} frame={frame} kind="commit" />
        </svg>
        <div className={styles.times} aria-hidden>
          <span>{from}</span>
          <span>{to}</span>
        </div>
      </div>
      <figcaption className={styles.legend}>
        <span data-kind="end">{t('why.ends')}</span>
        <span data-kind="commit">{t('why.commits')}</span>
      </figcaption>
    </figure>
  );
}

interface LineProps {
  readonly points: readonly PlotPoint[];
  readonly frame: Frame;
  readonly kind: 'end' | 'commit';
}

function Line({ points, frame, kind }: LineProps) {
  return (
    <g className={styles.line} data-kind={kind}>
      <polyline points={linePoints(points, frame, WIDTH, HEIGHT)} vectorEffect="non-scaling-stroke" />
      {points.map((point) => (
        <Mark key={`${point.at} ${point.offset}`} at={[x(point, frame, WIDTH), y(point, frame, HEIGHT)]} />
      ))}
    </g>
  );
}

/** A dot that keeps its shape however the plot is stretched: a line without a length and with round ends. */
function Mark({ at: [left, top] }: { at: readonly [number, number] }) {
  return <path d={`M${left} ${top}h0`} vectorEffect="non-scaling-stroke" />;
}
