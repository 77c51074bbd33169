import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTitle } from '../state/useTitle';
import styles from './Page.module.css';

interface Props {
  readonly title: string;
  /** The list that this page belongs to. */
  readonly parent?: { readonly to: string; readonly title: string };
  readonly cluster?: string;
  /** Which of several pages under one heading this is, for the title of the document. */
  readonly part?: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its heading, the way back, and the title of the document. */
export function Page({ title, parent, cluster = '', part = '', beside, children }: Props) {
  useTitle(part, title, cluster);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        {parent !== undefined && (
          <div className={styles.crumbs}>
            <Link to={parent.to}>
              <IconChevronLeft size={14} aria-hidden />
              {parent.title}
            </Link>
          </div>
        )}
        <h1 className={styles.title}>{title}</h1>
        {beside}
      </div>
      {children}
    </div>
  );
}

/** A part of a page under a heading of its own. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.subtitle}>
        {title}
        {note !== undefined && <small>{note}</small>}
      </h2>
      {children}
    </section>
  );
}

/** The frame of a notice that stands where a table would stand. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className={styles.panel}>{children}</div>;
}
