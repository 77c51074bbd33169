import { IconBellOff, IconDatabaseX, IconFlame, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/values';
import { annotation } from '../../../lib/alerts/annotations';
import { type AlertRow, type AlertState, toneOfSeverity } from '../../../lib/alerts/rows';
import { useFormats } from '../../../state/useFormats';
import { useNow } from '../../../state/useNow';
import styles from '../alerts.module.css';
import { LabelChips } from '../LabelChips';

interface Props {
  readonly row: AlertRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One alert in the list: what it says, how bad, and since when. */
export function AlertItem({ row, chosen, onChoose }: Props) {
  const { i18n } = useTranslation();
  return (
    <button type="button" className={styles.item} data-chosen={chosen} aria-pressed={chosen} onClick={onChoose}>
      <span className={styles.itemText}>
        <span className={styles.itemHead}>
          <StateBadge state={row.state} />
          {row.severity !== '' && <SeverityBadge severity={row.severity} />}
          {row.dataMissing && <MissingBadge />}
          <span className={`k-cut ${styles.says}`}>
            {annotation(row.annotations, 'summary', i18n.language) || row.name}
          </span>
        </span>
        <LabelChips labels={row.labels} without={['alertname', 'severity']} />
      </span>
      <Since since={row.since} />
    </button>
  );
}

function Since({ since }: { since: number }) {
  const { t } = useTranslation();
  const { age, dateTime } = useFormats();
  const now = useNow();
  return (
    <span className={`k-num ${styles.since}`} title={dateTime(new Date(since))}>
      <span className="k-sr">{t('alerts.since')} </span>
      {age((now - since) / 1000)}
    </span>
  );
}

export function SeverityBadge({ severity }: { severity: string }) {
  return <Badge tone={toneOfSeverity(severity)}>{severity}</Badge>;
}

export function StateBadge({ state }: { state: AlertState }) {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-state={state} title={t(`alertStateHelp.${state}`)}>
      {state === 'firing' && <IconFlame size={14} aria-hidden />}
      {state === 'pending' && <IconHourglass size={14} aria-hidden />}
      {state === 'suppressed' && <IconBellOff size={14} aria-hidden />}
      {t(`alertState.${state}`)}
    </span>
  );
}

export function MissingBadge() {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-state="missing" title={t('alerts.dataMissingHelp')}>
      <IconDatabaseX size={14} aria-hidden />
      {t('alerts.dataMissing')}
    </span>
  );
}
