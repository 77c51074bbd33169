import { IconAlertTriangleFilled, IconInfoCircleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './explore.module.css';

/** What the server wants to be known about an answer, in its own words. */
export function Remarks({ warnings, infos }: { warnings: readonly string[]; infos: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {warnings.map((text) => (
        <Remark key={text} tone="warn" kind={t('query.warning')}>
          {text}
        </Remark>
      ))}
      {infos.map((text) => (
        <Remark key={text} tone="info" kind={t('query.info')}>
          {text}
        </Remark>
      ))}
    </>
  );
}

interface Props {
  readonly tone: 'warn' | 'info';
  /** What kind of remark it is, for those who do not see the icon. */
  readonly kind?: string;
  readonly children: ReactNode;
}

/** One line above an answer. */
export function Remark({ tone, kind, children }: Props) {
  const Icon = tone === 'warn' ? IconAlertTriangleFilled : IconInfoCircleFilled;
  return (
    <div className={styles.remark} data-tone={tone} role="status">
      <Icon size={15} aria-hidden />
      <span>
        {kind !== undefined && <span className="k-sr">{kind}: </span>}
        {children}
      </span>
    </div>
  );
}
