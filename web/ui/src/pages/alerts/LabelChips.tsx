import type { Labels } from '../../lib/prom/labels';
import styles from './alerts.module.css';

/** Labels as small words; the alert's name has a place of its own. */
export function LabelChips({ labels, without = ['alertname'] }: { labels: Labels; without?: readonly string[] }) {
  const names = Object.keys(labels)
    .filter((name) => !without.includes(name))
    .sort();
  return (
    <span className={styles.chips}>
      {names.map((name) => (
        <span key={name} className={styles.chip} title={`${name}="${labels[name]}"`}>
          <span className={styles.chipName}>{name}</span> {labels[name]}
        </span>
      ))}
    </span>
  );
}
