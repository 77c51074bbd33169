import { IconAlertTriangleFilled, IconChevronDown, IconChevronUp, IconCircleXFilled } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterSummary } from '../../api/types';
import { ProblemItem } from '../ProblemItem';
import styles from './Shell.module.css';

/** What is wrong with the data itself: it could not be read, not wholly, or it no longer arrives. */
export function Banner({ cluster, unreachable }: { cluster: ClusterSummary; unreachable: boolean }) {
  const { t } = useTranslation();
  const failed = cluster.state === 'error' && cluster.snapshot !== undefined;
  return (
    <div className={styles.banner} data-tone={unreachable || failed ? 'bad' : 'warn'} role="status">
      {unreachable && <Line text={t('problems.unreachable')} />}
      {!unreachable && failed && <Line text={t('problems.failed')} detail={cluster.lastError} />}
      {!unreachable && cluster.problems.length > 0 && <Problems cluster={cluster} />}
    </div>
  );
}

function Line({ text, detail }: { text: string; detail?: string | undefined }) {
  return (
    <div className={styles.bannerLine}>
      <IconCircleXFilled size={16} aria-hidden />
      <span>{text}</span>
      {detail !== undefined && <span className={styles.bannerError}>{detail}</span>}
    </div>
  );
}

function Problems({ cluster }: { cluster: ClusterSummary }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const list = useId();
  const { problems } = cluster;
  const rights = [...new Set(problems.flatMap(({ missingRight }) => missingRight ?? []))];
  return (
    <>
      <div className={styles.bannerLine}>
        <IconAlertTriangleFilled size={16} aria-hidden />
        <span>{t('problems.banner', { count: problems.length })}</span>
        {rights.map((right) => (
          <span key={right} className={styles.right}>
            {t('problems.missingRight', { right })}
          </span>
        ))}
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          {open ? t('problems.hide') : t('problems.show')}
          {open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
        </button>
      </div>
      <ul id={list} className={styles.problems} hidden={!open}>
        {problems.map((problem) => (
          <ProblemItem key={`${problem.fact} ${problem.kind} ${problem.message}`} problem={problem} />
        ))}
      </ul>
    </>
  );
}
