import { useTranslation } from 'react-i18next';
import { type Labels, METRIC_NAME } from '../../lib/prom/labels';
import styles from './explore.module.css';

/** The labels that all series share, said once. */
export function CommonLabels({ labels }: { labels: Labels }) {
  const { t } = useTranslation();
  const names = Object.keys(labels).sort(
    (a, b) => Number(b === METRIC_NAME) - Number(a === METRIC_NAME) || (a < b ? -1 : 1),
  );
  if (names.length === 0) return <span className={styles.common} />;
  return (
    <p className={styles.common}>
      <span className="k-muted">{t('plot.common')}</span>
      {names.map((name) => (
        <span key={name} className={styles.label}>
          {name === METRIC_NAME ? labels[name] : `${name}="${labels[name]}"`}
        </span>
      ))}
    </p>
  );
}
