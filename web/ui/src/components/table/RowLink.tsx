import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './DataTable.module.css';

/** A link that fills its row: the row is clicked anywhere, and is one stop for the keyboard. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={styles.link}>
      {children}
    </Link>
  );
}
