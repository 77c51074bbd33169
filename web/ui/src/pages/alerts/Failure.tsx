import { IconCircleXFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './alerts.module.css';

/** What a person wanted did not work: the server's own words. */
export function Failure({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  return (
    <p className={styles.failure} role="alert">
      <IconCircleXFilled size={15} aria-hidden />
      <span>{t('alerts.failed', { error: error.message })}</span>
    </p>
  );
}
