import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Int64 } from '../lib/int64';
import { useFormats } from '../state/useFormats';
import styles from './values.module.css';

/** More characters than a column of numbers has room for. */
const LONG = 13;

export type Tone = 'ok' | 'warn' | 'bad' | 'neutral';

/** A dash for what is not known, with the reason: never a 0. */
export function Unknown({ reason }: { reason?: string }) {
  const { t } = useTranslation();
  const text = reason ?? t('unknown.value');
  return (
    <span className={styles.unknown} title={text}>
      <span aria-hidden>–</span>
      <span className="k-sr">{text}</span>
    </span>
  );
}

/** All digits of a number, or a dash. */
export function Count({ value, reason }: { value: Int64 | undefined; reason?: string }) {
  const { count } = useFormats();
  if (value === undefined) return <Unknown {...(reason === undefined ? {} : { reason })} />;
  return <Digits text={count(value)} />;
}

/** Numbers are never cut: one too long for its place is set smaller and goes on in a second line, between two groups of digits. */
function Digits({ text }: { text: string }) {
  if (text.length <= LONG) return <span className="k-num">{text}</span>;
  return (
    <span className={styles.long} title={text}>
      {text.split(/(?<=\D)/).map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a group of digits is all that tells it from others
        <Fragment key={i}>
          {group}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

/** A size with a unit, the exact bytes as its title, or a dash. */
export function Bytes({ value, reason }: { value: Int64 | undefined; reason?: string }) {
  const { bytes, count } = useFormats();
  if (value === undefined) return <Unknown {...(reason === undefined ? {} : { reason })} />;
  return (
    <span className="k-num" title={`${count(value)} B`}>
      {bytes(value)}
    </span>
  );
}

/** A number that should be 0: with an icon and a colour when it is not. */
export function Alarm({ value, tone }: { value: number; tone: 'warn' | 'bad' }) {
  if (value === 0) return <Count value={0} />;
  return (
    <span className={styles.alarm} data-tone={tone}>
      <ToneIcon tone={tone} size={14} />
      <Count value={value} />
    </span>
  );
}

/** A short word with an icon: the colour only repeats what they say. */
export function Badge({ tone, title, children }: { tone: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone} title={title}>
      <ToneIcon tone={tone} size={13} />
      <span className="k-cut">{children}</span>
    </span>
  );
}

/** A bar of a share between 0 and 1. Its meaning stands beside it in words, so it is hidden from those who listen. */
export function Bar({ share, tone = 'neutral' }: { share: number; tone?: Tone }) {
  return (
    <div className={styles.bar} data-tone={tone} aria-hidden>
      <span className={styles.fill} style={{ width: `${Math.round(share * 1000) / 10}%` }} />
    </div>
  );
}

export function ToneIcon({ tone, size }: { tone: Tone; size: number }) {
  if (tone === 'ok') return <IconCircleCheckFilled size={size} aria-hidden />;
  if (tone === 'warn') return <IconAlertTriangleFilled size={size} aria-hidden />;
  if (tone === 'bad') return <IconCircleXFilled size={size} aria-hidden />;
  return null;
}
