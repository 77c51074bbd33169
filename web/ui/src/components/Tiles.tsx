import type { ReactNode } from 'react';
import styles from './Tiles.module.css';
import { type Tone, ToneIcon } from './values';

/** A row of facts. */
export function Tiles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl className={styles.tiles} aria-label={label}>
      {children}
    </dl>
  );
}

interface Props {
  readonly name: string;
  readonly tone?: Tone;
  /** What the tone says, for those who do not see it. */
  readonly toneWord?: string;
  /** Words or badges, not a number. */
  readonly small?: boolean;
  /** Takes a row of its own, its name beside the value. */
  readonly wide?: boolean;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Tile({ name, tone = 'neutral', toneWord, small = false, wide = false, title, children }: Props) {
  return (
    <div className={styles.tile} data-tone={tone} data-wide={wide} title={title}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value} data-small={small}>
        <ToneIcon tone={tone} size={16} />
        {toneWord !== undefined && <span className="k-sr">{toneWord}: </span>}
        {children}
      </dd>
    </div>
  );
}
