import { IconHourglassLow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../state/useFormats';
import styles from './durations.module.css';
import { Unknown } from './values';

/** A number of seconds for a person, the seconds themselves as its title; or a dash. */
export function Seconds({ value, reason }: { value: number | undefined; reason?: string }) {
  const { t } = useTranslation();
  const { duration, count } = useFormats();
  if (value === undefined) return <Unknown {...(reason === undefined ? {} : { reason })} />;
  return (
    <span className="k-num" title={t('duration.seconds', { value: count(value) })}>
      {duration(value)}
    </span>
  );
}

/** How long until records are deleted unread: a warning wherever it is shown; a dash where none will be. */
export function UntilLoss({ value }: { value: number | undefined }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  if (value === undefined) return <Unknown reason={t('loss.none')} />;
  return (
    <span className={styles.loss} title={t('loss.help')}>
      <IconHourglassLow size={14} aria-hidden />
      <span className="k-num">{value <= 0 ? t('loss.now') : duration(value)}</span>
    </span>
  );
}
