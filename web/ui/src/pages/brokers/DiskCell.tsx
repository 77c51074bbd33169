import { IconCircleXFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LogDir } from '../../api/types';
import { Bar, ToneIcon, Unknown } from '../../components/values';
import { diskTone, diskUse } from '../../lib/disk';
import { useFormats } from '../../state/useFormats';
import styles from './brokers.module.css';

/** How full the disk of one log directory is. */
export function DiskCell({ dir }: { dir: LogDir }) {
  const { t } = useTranslation();
  const { bytes, percent } = useFormats();
  if (dir.error !== undefined) {
    return (
      <span className={styles.error} title={`${dir.path}: ${dir.error}`}>
        <IconCircleXFilled size={14} aria-hidden />
        <span className="k-cut">
          {t('brokers.diskError')}: {dir.error}
        </span>
      </span>
    );
  }
  const use = diskUse(dir);
  if (use === undefined) return <Unknown reason={t('brokers.diskTotalUnknown')} />;
  const tone = diskTone(use.share);
  return (
    <div className={styles.disk} title={dir.path}>
      <Bar share={use.share} tone={tone} />
      <span className="k-num">
        <span className={styles.full} data-tone={tone}>
          <ToneIcon tone={tone} size={13} />
          {percent(use.share)}
        </span>
        <span className="k-muted">{t('brokers.diskUse', { used: bytes(use.used), total: bytes(use.total) })}</span>
      </span>
    </div>
  );
}
