import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel.module.css';

interface Props {
  readonly query: Pick<UseQueryResult<unknown>, 'data' | 'error' | 'refetch'>;
  /** What to say when there is an answer with nothing in it. */
  readonly empty: string | undefined;
  readonly children: ReactNode;
}

/** A list in a panel, or why it is not there. */
export function PanelState({ query: { data, error, refetch }, empty, children }: Props) {
  const { t } = useTranslation();
  if (data === undefined && error !== null) {
    return (
      <div className={styles.empty} role="alert">
        <p>{t('panel.failed')}</p>
        <p className={styles.reason}>{error.message}</p>
        <Button size="compact-sm" variant="default" onClick={() => void refetch()}>
          {t('error.retry')}
        </Button>
      </div>
    );
  }
  if (data === undefined) {
    return (
      <p className={styles.empty} role="status">
        {t('loading.data')}
      </p>
    );
  }
  return empty === undefined ? children : <p className={styles.empty}>{empty}</p>;
}
