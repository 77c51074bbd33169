import { useTranslation } from 'react-i18next';
import { useExploreContext } from '../../state/explore/ExploreContext';
import styles from './explore.module.css';

const EXAMPLES = [
  { expr: 'sum by (consumergroup) (kafka_consumergroup_lag)', text: 'examples.lag' },
  { expr: 'sum by (topic) (rate(kafka_topic_partition_current_offset[5m]))', text: 'examples.produced' },
  { expr: 'sum by (consumergroup) (rate(kafka_consumergroup_current_offset[5m]))', text: 'examples.consumed' },
  { expr: 'sum by (topic) (kafka_topic_partition_under_replicated_partition) > 0', text: 'examples.underReplicated' },
  { expr: 'up', text: 'examples.up' },
] as const;

/** What stands below an empty editor: some questions that most people have, ready to be asked. */
export function Examples() {
  const { t } = useTranslation();
  const { use } = useExploreContext();
  return (
    <section className={styles.examples} aria-label={t('examples.title')}>
      <h2>{t('examples.title')}</h2>
      <ul>
        {EXAMPLES.map(({ expr, text }) => (
          <li key={expr}>
            <button type="button" className={styles.example} onClick={() => use(expr)}>
              <span>{t(text)}</span>
              <code>{expr}</code>
            </button>
          </li>
        ))}
      </ul>
      <p className="k-muted">{t('examples.hint')}</p>
    </section>
  );
}
