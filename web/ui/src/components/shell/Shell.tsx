import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useMatch } from 'react-router';
import type { ClusterSummary } from '../../api/types';
import { Banner } from './Banner';
import { ClusterState } from './ClusterState';
import { ClusterSwitcher } from './ClusterSwitcher';
import { LanguageMenu } from './LanguageMenu';
import { Logo } from './Logo';
import { Navigation } from './Navigation';
import { SchemeMenu } from './SchemeMenu';
import styles from './Shell.module.css';
import { useClusters } from './useClusters';
import { useLastCluster } from './useLastCluster';

/** The frame of all pages: who, where, how old, how to look at it. */
export function Shell() {
  const { t } = useTranslation();
  const clusters = useClusters();
  const name = useMatch('/clusters/:cluster/*')?.params.cluster;
  const current = clusters.data?.clusters.find((cluster) => cluster.name === name);
  const unreachable = clusters.isError;
  return (
    <div className={styles.app}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place in this page, whatever <base> says */}
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {t('app.skip')}
      </a>
      <header className={styles.bar}>
        <Link to="/" className={styles.brand} aria-label={t('app.name')}>
          <Logo size={28} />
          <span>{t('app.name')}</span>
        </Link>
        {name !== undefined && <ClusterSwitcher clusters={clusters.data?.clusters ?? []} current={name} />}
        <Navigation cluster={useLastCluster(name, clusters.data?.clusters[0]?.name)} />
        <div className={styles.spring} />
        {current !== undefined && <ClusterState cluster={current} receivedAt={clusters.dataUpdatedAt} />}
        <div className={styles.tools} role="group" aria-label={t('app.settings')}>
          <LanguageMenu />
          <SchemeMenu />
        </div>
      </header>
      {showsBanner(current, unreachable) && <Banner cluster={current} unreachable={unreachable} />}
      <main id="main" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<p className="k-sr">{t('loading.page')}</p>}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function showsBanner(cluster: ClusterSummary | undefined, unreachable: boolean): cluster is ClusterSummary {
  if (cluster === undefined) return false;
  return unreachable || cluster.problems.length > 0 || (cluster.state === 'error' && cluster.snapshot !== undefined);
}

/** Moves the focus without a change of the address: the base of the page may be another path than this one. */
function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
