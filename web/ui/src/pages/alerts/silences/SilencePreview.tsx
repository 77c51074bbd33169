import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isTelling, isWhole, type Matcher, testOf } from '../../../lib/alerts/matchers';
import { useAlerts } from '../../../state/alerts/useAlerts';
import { useFormats } from '../../../state/useFormats';
import styles from '../alerts.module.css';
import { LabelChips } from '../LabelChips';

/** The most alerts that are written out. */
const SHOWN = 8;

/** Which of the alerts of now matchers would keep quiet. */
export function SilencePreview({ matchers }: { matchers: readonly Matcher[] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { rows } = useAlerts();
  const usable = matchers.every(isWhole) && matchers.some(isTelling);
  const found = useMemo(() => {
    const fits = testOf(matchers);
    return usable ? (rows ?? []).filter(({ labels }) => fits(labels)) : [];
  }, [matchers, rows, usable]);
  return (
    <div className={styles.preview}>
      <strong role="status">{t('silences.matches', { count: found.length, formatted: count(found.length) })}</strong>
      <ul>
        {found.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            {row.name} <LabelChips labels={row.labels} />
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <span className={styles.hint}>{t('plot.more', { formatted: count(found.length - SHOWN) })}</span>
      )}
    </div>
  );
}
