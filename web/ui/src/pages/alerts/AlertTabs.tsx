import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ALERTS_PATH } from '../../lib/paths';
import styles from './alerts.module.css';
import { ALERT_TABS, type AlertTab } from './tabs';

export function AlertTabs({ tab }: { tab: AlertTab }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('alerts.parts')}>
      {ALERT_TABS.map((one) => (
        <Link
          key={one}
          to={one === 'now' ? ALERTS_PATH : `${ALERTS_PATH}?tab=${one}`}
          aria-current={one === tab ? 'page' : undefined}
        >
          {t(`alertTab.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
