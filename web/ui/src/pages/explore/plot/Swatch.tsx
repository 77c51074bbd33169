import type { Stroke } from '../../../lib/prom/palette';
import styles from './plot.module.css';

/** How a line looks, colour and dashes, as a piece of it. */
export function Swatch({ stroke, faint = false }: { stroke: Stroke; faint?: boolean }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 22 8" aria-hidden data-faint={faint}>
      <line
        x1="0"
        y1="4"
        x2="22"
        y2="4"
        stroke={stroke.colour}
        strokeWidth="3"
        strokeDasharray={stroke.dash.join(' ')}
      />
    </svg>
  );
}
