import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** The words of the server, as they are. */
  readonly detail?: string | undefined;
  readonly tone?: 'neutral' | 'warn' | 'bad' | 'busy';
  readonly heading?: 'h1' | 'h2' | 'h3';
  readonly children?: ReactNode;
}

/** What stands where data would stand: nothing there, not yet there, or an error; what it means and what to do. */
export function Notice({ icon, title, text, detail, tone = 'neutral', heading: Heading = 'h2', children }: Props) {
  return (
    <div className={styles.notice} data-compact={Heading === 'h3'} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className={styles.icon} data-tone={tone} aria-hidden>
        {icon}
      </div>
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.text}>{text}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
