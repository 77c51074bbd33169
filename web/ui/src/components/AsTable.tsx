import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AsTable.module.css';

/** A picture's numbers, hidden until they are asked for; only then are they made. */
export function AsTable({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('why.asTable')}</summary>
      {open && children}
    </details>
  );
}
